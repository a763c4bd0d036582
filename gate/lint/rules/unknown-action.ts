import type { Text } from '../../../policies/policy';
import { inventedActions } from '../invented-names';
import { nearestName } from '../nearest-name';
import type { StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import type { ServiceReference } from '../service-reference';
import { isEveryAction } from '../statement-logic';

const text = {
  unknown: (action: string, service: string): Text => ({
    en: `${action} is no action of ${service}.`,
    ja: `${action} は ${service} のアクションではありません。`,
  }),
  noMatch: (pattern: string, service: string): Text => ({
    en: `${pattern} matches no action of ${service}.`,
    ja: `${pattern} に一致する ${service} のアクションはありません。`,
  }),
  why: ({ exceptActions, effect }: StatementUnderLint): Text => {
    const silence = { en: 'IAM accepts any name and says nothing', ja: 'IAM はどんな名前でも黙って受け付けます' };
    if (exceptActions)
      return { en: `${silence.en}; it leaves nothing out.`, ja: `${silence.ja}。何も除外されません。` };
    if (effect === 'Deny')
      return { en: `${silence.en}; it denies nothing.`, ja: `${silence.ja}。何も拒否されません。` };
    return { en: `${silence.en}; it allows nothing.`, ja: `${silence.ja}。何も許可されません。` };
  },
  write: (action: string): Text => ({
    en: `Write ${action} if that is meant.`,
    ja: `意図が ${action} であればそう書いてください。`,
  }),
  lookUp: (service: string, asOf: string): Text => ({
    en: `Correct or remove it; see the actions of ${service} in the service authorization reference (known as of ${asOf}).`,
    ja: `修正または削除してください。${service} のアクションはサービス認可リファレンスにあります（${asOf} 時点のデータで判定）。`,
  }),
};

/** Names of APIs are often taken for actions: `bedrock:Converse` authorizes nothing. */
export const unknownAction: PolicyRule = {
  id: 'unknown-action',
  title: {
    en: 'Every action exists, and every pattern matches one',
    ja: 'アクションはすべて実在し、パターンは一つ以上に一致する',
  },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *judge({ statements, reference }) {
    for (const statement of statements) {
      const severity = statement.exceptActions ? 'warning' : 'error';
      for (const { text: action, at } of statement.actions) {
        const [prefix = '', name] = action.split(':', 2);
        if (isEveryAction(action) || name === undefined || !reference.hasService(prefix)) continue;
        if (reference.actionsMatching(action).length > 0) continue;
        const describe = /[*?]/.test(name) ? text.noMatch : text.unknown;
        const what = describe(JSON.stringify(action), reference.serviceName(prefix));
        yield { at, statement, severity, what, why: text.why(statement), fix: remedy(action, prefix, reference) };
      }
    }
  },
};

function remedy(action: string, prefix: string, reference: ServiceReference): Text {
  const invented = inventedActions.get(action.toLowerCase());
  if (invented !== undefined) return invented;
  const nearest = nearestName(action.slice(prefix.length + 1), reference.actionNames(prefix));
  if (nearest === undefined) return text.lookUp(reference.serviceName(prefix), reference.asOf);
  return text.write(`${prefix}:${nearest}`);
}
