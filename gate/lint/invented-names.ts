import type { Text } from '../../policies/policy';

/** Names that stand in published policies although AWS never had them, in lower case, with what to write instead. */
export const inventedActions: ReadonlyMap<string, Text> = new Map([
  [
    'bedrock:converse',
    {
      en: 'The Converse API is authorized by bedrock:InvokeModel. Write that.',
      ja: 'Converse API は bedrock:InvokeModel で認可されます。そちらを書いてください。',
    },
  ],
  [
    'bedrock:conversestream',
    {
      en: 'The ConverseStream API is authorized by bedrock:InvokeModelWithResponseStream. Write that.',
      ja: 'ConverseStream API は bedrock:InvokeModelWithResponseStream で認可されます。そちらを書いてください。',
    },
  ],
]);

export const inventedKeys: ReadonlyMap<string, Text> = new Map([
  [
    'bedrock:modelid',
    {
      en: 'The model is the resource of the call: name it in Resource or NotResource, together with its inference profiles.',
      ja: 'モデルは呼び出しのリソースです。推論プロファイルとともに Resource または NotResource に書いてください。',
    },
  ],
  [
    'bedrock:modelinvocationloggingenabled',
    {
      en: 'No request says whether logging is on. Deny bedrock:DeleteModelInvocationLoggingConfiguration and bedrock:PutModelInvocationLoggingConfiguration instead.',
      ja: 'ログ記録が有効かどうかはリクエストに含まれません。代わりに bedrock:DeleteModelInvocationLoggingConfiguration と bedrock:PutModelInvocationLoggingConfiguration を拒否してください。',
    },
  ],
  [
    'bedrock:inputtokencount',
    {
      en: 'Tokens are not known before the model runs. Limit them in the application, and watch cost with a budget.',
      ja: 'トークン数はモデルの実行前には分かりません。アプリケーション側で制限し、費用は予算で監視してください。',
    },
  ],
]);
