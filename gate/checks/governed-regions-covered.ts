import { recordedAccounts } from '../../config/recorded-accounts';
import type { Organization } from '../../config/resolve-organization';
import type { Check, CheckResult } from './check';

/** Detection and its administration exist in every governed region, and each workload account is set up where it works. */
export const governedRegionsCovered: Check = {
  id: 'governed-regions-covered',
  severity: 'critical',
  assurance: 'proved',
  promise: {
    en: 'Every governed region has its administrators, GuardDuty, Access Analyzer and, where it is needed, AWS Config; every workload its account settings',
    ja: '統制対象の全リージョンに管理者の委任、GuardDuty、Access Analyzer と、必要な場合は AWS Config があり、全ワークロードにアカウント設定がある',
  },
  why: {
    en: 'An intruder works in the region where nobody looks.',
    ja: '侵入者は、誰も見ていないリージョンで活動します。',
  },
  fix: {
    en: 'Make the stack for the region in bin/app.ts, or take the region out of governedRegions.',
    ja: 'bin/app.ts でそのリージョンのスタックを作るか、governedRegions からリージョンを外してください。',
  },
  run({ assembly, organization }) {
    return expectedStacks(organization).map(({ id, account, region }): CheckResult => {
      const stack = assembly.stacks.find((candidate) => candidate.id === id);
      if (!stack) {
        return {
          state: 'fail',
          message: {
            en: `${id} is missing: ${region} is governed and not covered`,
            ja: `${id} がなく、統制対象の ${region} が対象外です`,
          },
        };
      }
      if (stack.account !== account || stack.region !== region) {
        return {
          state: 'fail',
          stack: id,
          message: {
            en: `${id} goes to ${stack.account}/${stack.region}, expected ${account}/${region}`,
            ja: `${id} の配置先は ${stack.account}/${stack.region} ですが、${account}/${region} であるべきです`,
          },
        };
      }
      return { state: 'pass', stack: id };
    });
  },
};

interface ExpectedStack {
  readonly id: string;
  readonly account: string;
  readonly region: string;
}

function expectedStacks(organization: Organization): ExpectedStack[] {
  const { accounts, homeRegion, governedRegions, services } = organization;
  const { management, audit, workloads } = accounts;
  const perRegion = [...new Set([homeRegion, ...governedRegions])].flatMap((region) => [
    { id: `management-delegation-${region}`, account: management.id, region },
    { id: `audit-guardduty-${region}`, account: audit.id, region },
    { id: `audit-access-analyzer-${region}`, account: audit.id, region },
    ...(services.macie ? [{ id: `audit-macie-${region}`, account: audit.id, region }] : []),
    ...recordedAccounts(organization).map(({ name, id }) => ({
      id: `${name}-configuration-recorder-${region}`,
      account: id,
      region,
    })),
  ]);
  const perWorkload = workloads.flatMap(({ name, id, regions, slack }) => [
    { id: `${name}-account`, account: id, region: homeRegion },
    ...regions.map((region) => ({ id: `${name}-bedrock-${region}`, account: id, region })),
    ...(slack ? regions.slice(0, 1) : []).map((region) => ({
      id: `${name}-assistant-${region}`,
      account: id,
      region,
    })),
  ]);
  return [...perRegion, ...perWorkload];
}
