import type { Text } from '../policies/policy';

/** What each stack is for, in words. CloudFormation shows the English one, below the name of the organization. */
export const stackPurposes = {
  foundation: {
    en: 'organizational units, policy types, trusted access, root access',
    ja: '組織単位、ポリシータイプ、信頼されたアクセス、ルートアクセスの管理',
  },
  alternateContacts: {
    en: 'whom AWS calls about an account',
    ja: 'アカウントについて AWS が連絡する相手',
  },
  logArchive: {
    en: 'evidence that nobody can delete: trail, findings, queries over them',
    ja: '誰にも消せない証拠（証跡、検出結果、それらへの問い合わせ）',
  },
  logIntegrity: {
    en: 'a daily proof that the log archive is what CloudTrail delivered',
    ja: 'ログアーカイブが CloudTrail の配信どおりであることの毎日の証明',
  },
  configurationRecorder: {
    en: 'AWS Config records what the controls of Security Hub CSPM look at',
    ja: 'Security Hub CSPM のコントロールが評価する構成を AWS Config が記録する',
  },
  delegation: {
    en: 'security services are administered from the audit account',
    ja: 'セキュリティサービスを監査アカウントから管理する',
  },
  trail: {
    en: 'the organization trail, shipped to the log archive',
    ja: '組織の証跡（ログアーカイブへ配信）',
  },
  securityHub: {
    en: 'Security Hub: aggregation, central configuration and standards',
    ja: 'Security Hub の集約、一元設定、標準',
  },
  guardDuty: {
    en: 'GuardDuty with Lambda Protection and AI Protection in every account',
    ja: '全アカウントの GuardDuty（Lambda Protection と AI Protection を含む）',
  },
  accessAnalyzer: {
    en: 'access from outside the organization is reported',
    ja: '組織外からのアクセスの報告',
  },
  macie: {
    en: 'sensitive data is discovered in every account',
    ja: '全アカウントでの機密データの検出',
  },
  alerts: {
    en: 'findings that matter reach people',
    ja: '重要な検出結果を人に届ける',
  },
  declarativePolicies: {
    en: 'AI opt-out, Inspector and Security Hub in every account',
    ja: '全アカウントの AI オプトアウト、Inspector、Security Hub',
  },
  workloadAccount: {
    en: 'account settings: data retention, encrypted volumes, permissions boundary, budget',
    ja: 'アカウントの設定（データ保持、ボリュームの暗号化、アクセス許可の境界、予算）',
  },
  bedrock: {
    en: 'Amazon Bedrock behind a guardrail, with who, when and what on record',
    ja: 'ガードレールを通した Amazon Bedrock（誰が・いつ・何をを記録）',
  },
  network: {
    en: 'the private network of the functions that call Amazon Bedrock',
    ja: 'Amazon Bedrock を呼び出す関数のプライベートネットワーク',
  },
  invocationLog: {
    en: 'every call of a model is logged where another workload calls models',
    ja: 'ほかのワークロードがモデルを呼び出すリージョンで、すべての呼び出しを記録',
  },
  assistant: {
    en: 'the assistant in Slack: questions, answers, budget',
    ja: 'Slack のアシスタント（質問、回答、予算）',
  },
  identityCenter: {
    en: 'people: permission sets and groups',
    ja: '人（許可セットとグループ）',
  },
  assignments: {
    en: 'people: who may do what in one account',
    ja: '人（1 つのアカウントで誰が何をできるか）',
  },
  securityHubAssociation: {
    en: 'the Security Hub configuration applies to every account; may take a day',
    ja: 'Security Hub の設定を全アカウントに適用する（最長 1 日）',
  },
  accessPolicies: {
    en: 'what nobody may do: service control policies, last of all',
    ja: '誰にも許さないこと（サービスコントロールポリシー、最後に適用）',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The purpose that a description of CloudFormation tells, in both languages; a description of somebody else's is the same in both. */
export function purposeOf(description: string): Text {
  const known = Object.values(stackPurposes).find(({ en }) => description.endsWith(`: ${en}`));
  return known ?? { en: description, ja: description };
}
