import type { Column } from './saved-query';

/** Columns that mean the same in every answer. */
export const columns = {
  account: { name: 'account', meaning: { en: 'Account of the call', ja: '呼び出し元のアカウント' } },
  eventTime: { name: 'event_time', meaning: { en: 'When, in UTC', ja: '日時（UTC）' } },
  principal: { name: 'principal', meaning: { en: 'Who', ja: '実行者' } },
  sourceIp: { name: 'source_ip', meaning: { en: 'From which address', ja: '接続元アドレス' } },
  region: { name: 'aws_region', meaning: { en: 'Region of the call', ja: '呼び出したリージョン' } },
  service: { name: 'service', meaning: { en: 'Service that was called', ja: '呼び出したサービス' } },
  action: { name: 'action', meaning: { en: 'What was asked for', ja: '要求した操作' } },
  outcome: { name: 'outcome', meaning: { en: 'Error code, or succeeded', ja: 'エラーコード、または succeeded' } },
  model: { name: 'model', meaning: { en: 'Model', ja: 'モデル' } },
  inferenceProfile: {
    name: 'inference_profile',
    meaning: {
      en: 'Inference profile; empty when called in one region',
      ja: '推論プロファイル（単一リージョンの呼び出しでは空）',
    },
    mayBeEmpty: true,
  },
  ranIn: { name: 'ran_in', meaning: { en: 'Region where the model ran', ja: 'モデルが動いたリージョン' } },
  calls: { name: 'calls', meaning: { en: 'Number of calls', ja: '呼び出し回数' } },
  failed: { name: 'failed', meaning: { en: 'How many of them failed', ja: 'うち失敗した回数' } },
  first: { name: 'first_call', meaning: { en: 'First call, in UTC', ja: '最初の呼び出し（UTC）' } },
  last: { name: 'last_call', meaning: { en: 'Last call, in UTC', ja: '最後の呼び出し（UTC）' } },
  request: {
    name: 'request',
    meaning: { en: 'Parameters, as JSON; empty where there are none', ja: 'パラメーター（JSON。ない場合は空）' },
    mayBeEmpty: true,
  },
} as const satisfies Record<string, Column>;
