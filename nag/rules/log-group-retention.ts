import type { Rule } from '../rule';
import { known } from '../template-value';

/** Every log group says how long it keeps its events. */
export const logGroupRetention: Rule = {
  id: 'log-group-retention',
  severity: 'medium',
  types: ['AWS::Logs::LogGroup'],
  text: {
    what: {
      en: 'The log group has no retention; it keeps everything for ever.',
      ja: 'ロググループに保持期間がなく、すべてを無期限に保存します。',
    },
    why: {
      en: 'Personal data stays longer than anybody promised, and the cost grows every month.',
      ja: '個人情報が約束より長く残り、費用も毎月増え続けます。',
    },
    fix: {
      en: 'Set a retention that fits the class of the data (config/retention-classes.ts).',
      ja: 'データの区分（config/retention-classes.ts）に合う保持期間を設定してください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  judge({ properties }) {
    const days = Number(known(properties, 'RetentionInDays') ?? 0);
    return days > 0 ? 'compliant' : 'non-compliant';
  },
};
