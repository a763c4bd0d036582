import type { Rule } from '../rule';
import { isObject, isOn, known, listAt } from '../template-value';

/** A detector that a stack declares has Lambda Protection. */
export const guarddutyDetectorLambdaProtection: Rule = {
  id: 'guardduty-detector-lambda-protection',
  severity: 'high',
  types: ['AWS::GuardDuty::Detector'],
  text: {
    what: {
      en: 'The detector does not watch the network activity of Lambda functions.',
      ja: 'ディテクターが Lambda 関数のネットワークアクティビティを監視していません。',
    },
    why: {
      en: 'A function that talks to a known bad address, or mines coins, would go unnoticed.',
      ja: '既知の悪意ある宛先との通信や暗号通貨の採掘を関数が行っても気づけません。',
    },
    fix: {
      en: 'Add the feature LAMBDA_NETWORK_LOGS with status ENABLED.',
      ja: '機能 LAMBDA_NETWORK_LOGS を status ENABLED で追加してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html',
  judge({ properties }) {
    const features = listAt(properties, 'Features').filter(isObject);
    const lambda = features.find((feature) => known(feature, 'Name') === 'LAMBDA_NETWORK_LOGS');
    const enabled = isOn(properties, 'Enable') && lambda !== undefined && known(lambda, 'Status') === 'ENABLED';
    return enabled ? 'compliant' : 'non-compliant';
  },
};
