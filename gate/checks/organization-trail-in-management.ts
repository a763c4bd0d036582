import type { AssembledResource } from '../assembly';
import type { Check, CheckResult, CheckSubject } from './check';

/** The management account has one organization trail, complete, validated, encrypted and shipped to the bucket of the log archive. */
export const organizationTrailInManagement: Check = {
  id: 'organization-trail-in-management',
  severity: 'critical',
  assurance: 'proved',
  promise: {
    en: 'One organization trail records every account and region, validated and encrypted',
    ja: '一つの組織証跡が、全アカウントと全リージョンを検証付きで暗号化して記録する',
  },
  why: {
    en: 'Without it nobody can say afterwards who did what.',
    ja: 'これがないと、誰が何をしたのかを後から示せません。',
  },
  fix: {
    en: 'Correct constructs/organization-trail.ts, or make its stack in bin/app.ts.',
    ja: 'constructs/organization-trail.ts を直すか、bin/app.ts でそのスタックを作ってください。',
  },
  run({ assembly, organization, names }) {
    if (organization.trail === 'data-only') return [notOurs];
    const trails = assembly.stacks.flatMap((stack) =>
      Object.entries(stack.resources)
        .filter(([, { Type }]) => Type === 'AWS::CloudTrail::Trail')
        .map(([logicalId, resource]) => ({ stack, logicalId, resource })),
    );
    const ours = trails.filter(({ resource }) => resource.Properties?.TrailName === names.trail);
    if (ours.length !== 1) {
      return [
        {
          state: 'fail',
          message: {
            en: `The assembly has ${ours.length} trails named ${names.trail}, expected one`,
            ja: `アセンブリに証跡 ${names.trail} が ${ours.length} 個あります。1 個であるべきです`,
          },
        },
      ];
    }
    return ours.map(({ stack, logicalId, resource }): CheckResult => {
      const wrong = [
        ...(stack.account === organization.accounts.management.id ? [] : ['account']),
        ...(stack.region === organization.homeRegion ? [] : ['region']),
        ...wrongProperties(resource, names),
      ];
      if (wrong.length === 0) return { state: 'pass', stack: stack.id };
      return {
        state: 'fail',
        stack: stack.id,
        logicalId,
        message: {
          en: `The organization trail is wrong in ${wrong.join(', ')}`,
          ja: `組織証跡の次の項目が正しくありません: ${wrong.join('、')}`,
        },
      };
    });
  },
};

const notOurs: CheckResult = {
  state: 'not-applicable',
  because: {
    en: 'trail: data-only; another organization trail, such as the one of AWS Control Tower, records management events',
    ja: 'trail: data-only のため、管理イベントは AWS Control Tower などの別の組織証跡が記録する',
  },
};

function wrongProperties({ Properties = {} }: AssembledResource, names: CheckSubject['names']): string[] {
  const switches = ['IsLogging', 'IsOrganizationTrail', 'IsMultiRegionTrail', 'EnableLogFileValidation'];
  return [
    ...switches.filter((property) => Properties[property] !== true),
    ...(Properties.IncludeGlobalServiceEvents === false ? ['IncludeGlobalServiceEvents'] : []),
    ...(Properties.S3BucketName === names.trailBucket ? [] : ['S3BucketName']),
    ...(Properties.KMSKeyId === undefined ? ['KMSKeyId'] : []),
  ];
}
