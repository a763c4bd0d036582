import type { Text } from '../../../policies/policy';
import { nearestName } from '../nearest-name';
import type { PolicyRule } from '../rule';
import { isEveryAction } from '../statement-logic';

const text = {
  noPrefix: (action: string): Text => ({
    en: `${action} names no service.`,
    ja: `${action} にサービスの指定がありません。`,
  }),
  unknown: (prefix: string, action: string): Text => ({
    en: `No AWS service has the prefix ${prefix} (${action}).`,
    ja: `プレフィックスが ${prefix} の AWS サービスはありません（${action}）。`,
  }),
  matchesNothing: {
    en: 'It matches no action: the statement does less than it seems to.',
    ja: 'どのアクションにも一致せず、ステートメントの効果は見かけより小さくなります。',
  },
  exceptsNothing: {
    en: 'It leaves nothing out. The service may have been retired, or the name is misspelt and a service is denied by mistake.',
    ja: '何も除外されません。サービスが廃止されたか、名前を誤記して意図しないサービスを拒否しているおそれがあります。',
  },
  write: (prefix: string): Text => ({
    en: `Write ${prefix}: if that is meant.`,
    ja: `意図が ${prefix}: であればそう書いてください。`,
  }),
  lookUp: {
    en: 'Correct it, or remove it; the service authorization reference lists every prefix.',
    ja: '修正または削除してください。プレフィックスの一覧はサービス認可リファレンスにあります。',
  },
  prefix: {
    en: 'Write the service prefix, a colon and the action: "s3:GetObject".',
    ja: '"s3:GetObject" のように、サービスのプレフィックス、コロン、アクションの順に書いてください。',
  },
};

/** The part before the colon is a service prefix, and takes no wildcard. */
export const unknownService: PolicyRule = {
  id: 'unknown-service',
  title: { en: 'Every service prefix exists', ja: 'サービスのプレフィックスはすべて実在する' },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  *judge({ statements, reference }) {
    for (const statement of statements) {
      const severity = statement.exceptActions ? 'warning' : 'error';
      const why = statement.exceptActions ? text.exceptsNothing : text.matchesNothing;
      for (const { text: action, at } of statement.actions) {
        if (isEveryAction(action)) continue;
        const [prefix = '', name] = action.split(':', 2);
        if (name === undefined) {
          const what = text.noPrefix(JSON.stringify(action));
          yield { at, statement, severity: 'error', what, why: text.matchesNothing, fix: text.prefix };
        } else if (!reference.hasService(prefix)) {
          const nearest = nearestName(prefix, reference.prefixes);
          const fix = nearest === undefined ? text.lookUp : text.write(nearest);
          const what = text.unknown(JSON.stringify(prefix), JSON.stringify(action));
          yield { at, statement, severity, what, why, fix };
        }
      }
    }
  },
};
