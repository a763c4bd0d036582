import type { AssembledStack } from '../assembly';
import { declaredSettings } from '../declared-settings';
import type { Check, CheckResult } from './check';

/** Zero data retention is set in every governed region of every workload account: it is a setting of each region. */
export const dataRetentionCoversRegions: Check = {
  id: 'data-retention-covers-regions',
  severity: 'critical',
  assurance: 'asserted',
  promise: {
    en: 'Every workload account sets zero data retention in every governed region',
    ja: 'すべてのワークロードアカウントが、統制対象の全リージョンでデータ保持なしを設定する',
  },
  why: {
    en: 'A region that nobody set keeps what each model keeps by default, for up to 30 days.',
    ja: '設定のないリージョンでは、モデルごとの既定に従い最長 30 日間データが保持されます。',
  },
  fix: {
    en: 'Name the region in the setting bedrock-data-retention of stacks/workload-account-stack.ts.',
    ja: 'stacks/workload-account-stack.ts の設定 bedrock-data-retention にリージョンを加えてください。',
  },
  run({ assembly, organization }) {
    return organization.accounts.workloads.map(({ name, id }): CheckResult => {
      const stacks = assembly.stacks.filter(({ account }) => account === id);
      const set = stacks.flatMap(regionsWithoutRetention);
      const missing = organization.governedRegions.filter((region) => !set.includes(region));
      if (missing.length === 0) return { state: 'pass', stack: `${name}-account` };
      return {
        state: 'fail',
        message: {
          en: `${name} sets zero data retention in ${set.join(', ') || 'no region'}, but not in ${missing.join(', ')}`,
          ja: `${name} がデータ保持なしを設定するのは ${set.join('、') || 'なし'} で、${missing.join('、')} が含まれていません`,
        },
      };
    });
  },
};

/** The regions in which a stack's custom resource sets the mode `none`. */
function regionsWithoutRetention(stack: AssembledStack): readonly string[] {
  return declaredSettings(stack).flatMap(({ name, desired }) => {
    const { mode, regions } = (desired ?? {}) as { mode?: unknown; regions?: unknown };
    return name === 'bedrock-data-retention' && mode === 'none' && Array.isArray(regions) ? regions : [];
  });
}
