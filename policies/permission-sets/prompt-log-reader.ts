import type { PermissionSet } from '../permission-set';
import { auditLogArns, invocationLogArns, readLargePrompts } from '../prompt-log-access';

/** Reads what people asked and what was answered, unmasked. The only permission set that does, besides break-glass. */
export const promptLogReader: PermissionSet = {
  name: 'prompt-log-reader',
  title: {
    en: 'Reads prompts and answers, unmasked',
    ja: 'プロンプトと回答をマスクなしで閲覧する',
  },
  why: {
    en: 'Prompts are personal data. Reading them is a duty of few people, for one investigation at a time, and shows in the trail.',
    ja: 'プロンプトは個人情報になりうる。閲覧は限られた担当者が調査ごとに行い、証跡に残る。',
  },
  sessionDuration: 'PT1H',
  managedPolicies: [],
  statements: (facts) => [
    {
      Sid: 'ReadPromptsAndWhoAsked',
      Effect: 'Allow',
      Action: [
        'logs:DescribeLogStreams',
        'logs:FilterLogEvents',
        'logs:GetLogEvents',
        'logs:GetLogGroupFields',
        'logs:GetLogRecord',
        'logs:GetQueryResults',
        'logs:StartQuery',
      ],
      Resource: [...invocationLogArns(facts), ...auditLogArns(facts)],
    },
    { Sid: 'SeeMaskedText', Effect: 'Allow', Action: 'logs:Unmask', Resource: invocationLogArns(facts) },
    ...readLargePrompts(facts),
    {
      Sid: 'FindTheLogGroups',
      Effect: 'Allow',
      Action: ['logs:DescribeLogGroups', 'logs:DescribeQueries', 'logs:DescribeQueryDefinitions', 'logs:StopQuery'],
      // Lists of log groups and queries have no resource to name.
      Resource: '*',
    },
  ],
};
