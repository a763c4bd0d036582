import { bedrockRegionsOf } from '../../config/resolve-organization';
import { declaredSettings } from '../declared-settings';
import type { Check, CheckResult } from './check';

/**
 * Wherever a workload account runs Bedrock there is a guardrail, and wherever any of them does, the invocations of all are logged: the
 * policies let models be called in these regions.
 */
export const bedrockGuardedAndLogged: Check = {
  id: 'bedrock-guarded-and-logged',
  severity: 'high',
  assurance: 'asserted',
  promise: {
    en: 'Every Bedrock region of a workload has a guardrail, and every workload logs every invocation in every Bedrock region',
    ja: 'ワークロードの Bedrock を使う全リージョンにガードレールがあり、どのワークロードもそのすべてで呼び出しを記録する',
  },
  why: {
    en: 'Invocation logging is set per account and region; where it is forgotten, nobody knows who asked what.',
    ja: '呼び出しの記録はアカウントとリージョンごとの設定です。忘れた場所では、誰が何を尋ねたのか分かりません。',
  },
  fix: {
    en: 'Make the Bedrock stack of the region, with its guardrail and the setting bedrock-invocation-logging; where only another workload runs Bedrock, its invocation log stack.',
    ja: 'そのリージョンの Bedrock スタックに、ガードレールと設定 bedrock-invocation-logging を作ってください。ほかのワークロードだけが Bedrock を使うリージョンには呼び出しログのスタックを作ってください。',
  },
  run({ assembly, organization }) {
    return organization.accounts.workloads.flatMap(({ id, name, regions }) =>
      bedrockRegionsOf(organization).map((region): CheckResult => {
        const stacks = assembly.stacks.filter((stack) => stack.account === id && stack.region === region);
        const guarded =
          !regions.includes(region) ||
          stacks.some(({ resources }) =>
            Object.values(resources).some(({ Type }) => Type === 'AWS::Bedrock::Guardrail'),
          );
        const logged = stacks
          .flatMap(declaredSettings)
          .some((setting) => setting.name === 'bedrock-invocation-logging');
        if (guarded && logged) return { state: 'pass', stack: stacks[0]?.id };
        const missing = [...(guarded ? [] : ['guardrail']), ...(logged ? [] : ['invocation logging'])];
        return {
          state: 'fail',
          message: {
            en: `${name} in ${region} has no ${missing.join(' and no ')}`,
            ja: `${name} の ${region} に次のものがありません: ${missing.join('、')}`,
          },
        };
      }),
    );
  },
};
