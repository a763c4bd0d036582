import type { Text } from '../../../policies/policy';
import type { PolicyRule } from '../rule';
import { isEveryAction } from '../statement-logic';

const text = {
  what: (service: string, action: string): Text => ({
    en: `Resource control policies do not reach ${service} (${action}).`,
    ja: `リソースコントロールポリシー (RCP) は ${service} に対応していません（${action}）。`,
  }),
  why: {
    en: 'The action is not judged by any resource control policy: its resources stay as open as their own policies leave them.',
    ja: 'このアクションは RCP では判定されず、リソースは自身のポリシーが許すままに公開され続けます。',
  },
  fix: {
    en: 'Remove it, and limit the callers with a service control policy or the resource with a policy of its own.',
    ja: '削除し、呼び出し側を SCP で、またはリソースをそれ自身のポリシーで制限してください。',
  },
};

/** Amazon Bedrock and AWS Lambda are among the services without. */
export const serviceWithoutRcpSupport: PolicyRule = {
  id: 'service-without-rcp-support',
  title: {
    en: 'A resource control policy names services it can reach',
    ja: 'RCP は対応しているサービスだけを対象にしている',
  },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services',
  *judge({ kind, statements, reference }) {
    if (kind !== 'rcp') return;
    for (const statement of statements) {
      for (const { text: action, at } of statement.actions) {
        const [prefix = '', name] = action.split(':', 2);
        if (isEveryAction(action) || name === undefined || !reference.hasService(prefix)) continue;
        if (reference.servicesUnderResourceControl.has(prefix.toLowerCase())) continue;
        const what = text.what(reference.serviceName(prefix), JSON.stringify(action));
        yield { at, statement, what, why: text.why, fix: text.fix };
      }
    }
  },
};
