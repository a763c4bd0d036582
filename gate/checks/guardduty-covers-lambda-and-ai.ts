import { declaredSettings } from '../declared-settings';
import type { Check, CheckResult } from './check';

const required = ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'];

/** The settings of every governed region ask GuardDuty for Lambda Protection and AI Protection in all accounts. */
export const guarddutyCoversLambdaAndAi: Check = {
  id: 'guardduty-covers-lambda-and-ai',
  severity: 'high',
  assurance: 'asserted',
  promise: {
    en: 'GuardDuty has Lambda Protection and AI Protection in every governed region',
    ja: '統制対象の全リージョンで、GuardDuty の Lambda Protection と AI Protection が有効である',
  },
  why: {
    en: 'An assistant is made of functions and models; without these two GuardDuty looks past both.',
    ja: 'アシスタントは関数とモデルでできています。この二つがないと、GuardDuty はどちらも見ません。',
  },
  fix: {
    en: 'Name both features in stacks/guardduty-features.ts.',
    ja: 'stacks/guardduty-features.ts に両方の機能を指定してください。',
  },
  run({ assembly, organization }) {
    const regions = [...new Set([organization.homeRegion, ...organization.governedRegions])];
    return regions.map((region): CheckResult => {
      const found = assembly.stacks
        .filter((stack) => stack.account === organization.accounts.audit.id && stack.region === region)
        .flatMap((stack) => declaredSettings(stack).map((setting) => ({ stack: stack.id, ...setting })))
        .find(({ name }) => name === 'guardduty-organization');
      const features = (found?.desired as { features?: unknown } | undefined)?.features;
      if (found && !Array.isArray(features)) {
        const message = {
          en: `The features of GuardDuty in ${region} cannot be read from the template`,
          ja: `${region} の GuardDuty の機能をテンプレートから読み取れません`,
        };
        return { state: 'unknown', stack: found.stack, logicalId: found.logicalId, message };
      }
      const missing = required.filter((feature) => !Array.isArray(features) || !features.includes(feature));
      if (found && missing.length === 0) return { state: 'pass', stack: found.stack };
      return {
        state: 'fail',
        stack: found?.stack,
        logicalId: found?.logicalId,
        message: {
          en: `GuardDuty in ${region} is not asked for ${missing.join(' and ')}`,
          ja: `${region} の GuardDuty に ${missing.join('、')} が指定されていません`,
        },
      };
    });
  },
};
