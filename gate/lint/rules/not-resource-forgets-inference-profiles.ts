import type { Text } from '../../../policies/policy';
import type { StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import { globOf } from '../service-reference';
import { speaksOf } from '../statement-logic';

const text = {
  profiles: {
    en: 'NotResource lists foundation models and no inference profile.',
    ja: 'NotResource に基盤モデルはありますが、推論プロファイルがありません。',
  },
  models: {
    en: 'NotResource lists inference profiles and no foundation model.',
    ja: 'NotResource に推論プロファイルはありますが、基盤モデルがありません。',
  },
  why: {
    en: 'One call through an inference profile is judged for the profile and for the model behind it. What is not listed is denied: every such call fails, also for approved models.',
    ja: '推論プロファイル経由の呼び出しは、プロファイルと背後のモデルの両方で判定されます。どちらかが一覧になければ、承認済みのモデルでも呼び出しはすべて拒否されます。',
  },
  addProfiles: {
    en: 'Add arn:aws:bedrock:*:*:inference-profile/<profile>, and arn:aws:bedrock:*:*:application-inference-profile/* if teams make their own.',
    ja: 'arn:aws:bedrock:*:*:inference-profile/<プロファイル> を加え、独自のプロファイルを使うなら arn:aws:bedrock:*:*:application-inference-profile/* も加えてください。',
  },
  addModels: {
    en: 'Add arn:aws:bedrock:*::foundation-model/<model> for the model behind each profile.',
    ja: '各プロファイルの背後にあるモデルについて arn:aws:bedrock:*::foundation-model/<モデル> を加えてください。',
  },
} satisfies Record<string, Text>;

const modelCalls = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];
const profileArns = [
  'arn:aws:bedrock:us-east-1:111122223333:inference-profile/',
  'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/',
];
const modelArns = ['arn:aws:bedrock:us-east-1::foundation-model/'];

/**
 * An allow-list of models is a denial with `NotResource`, and the list has to name both things a call is judged for. Most
 * current models answer through inference profiles only.
 */
export const notResourceForgetsInferenceProfiles: PolicyRule = {
  id: 'not-resource-forgets-inference-profiles',
  title: {
    en: 'A list of models names profiles and models',
    ja: 'モデルの一覧には推論プロファイルとモデルの両方がある',
  },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html',
  *judge({ statements }) {
    for (const statement of statements) {
      if (!limitsModels(statement)) continue;
      const [profiles, models] = [excepts(statement, profileArns), excepts(statement, modelArns)];
      const at = statement.resources[0]?.at;
      if (at === undefined || profiles === models) continue;
      const what = models ? text.profiles : text.models;
      yield { at, statement, what, why: text.why, fix: models ? text.addProfiles : text.addModels };
    }
  },
};

function limitsModels(statement: StatementUnderLint): boolean {
  const calls = modelCalls.some((action) => speaksOf(statement, action));
  return statement.effect === 'Deny' && statement.exceptResources && calls;
}

/** Whether a pattern of the list can match a resource of one of these types. */
function excepts({ resources }: StatementUnderLint, arns: readonly string[]): boolean {
  return resources.some(({ text: pattern }) => arns.some((arn) => canMatchType(pattern, arn)));
}

/** Compares all but the partition, and of the resource only its type: `inference-profile/`. */
function canMatchType(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const [, , service = '', region = '', account = '', ...resource] = pattern.split(':');
  const [, , , , wantedAccount = '', wanted = ''] = arn.split(':');
  const name = resource.join(':');
  const wildcard = name.search(/[*?]/);
  const sameType =
    wildcard !== -1 && wildcard < wanted.length ? wanted.startsWith(name.slice(0, wildcard)) : name.startsWith(wanted);
  const sameAccount = wantedAccount === '' ? /^[*]*$/.test(account) : account !== '';
  return globOf(service).matches('bedrock') && region !== '' && sameAccount && sameType;
}
