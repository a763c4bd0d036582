import { globalServicesRegion } from '../../config/regions';
import { everyAccount } from '../../config/resolve-organization';
import type { Check, CheckResult } from './check';

/** Every stack goes to an account of the configuration, and to a region it governs or to that of the global services. */
export const stacksInKnownAccounts: Check = {
  id: 'stacks-in-known-accounts',
  severity: 'high',
  assurance: 'proved',
  promise: {
    en: 'Every stack goes to an account and a region of the organization',
    ja: 'すべてのスタックの配置先が、組織のアカウントとリージョンである',
  },
  why: {
    en: 'A stack without an account is deployed to whatever account is signed in.',
    ja: 'アカウントを持たないスタックは、そのときサインインしているアカウントにデプロイされます。',
  },
  fix: {
    en: 'Give the stack an env with an account and a region of config/organization.ts.',
    ja: 'config/organization.ts にあるアカウントとリージョンを、スタックの env に指定してください。',
  },
  run({ assembly, organization }) {
    const { governedRegions, homeRegion, identityCenter } = organization;
    const accounts = new Set(everyAccount(organization).map(({ id }) => id));
    const regions = new Set<string>([...governedRegions, homeRegion, identityCenter.region, globalServicesRegion]);
    return assembly.stacks.map(({ id, account, region }): CheckResult => {
      if (accounts.has(account) && regions.has(region)) return { state: 'pass', stack: id };
      return {
        state: 'fail',
        stack: id,
        message: {
          en: `${id} goes to ${account}/${region}, which the organization does not know`,
          ja: `${id} の配置先 ${account}/${region} は組織の設定にありません`,
        },
      };
    });
  },
};
