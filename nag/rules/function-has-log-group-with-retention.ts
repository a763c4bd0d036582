import { refersTo } from '../related-resources';
import type { Rule } from '../rule';
import { known, objectAt } from '../template-value';

/** Every function writes to a log group that the stack declares and that expires. */
export const functionHasLogGroupWithRetention: Rule = {
  id: 'function-has-log-group-with-retention',
  severity: 'medium',
  types: ['AWS::Lambda::Function'],
  text: {
    what: {
      en: 'The function does not write to a log group of its stack that has a retention.',
      ja: '関数が、保持期間のあるスタック内のロググループに書き込んでいません。',
    },
    why: {
      en: 'Lambda would make a log group by itself: without a key, without an end, left behind when the function is gone.',
      ja: 'Lambda が自動で作るロググループには、キーも期限もなく、関数を消しても残ります。',
    },
    fix: {
      en: 'Give the function a log group (logGroup) with a retention.',
      ja: '保持期間のあるロググループを関数に指定してください（logGroup）。',
    },
  },
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
  judge({ properties, template }) {
    const named = objectAt(properties, 'LoggingConfig').LogGroup;
    const logGroups = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::Logs::LogGroup');
    const own = logGroups.find(
      ([logicalId, { Properties }]) =>
        refersTo(named, logicalId) || (typeof named === 'string' && named === Properties?.LogGroupName),
    );
    const days = Number(own === undefined ? 0 : (known(own[1].Properties ?? {}, 'RetentionInDays') ?? 0));
    return days > 0 ? 'compliant' : 'non-compliant';
  },
};
