import { createColors } from 'picocolors';
import type { Text } from '../../policies/policy';
import { columnsOf, lineWidth, wrap } from '../../terminal/columns';
import { type Answer, type State, states } from '../answer';
import { countsOf, type Diagnosis, exitCodeOf } from '../diagnosis';
import { heads, stateWords, toDo, verdictWords } from './words';

type Colors = ReturnType<typeof createColors>;

const questionWidth = 22;
const stateWidth = 10;
const foundWidth = lineWidth - questionWidth - stateWidth;

/** Places a row, and an item of the list, name before they only count: a hundred accounts would hide everything else. */
const mostPlaces = 4;
const mostPlacesToDo = 20;

/** The diagnosis for somebody who looks at a terminal of 80 columns: a table of everything found, then what to do, urgent first. */
export function renderTable(diagnosis: Diagnosis, language: keyof Text, colors: boolean): string {
  const color = createColors(colors);
  const rows = diagnosis.questions.flatMap(({ title, answers }) =>
    answers.flatMap((answer, index) => row(index === 0 ? title[language] : '', answer, language, color)),
  );
  const head = padded(heads.question[language], questionWidth) + padded(heads.state[language], stateWidth);
  const table = [color.dim(head + heads.found[language]), ...rows].join('\n');
  return `${[heading(diagnosis, language, color), table, ...advice(diagnosis, language, color)].join('\n\n')}\n`;
}

function heading(diagnosis: Diagnosis, language: keyof Text, color: Colors): string {
  const exitCode = exitCodeOf(diagnosis);
  const tone = { 0: color.green, 1: color.red, 2: color.yellow }[exitCode];
  const counts = countsOf(diagnosis);
  const code: Text = { en: `exit code ${exitCode}`, ja: `終了コード ${exitCode}` };
  const { name, id } = diagnosis.organization;
  const tally = states
    .filter((state) => counts[state] > 0)
    .map((state) => `${stateWords[state][language]} ${counts[state]}`)
    .join(', ');
  return `${tone(color.bold(verdictWords[exitCode][language]))} (${code[language]})\n${name} ${id}: ${tally}`;
}

function row(title: string, answer: Answer, language: keyof Text, color: Colors): string[] {
  const places = named(answer.places ?? [], mostPlaces, language);
  const found = [
    ...wrap(answer.found[language], foundWidth),
    ...wrap(places, foundWidth).map((line) => color.dim(line)),
  ];
  const titles = wrap(title, questionWidth - 1);
  return Array.from({ length: Math.max(found.length, titles.length) }, (_, index) => {
    const state = index === 0 ? stateWords[answer.state][language] : '';
    const line = padded(titles[index] ?? '', questionWidth) + tones(color)[answer.state](padded(state, stateWidth));
    return (line + (found[index] ?? '')).trimEnd();
  });
}

function advice({ questions }: Diagnosis, language: keyof Text, color: Colors): string[] {
  const items = toDoList(questions, language);
  if (items.length === 0) return [];
  const blocks = items.map(({ state, title, places, text }, index) => {
    const head = `${index + 1}. ${stateWords[state][language]} `;
    const where = named(places, mostPlacesToDo, language);
    const [first = '', ...rest] = wrap(where ? `${title} — ${where}` : title, lineWidth - columnsOf(head));
    return [
      tones(color)[state](head) + color.bold(first),
      ...rest.map((line) => ' '.repeat(columnsOf(head)) + color.bold(line)),
      ...wrap(text, lineWidth - 3).map((line) => `   ${line}`),
    ].join('\n');
  });
  return [color.bold(toDo[language]), ...blocks];
}

interface Item {
  readonly state: State;
  readonly title: string;
  readonly places: readonly string[];
  readonly text: string;
}

/** What has to be done, the urgent first; the same thing in several places once. */
function toDoList(questions: Diagnosis['questions'], language: keyof Text): readonly Item[] {
  const items = new Map<string, Item>();
  for (const { title, answers } of questions) {
    for (const { state, advice, places = [] } of answers) {
      if (!advice) continue;
      const text = advice[language];
      const key = [state, title[language], text].join('\n');
      const all = new Set([...(items.get(key)?.places ?? []), ...places]);
      items.set(key, { state, title: title[language], text, places: [...all] });
    }
  }
  return [...items.values()].sort((one, other) => states.indexOf(one.state) - states.indexOf(other.state));
}

function named(places: readonly string[], most: number, language: keyof Text): string {
  const hidden = places.length - most;
  if (hidden <= 0) return places.join(', ');
  const more: Text = { en: `and ${hidden} more`, ja: `ほか ${hidden} 件` };
  return [...places.slice(0, most), more[language]].join(', ');
}

function tones(color: Colors): Readonly<Record<State, (text: string) => string>> {
  return {
    blocker: color.red,
    unknown: color.yellow,
    warning: color.magenta,
    adopt: color.cyan,
    create: color.blue,
    skip: color.dim,
    ok: color.green,
  };
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
