import type { Rule } from '../rule';
import { isOn, known } from '../template-value';

/** Security Hub is configured for the organization in one place. */
export const securityHubCentralConfiguration: Rule = {
  id: 'security-hub-central-configuration',
  severity: 'high',
  types: ['AWS::SecurityHub::OrganizationConfiguration'],
  text: {
    what: {
      en: 'Security Hub is not configured centrally.',
      ja: 'Security Hub が中央設定になっていません。',
    },
    why: {
      en: 'With local configuration each account may switch standards off, and new accounts start with whatever is the default that day.',
      ja: 'ローカル設定では各アカウントが標準を無効にでき、新しいアカウントはその時点の既定値で始まります。',
    },
    fix: {
      en: 'Set ConfigurationType CENTRAL, AutoEnable false and AutoEnableStandards NONE; configuration policies decide the rest.',
      ja: 'ConfigurationType を CENTRAL、AutoEnable を false、AutoEnableStandards を NONE にし、残りは設定ポリシーで決めてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/securityhub/latest/userguide/central-configuration-intro.html',
  judge({ properties }) {
    const central =
      known(properties, 'ConfigurationType') === 'CENTRAL' &&
      !isOn(properties, 'AutoEnable') &&
      known(properties, 'AutoEnableStandards') === 'NONE';
    return central ? 'compliant' : 'non-compliant';
  },
};
