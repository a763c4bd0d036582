import type { Text } from '../../../policies/policy';
import type { StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import { conditionsOn, isNegated, speaksOf } from '../statement-logic';

const text = {
  what: {
    en: 'Calls of models may leave the listed regions, bedrock:ApplyGuardrail may not.',
    ja: 'モデルの呼び出しは列挙したリージョンの外でも許されますが、bedrock:ApplyGuardrail は許されません。',
  },
  why: {
    en: 'A guardrail of the Standard tier is applied in any region of its guardrail profile. Denied there, every guarded call fails.',
    ja: 'Standard ティアのガードレールは、ガードレールプロファイルのどのリージョンでも適用されます。そこで拒否されると、ガードレール付きの呼び出しはすべて失敗します。',
  },
  fix: {
    en: 'Add bedrock:ApplyGuardrail to NotAction, and deny it outside the regions for all but the guardrail profile in a statement of its own.',
    ja: 'NotAction に bedrock:ApplyGuardrail を加え、別のステートメントで、ガードレールプロファイル以外に対するリージョン外での適用を拒否してください。',
  },
} satisfies Record<string, Text>;

const modelCalls = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** A limit on regions that makes room for cross-region inference has to make room for its guardrails as well. */
export const regionLimitForgetsGuardrailProfiles: PolicyRule = {
  id: 'region-limit-forgets-guardrail-profiles',
  title: {
    en: 'A limit on regions leaves room for guardrail profiles',
    ja: 'リージョン制限がガードレールプロファイルを妨げない',
  },
  severity: 'warning',
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrail-profiles-permissions.html',
  *judge({ statements }) {
    for (const statement of statements) {
      const at = statement.actions[0]?.at;
      if (at !== undefined && forgetsGuardrails(statement)) yield { at, statement, ...text };
    }
  },
};

function forgetsGuardrails(statement: StatementUnderLint): boolean {
  const limitsRegions = conditionsOn(statement, 'aws:RequestedRegion').some(isNegated);
  const leavesModels = modelCalls.some((action) => !speaksOf(statement, action));
  return (
    statement.effect === 'Deny' &&
    statement.exceptActions &&
    limitsRegions &&
    leavesModels &&
    speaksOf(statement, 'bedrock:ApplyGuardrail')
  );
}
