import { type DetectionSwitch, detectionSwitches } from '../detection-switches';
import { administratorRole, deploymentRole, developerRole, rolesLike } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts } from '../policy';

/**
 * Detection is switched by deployments only, in the accounts that are watched and in the one that watches. Reading findings,
 * archiving and commenting them stay open.
 *
 * Also denied are the quiet ways to be blind: trusted address lists, suppression rules, archive rules and automation rules.
 * `policies/detection-switches.ts` has the actions and the pages they come from.
 */
export const protectSecurityServices: OrganizationPolicy = {
  id: 'protect-security-services',
  kind: 'service-control-policy',
  theme: 'evidence',
  title: {
    en: 'Nobody switches detection off',
    ja: '検知サービスは誰にも止められない',
  },
  why: {
    en: 'An intruder with administrator rights switches off what would report them, or tells it to overlook one address.',
    ja: '管理者権限を得た侵入者は、自分を検知する仕組みを止めるか、特定のアドレスを見逃すように設定する。',
  },
  statements: ({ administrationRoleArns }) => [
    {
      Sid: 'ProtectSecurityServices',
      Effect: 'Deny',
      Action: detectionSwitches.flatMap(({ actions }) => actions).sort(),
      // Half of these actions have no resource, and the others are meant in every account and region.
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
    },
  ],
  denied: (facts) =>
    detectionSwitches.map(({ says, account, resource, actions: [action, ...others] }) => {
      const accountId = account === 'audit' ? facts.auditAccountId : facts.workloadAccountId;
      return {
        says,
        principal: administratorRole(facts, accountId),
        action,
        resource: resource === undefined ? '*' : resourceArn(facts, accountId, resource),
        likewise: { actions: others },
      };
    }),
  allowed: (facts) => [
    {
      says: {
        en: 'A deployment of this baseline changes what GuardDuty protects',
        ja: 'このベースラインのデプロイが GuardDuty の保護対象を変更する',
      },
      principal: deploymentRole(facts, facts.auditAccountId),
      action: 'guardduty:UpdateDetector',
      resource: resourceArn(facts, facts.auditAccountId, 'detector'),
      likewise: { principals: rolesLike(facts.administrationRoleArns, facts.auditAccountId) },
    },
    {
      says: {
        en: 'An analyst archives a finding that is settled',
        ja: 'アナリストが対応済みの検出結果をアーカイブする',
      },
      principal: `arn:${facts.partition}:iam::${facts.auditAccountId}:role/analyst`,
      action: 'guardduty:ArchiveFindings',
      resource: '*',
    },
    {
      says: { en: 'A developer reads the findings of the account', ja: '開発者がアカウントの検出結果を読む' },
      principal: developerRole(facts),
      action: 'securityhub:GetFindings',
      resource: resourceArn(facts, facts.workloadAccountId, 'hub'),
    },
  ],
};

function resourceArn(
  { partition, homeRegion }: PolicyFacts,
  accountId: string,
  resource: NonNullable<DetectionSwitch['resource']>,
): string {
  const arn = (service: string, rest: string) => `arn:${partition}:${service}:${homeRegion}:${accountId}:${rest}`;
  return {
    analyzer: arn('access-analyzer', 'analyzer/external-access'),
    detector: arn('guardduty', 'detector/12abc34d567e8fa901bc2d34e56789f0'),
    hub: arn('securityhub', 'hub/default'),
    recorder: arn('config', 'configuration-recorder/default/a1b2c3d4e5f6g7h8'),
  }[resource];
}
