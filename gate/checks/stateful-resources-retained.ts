import type { Check, CheckResult } from './check';

/** Types that hold what cannot be made again: evidence, keys and what they encrypt. */
const stateful = new Set([
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SecretsManager::Secret',
]);

const retains = new Set(['Retain', 'RetainExceptOnCreate']);

/** Deleting or replacing a stack deletes no evidence and no key. */
export const statefulResourcesRetained: Check = {
  id: 'stateful-resources-retained',
  severity: 'high',
  assurance: 'proved',
  promise: { en: 'Evidence and keys outlive their stack', ja: '証拠と鍵はスタックが消えても残る' },
  why: {
    en: 'A renamed construct or a deleted stack would take logs, or the key that reads them, with it.',
    ja: 'コンストラクト名の変更やスタックの削除で、ログやそれを読む鍵が失われます。',
  },
  fix: {
    en: 'Apply RemovalPolicy.RETAIN to it, for deletion and for replacement.',
    ja: '削除と置き換えの両方に RemovalPolicy.RETAIN を適用してください。',
  },
  run({ assembly }) {
    return assembly.stacks.flatMap(({ id, resources }): CheckResult[] =>
      Object.entries(resources).flatMap(([logicalId, { Type, DeletionPolicy, UpdateReplacePolicy }]): CheckResult[] => {
        if (!stateful.has(Type)) return [];
        const lost = [
          ...(retains.has(String(DeletionPolicy)) ? [] : ['DeletionPolicy']),
          ...(UpdateReplacePolicy === 'Retain' ? [] : ['UpdateReplacePolicy']),
        ];
        if (lost.length === 0) return [{ state: 'pass', stack: id }];
        return [
          {
            state: 'fail',
            stack: id,
            logicalId,
            message: {
              en: `${logicalId} (${Type}) in ${id} is not retained: ${lost.join(' and ')}`,
              ja: `${id} の ${logicalId}（${Type}）が保持されません: ${lost.join('、')}`,
            },
          },
        ];
      }),
    );
  },
};
