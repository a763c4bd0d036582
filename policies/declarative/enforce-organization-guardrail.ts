import type { DeclarativeDocument, DeclarativePolicy } from '../policy';

/**
 * One guardrail is applied to every model call of the accounts below the target, on top of what callers name, and regardless of
 * which parts of a prompt they tag as not to be checked. A matter of choice, to be tried on canary units first: if anything it
 * needs is missing, every model call of every account below the target fails.
 *
 * A unit below the target that has such a policy of its own changes the effective one; they are merged, not added up. Each enforced
 * guardrail is billed for each call, to the member account, and counts against its quota.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_bedrock_syntax.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_bedrock_best_practices.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-resource-based-policies.html
 */
export const enforceOrganizationGuardrail: DeclarativePolicy = {
  id: 'enforce-organization-guardrail',
  type: 'BEDROCK_POLICY',
  title: {
    en: 'One guardrail for every model call of the organization',
    ja: '組織のすべてのモデル呼び出しに共通のガードレールを適用する',
  },
  why: {
    en: 'A rule that everybody has to call by name holds for those who call it. This one holds for code nobody reviewed, too.',
    ja: '呼び出し側が指定するガードレールは、指定した者にしか効かない。これはレビューを受けていないコードにも効く。',
  },
  needs: [
    {
      en: 'In the management account, in every region it is enforced in, a guardrail without an automated reasoning policy.',
      ja: '管理アカウントの、適用する各リージョンに、自動推論ポリシーを含まないガードレールがあること。',
    },
    {
      en: 'A numbered version of each; the draft is not accepted. Region, id and version go into `organizationGuardrail`.',
      ja: 'それぞれに番号付きのバージョンがあること（ドラフトは使えない）。リージョン、ID、バージョンを `organizationGuardrail` に書く。',
    },
    {
      en: 'A resource policy on each guardrail that lets the organization (`aws:PrincipalOrgID`) call `bedrock:ApplyGuardrail` and `bedrock:GetGuardrail`; for a guardrail of the STANDARD tier also one on its guardrail profile in every destination region.',
      ja: '各ガードレールのリソースベースのポリシーで、組織（`aws:PrincipalOrgID`）に `bedrock:ApplyGuardrail` と `bedrock:GetGuardrail` を許可すること。STANDARD 階層では、送信先の各リージョンのガードレールプロファイルにも同様のポリシーが必要。',
    },
    {
      en: 'In every member account, on every role that calls a model, `bedrock:ApplyGuardrail` on those guardrails and guardrail profiles. The roles of this baseline, and its permissions boundary, get it with the configuration; deploy the workload accounts first.',
      ja: 'すべてのメンバーアカウントで、モデルを呼び出すすべてのロールに、それらに対する `bedrock:ApplyGuardrail` を許可すること。このベースラインのロールとアクセス許可の境界には設定から反映されるため、先にワークロードアカウントをデプロイする。',
    },
    {
      en: 'A trial call of `bedrock:ApplyGuardrail` from an account of a canary unit. If anything is missing, every model call of every account below the target fails.',
      ja: 'カナリアの組織単位のアカウントから `bedrock:ApplyGuardrail` を試すこと。一つでも欠けると、対象配下の全アカウントのモデル呼び出しがすべて失敗する。',
    },
  ],
  applies: ({ organizationGuardrail }) => organizationGuardrail !== undefined,
  target: ({ organizationGuardrail }) => organizationGuardrail?.target ?? 'canary-units',
  content: ({ partition, managementAccountId, organizationGuardrail }) => {
    const { guardrails = [], excludedModels = [] } = organizationGuardrail ?? {};
    return {
      bedrock: {
        guardrail_inference: Object.fromEntries(
          guardrails.map(({ region, id, version }): [string, DeclarativeDocument] => [
            region,
            {
              config_1: {
                identifier: {
                  '@@assign': `arn:${partition}:bedrock:${region}:${managementAccountId}:guardrail/${id}:${version}`,
                },
                selective_content_guarding: {
                  system: { '@@assign': 'comprehensive' },
                  messages: { '@@assign': 'comprehensive' },
                },
                model_enforcement: {
                  included_models: { '@@assign': ['ALL'] },
                  excluded_models: { '@@assign': excludedModels },
                },
              },
            },
          ]),
        ),
      },
    };
  },
};
