import { namesOf } from '../../config/names';
import type { QuestionPlace, SecurityQuestion } from './security-question';

const here = ({ account, facts }: QuestionPlace, service: string, resource: string) =>
  `arn:${facts.partition}:${service}:${facts.homeRegion}:${account.id}:${resource}`;

/** Questions about the record of what happened, and about who watches. */
export const evidenceQuestions: readonly SecurityQuestion[] = [
  {
    id: 'stop-the-trail',
    asks: { en: 'stop or change the organization trail', ja: '組織の証跡を停止・変更する' },
    requests: ({ facts }) =>
      ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:PutEventSelectors'].map((action) => ({
        action,
        resource: facts.trailArn,
      })),
  },
  {
    id: 'delete-the-log-archive',
    asks: { en: 'delete from the log archive', ja: 'ログアーカイブから削除する' },
    requests: ({ facts }) =>
      [facts.trailBucketArn, facts.findingsBucketArn].flatMap((bucket) => [
        { action: 's3:DeleteObjectVersion', resource: `${bucket}/AWSLogs/log.json.gz` },
        { action: 's3:DeleteBucket', resource: bucket },
      ]),
  },
  {
    id: 'make-the-log-archive-unreadable',
    asks: { en: 'disable or delete the key of the log archive', ja: 'ログアーカイブのキーを無効化・削除する' },
    requests: ({ facts, organization }) =>
      ['kms:DisableKey', 'kms:ScheduleKeyDeletion'].map((action) => ({
        action,
        resource: `arn:${facts.partition}:kms:${facts.homeRegion}:${facts.logArchiveAccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
        context: { 'kms:ResourceAliases': namesOf(organization).trailKeyAlias },
      })),
  },
  {
    id: 'switch-detection-off',
    asks: {
      en: 'switch GuardDuty, Security Hub, Inspector or AWS Config off',
      ja: 'GuardDuty・Security Hub・Inspector・AWS Config を止める',
    },
    requests: (place) => [
      {
        action: 'guardduty:DeleteDetector',
        resource: here(place, 'guardduty', 'detector/12abc34d567e8fa901bc2d34e56789f0'),
      },
      { action: 'securityhub:DisableSecurityHub', resource: here(place, 'securityhub', 'hub/default') },
      { action: 'inspector2:Disable', resource: '*' },
      { action: 'config:StopConfigurationRecorder', resource: '*' },
    ],
  },
  {
    id: 'switch-the-prompt-log-off',
    asks: { en: 'switch the record of prompts off', ja: 'プロンプトの記録を止める' },
    requests: () => [{ action: 'bedrock:DeleteModelInvocationLoggingConfiguration', resource: '*' }],
  },
  {
    id: 'delete-the-prompt-log',
    asks: { en: 'delete the record of prompts', ja: 'プロンプトの記録を削除する' },
    requests: (place) => [
      {
        action: 'logs:DeleteLogGroup',
        resource: here(place, 'logs', `log-group:${namesOf(place.organization).invocationLogGroup}`),
      },
    ],
  },
  {
    id: 'read-prompts-unmasked',
    asks: { en: 'read prompts unmasked', ja: 'プロンプトをマスクなしで読む' },
    requests: (place) => [
      {
        action: 'logs:Unmask',
        resource: here(place, 'logs', `log-group:${namesOf(place.organization).invocationLogGroup}`),
      },
    ],
  },
];
