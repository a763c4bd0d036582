import type { LackedKey } from '../evaluator/answer';
import type { PolicyKind } from '../evaluator/policy-kind';
import type { Text } from '../policies/policy';
import type { UnreadKey } from './unread-policy';

export const kindWords: Readonly<Record<PolicyKind, Text>> = {
  'service-control-policy': { en: 'service control policy', ja: 'サービスコントロールポリシー' },
  'resource-control-policy': { en: 'resource control policy', ja: 'リソースコントロールポリシー' },
  'identity-policy': { en: 'identity policy', ja: 'ID ベースのポリシー' },
  'permissions-boundary': { en: 'permissions boundary', ja: 'アクセス許可の境界' },
  'session-policy': { en: 'session policy', ja: 'セッションポリシー' },
  'resource-policy': { en: 'resource policy', ja: 'リソースベースのポリシー' },
  'role-trust-policy': { en: 'trust policy of the role', ja: 'ロールの信頼ポリシー' },
  'kms-key-policy': { en: 'key policy', ja: 'キーポリシー' },
  'vpc-endpoint-policy': { en: 'VPC endpoint policy', ja: 'VPC エンドポイントポリシー' },
};

/** Levels are named in English in the data; readers of Japanese see the words of AWS's own pages. */
export function levelWords(level: string, language: keyof Text): string {
  if (language === 'en') return level;
  return level
    .replace(/^root$/, 'ルート')
    .replace(/^unit /, '組織単位 ')
    .replace(/^account /, 'アカウント ');
}

export const lackWords: Readonly<Record<LackedKey['why'], Text>> = {
  'not-provided': {
    en: 'not given: --context <key>=<value>, or <key>= where there is none',
    ja: '未指定。--context <キー>=<値>（ない場合は <キー>=）で指定する',
  },
  'several-values-without-set-operator': {
    en: 'several values, and AWS does not say what holds without ForAllValues or ForAnyValue',
    ja: '値が複数あり、ForAllValues や ForAnyValue のない条件の結果を AWS は定めていない',
  },
  'not-of-the-type': { en: 'its value is not of the type of the operator', ja: '値が演算子の型に合わない' },
  'variable-without-value': { en: 'a policy variable has no value', ja: 'ポリシー変数に値がない' },
  'principal-not-known-exactly': { en: 'it is not known who exactly asks', ja: '呼び出し元を特定できない' },
  'policy-of-the-resource-not-given': {
    en: 'a key or a role has a policy of its own: give it with --resource-policy',
    ja: 'キーやロールには固有のポリシーがある。--resource-policy で指定する',
  },
};

/** What a key of ours stands for, and how to say it. */
export const unreadWords: Readonly<Record<UnreadKey['kind'], Text>> = {
  'managed-policy': {
    en: 'AWS edits the text of this managed policy, and it is not part of this project: give it with --managed-policy <name>=<file>',
    ja: 'この AWS 管理ポリシーの本文は AWS が更新するため、このプロジェクトに含まれない。--managed-policy <名前>=<ファイル> で指定する',
  },
  'function-policy': {
    en: 'what the function may do besides calling a model has names that exist after a deployment only: look at its policy in AWS',
    ja: 'モデル呼び出し以外の関数の権限は、デプロイ後に決まる名前を含む。AWS 上のポリシーを確認する',
  },
  'resource-policy': {
    en: 'the resource is in another account, whose resource policy has to let in who asks: give it with --resource-policy',
    ja: 'リソースは別のアカウントにあり、そのリソースベースのポリシーの許可が要る。--resource-policy で指定する',
  },
  'guardrail-id': {
    en: 'the id of the guardrail exists after a deployment only: give it with --context ishizue:GuardrailId=<id>',
    ja: 'ガードレールの ID はデプロイ後に決まる。--context ishizue:GuardrailId=<ID> で指定する',
  },
  'guardrail-key-id': {
    en: 'the id of the key exists after a deployment only: give it with --context ishizue:GuardrailKeyId=<id>',
    ja: 'キーの ID はデプロイ後に決まる。--context ishizue:GuardrailKeyId=<ID> で指定する',
  },
};
