import { createColors } from 'picocolors';
import type { Text } from '../../policies/policy';
import { columnsOf, lineWidth, wrap } from '../../terminal/columns';
import type { AskedEvent, Ending, Heading, Report } from '../asked-event';
import { wallClock } from '../moments';
import { says } from './says';
import { visible } from './visible';

const widths = [19, 12, 12, 16, 7, 7] as const;

/** Lines of at most 80 columns; a Japanese character takes two. Ids that are too long for their column end in `…`. */
export function tableReport(write: (text: string) => void, language: keyof Text, colored: boolean): Report {
  const paint = createColors(colored);
  let clock = wallClock('UTC');
  let region: string | undefined;
  let several = false;
  const line = (text = '') => write(`${text}\n`);
  const lines = (text: string, indent = '') => {
    for (const part of wrap(text, lineWidth - indent.length)) line(indent + part);
  };
  const say = (text: Text) => text[language];

  return {
    begin({ workload, account, regions, period, timeZone }: Heading) {
      clock = wallClock(timeZone);
      several = regions.length > 1;
      line(paint.bold(`${workload} (${account}), ${regions.join(', ')}`));
      line(`${clock(period.from)} – ${clock(period.to)} ${timeZone}`);
      line();
      line(paint.dim(row(says.columns.map(say))));
    },
    event({ region: of, record, text }: AskedEvent) {
      if (several && of !== region) line(paint.bold(of));
      region = of;
      const { who, result, tokens, final } = record;
      const outcome = final ? result.outcome : `${result.outcome}…`;
      const cells = [clock(Date.parse(record.ts)), who.slackUser, who.slackChannel, outcome, tokens.in, tokens.out];
      const shown = row(cells.map((cell) => (cell === null ? '–' : String(cell))));
      line(result.outcome === 'answered' ? shown : paint.yellow(shown));
      if (text === undefined || (text === null && record.bedrockRequestId === null)) return;
      const parts = [text?.prompt, text?.answer].map((part) => visible(part ?? say(says.notLogged)));
      lines(`> ${parts[0]}`, '  ');
      lines(`< ${parts[1]}`, '  ');
    },
    end({ events, byOutcome, byModel, tokens, unattributed, unknown }: Ending) {
      if (events === 0) line(say(says.nobody));
      line();
      if (events > 0) {
        lines(`${say(says.events(events))} ${listOf(byOutcome)}`);
        lines(`${say(says.models)} ${listOf(byModel)}`);
        lines(say(says.tokens(tokens.in, tokens.out)));
        line();
      }
      line(paint.bold(say(says.unattributed)));
      if (unattributed?.length === 0) line(paint.green(`  ${say(says.none)}`));
      if (unattributed === undefined) line(paint.yellow(`  ${say(says.notKnown)}`));
      for (const { region: of, identity, model, calls, earliest, latest } of unattributed ?? []) {
        lines(paint.red(`${calls} × ${visible(model ?? '–')}, ${of}`), '  ');
        lines(visible(identity ?? '–'), '    ');
        lines(`${clock(earliest)} – ${clock(latest)}`, '    ');
      }
      if (unknown.length === 0) return;
      line();
      line(paint.bold(say(says.unknown)));
      for (const reason of unknown) lines(say(reason), '  ');
    },
  };
}

/** Numbers to the right, everything else to the left. */
function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const width = widths[index] ?? 0;
      const fitting = fitted(visible(cell), width);
      const blanks = ' '.repeat(width - columnsOf(fitting));
      return index > 3 ? blanks + fitting : fitting + blanks;
    })
    .join(' ')
    .trimEnd();
}

function fitted(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let fitting = '';
  for (const character of text) {
    if (columnsOf(fitting + character) > width - 1) break;
    fitting += character;
  }
  return `${fitting}…`;
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${visible(name)} ${count.toLocaleString('en')}`)
    .join(', ');
}
