import { approvedCalls, foundationModelArn, modelCall } from '../example-model-calls';
import { developerRole } from '../example-roles';
import type { Example, OrganizationPolicy, PolicyFacts } from '../policy';

/**
 * Every call of a model names a guardrail. Which one is the caller's role's matter, and so is what callers tag as not to be guarded.
 *
 * Models that embed or rank text have no conversation to guard. The check of an inference profile is left out because the key is on the
 * check of the model. A matter of choice, because some callers cannot name a guardrail for all of their calls: knowledge
 * bases and agents. Not to be combined with a guardrail that AWS enforces: whether a request carries the key then is not documented.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html
 */
export const requireGuardrail: OrganizationPolicy = {
  id: 'require-guardrail',
  kind: 'service-control-policy',
  theme: 'bedrock',
  title: {
    en: 'Models are called through a guardrail only',
    ja: 'モデルは必ずガードレールを通して呼び出す',
  },
  why: {
    en: 'A guardrail that each team may forget protects the teams that did not need it.',
    ja: '付け忘れが許されるガードレールは、もともと必要のないチームしか守らない。',
  },
  applies: ({ options }) => options.requireGuardrail,
  statements: ({ partition }) => [
    {
      Sid: 'RequireGuardrail',
      Effect: 'Deny',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      NotResource: [
        `arn:${partition}:bedrock:*:*:application-inference-profile/*`,
        `arn:${partition}:bedrock:*:*:inference-profile/*`,
        `arn:${partition}:bedrock:*::foundation-model/*embed*`,
        `arn:${partition}:bedrock:*::foundation-model/*rerank*`,
      ],
      Condition: { Null: { 'bedrock:GuardrailIdentifier': 'true' } },
    },
  ],
  denied: (facts) => [
    withoutGuardrail(
      modelCall(facts, {
        says: {
          en: 'An application calls an approved model and forgets the guardrail',
          ja: '承認済みモデルをガードレールなしで呼び出す',
        },
        resource: modelOf(facts),
      }),
    ),
    withoutGuardrail(
      modelCall(facts, {
        says: {
          en: 'An application streams an answer without a guardrail',
          ja: 'ガードレールなしで回答をストリーミングする',
        },
        action: 'bedrock:InvokeModelWithResponseStream',
        resource: modelOf(facts),
      }),
    ),
  ],
  allowed: (facts) => [
    ...approvedCalls(facts),
    ...approvedCalls(facts).slice(0, 1).map(withoutGuardrail),
    withoutGuardrail(
      modelCall(facts, {
        says: {
          en: 'The application inference profile itself is judged, without a guardrail',
          ja: 'アプリケーション推論プロファイル自体の判定（ガードレールなし）',
        },
        resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:application-inference-profile/a1b2c3d4e5f6`,
      }),
    ),
    ...facts.inferenceProfiles
      .filter(({ foundationModel }) => /embed|rerank/.test(foundationModel))
      .map(({ foundationModel }) =>
        withoutGuardrail(
          modelCall(facts, {
            says: {
              en: `An application embeds or ranks text with ${foundationModel}`,
              ja: `${foundationModel} で埋め込みや順位付けを行う`,
            },
            resource: foundationModelArn(facts, facts.homeRegion, foundationModel),
          }),
        ),
      ),
    {
      says: { en: 'A developer lists the guardrails', ja: '開発者がガードレールの一覧を見る' },
      principal: developerRole(facts),
      action: 'bedrock:ListGuardrails',
      resource: `arn:${facts.partition}:bedrock:${facts.homeRegion}:${facts.workloadAccountId}:guardrail/a1b2c3d4e5f6`,
    },
  ],
};

function withoutGuardrail({ context = {}, ...example }: Example): Example {
  const { 'bedrock:GuardrailIdentifier': _, ...rest } = context;
  return { ...example, context: rest };
}

function modelOf(facts: PolicyFacts): string {
  const talks = facts.inferenceProfiles.find(({ foundationModel }) => !/embed|rerank/.test(foundationModel));
  return foundationModelArn(facts, facts.homeRegion, talks?.foundationModel ?? 'amazon.nova-2-lite-v1:0');
}
