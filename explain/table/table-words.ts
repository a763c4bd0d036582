import type { Text } from '../../policies/policy';
import type { AccountGroup, AnswerStatus, PolicyTable, TableRow } from './policy-table';

/** What a cell says. */
export const statusWords: Readonly<Record<AnswerStatus, Text>> = {
  denied: { en: 'no', ja: '不可' },
  possible: { en: 'YES', ja: '可能' },
  unknown: { en: '?', ja: '不明' },
  'not-applicable': { en: '-', ja: '-' },
};

export const tableWords = {
  question: { en: 'Can anybody here …', ja: 'このアカウントの誰かが…できるか' },
  by: { en: 'Denied by', ja: '拒否するポリシー' },
  exempt: { en: 'Exempt', ja: '例外' },
  legend: {
    en: 'The worst case: whoever asks is an administrator of the account who has been given everything. "no" means that the policies of the organization deny it; "YES" that they leave it to whoever governs the account; "?" that it cannot be said. No service control or resource control policy binds the management account.',
    ja: '最悪の場合の判定です。呼び出し元は、すべてを許可されたアカウントの管理者とします。「不可」は組織のポリシーが拒否すること、「可能」はアカウントの管理者に委ねられていること、「不明」は判定できないことを示します。管理アカウントには SCP も RCP も効きません。',
  },
} satisfies Record<string, Text>;

const named = 6;
const firstLetter = 'A'.charCodeAt(0);

/** What a group is called: the name of its account, or of its first account and how many more there are. */
export function groupName({ accounts }: AccountGroup, language: keyof Text): string {
  const name = accounts[0]?.name ?? '';
  const more = accounts.length - 1;
  if (more === 0) return name;
  return language === 'ja' ? `${name} ほか ${more}` : `${name} +${more}`;
}

/** Every account of a group, as far as a reader wants to know. */
export function groupMembers({ accounts }: AccountGroup, language: keyof Text): string {
  const names = accounts.slice(0, named).map(({ name }) => name);
  const more = accounts.length - names.length;
  const list = names.join(language === 'ja' ? '、' : ', ');
  if (more === 0) return list;
  return language === 'ja' ? `${list} ほか ${more} アカウント` : `${list} and ${more} more`;
}

/** Ids of the policies that deny in any account. */
export function denyingPolicies({ answers }: TableRow): readonly string[] {
  return [...new Set(answers.flatMap(({ policies }) => policies))];
}

/** Rows often exempt the same roles: each set of them gets a letter, in the order it comes up. */
export function exemptSets({ questions }: PolicyTable): ReadonlyMap<string, readonly string[]> {
  const sets = new Map(questions.map(({ exempt }) => [exempt.join(' '), exempt] as const));
  sets.delete('');
  return new Map(
    [...sets.values()].map((exempt, index) => [String.fromCharCode(firstLetter + index), exempt] as const),
  );
}

/** The letter of a row's set; undefined where nobody is exempt. */
export function exemptLetter({ exempt }: TableRow, sets: ReturnType<typeof exemptSets>): string | undefined {
  return [...sets].find(([, roles]) => roles.join(' ') === exempt.join(' '))?.[0];
}
