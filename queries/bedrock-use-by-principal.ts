import { columns } from './columns';
import { inferenceProfile, model, modelCall, principal, ranIn } from './expressions';
import { partitions } from './partitions';
import type { SavedQuery } from './saved-query';

export const bedrockUseByPrincipal: SavedQuery = {
  id: 'bedrock-use-by-principal',
  title: { en: 'Who used which model from where', ja: '誰がどのモデルをどこから使ったか' },
  question: {
    en: 'Which principal called which model, from which address, in which region it ran, and how often. What was asked and answered is in the invocation log of the account.',
    ja: 'どのプリンシパルが、どのアドレスから、どのモデルを何回呼び出し、どのリージョンで処理されたか。質問と回答の内容は各アカウントの呼び出しログにあります。',
  },
  columns: [
    columns.account,
    columns.principal,
    {
      name: 'identity_center_user',
      meaning: { en: 'Person, where Identity Center says so', ja: '利用者（Identity Center が示す場合）' },
      mayBeEmpty: true,
    },
    columns.sourceIp,
    columns.region,
    columns.ranIn,
    columns.model,
    columns.inferenceProfile,
    columns.calls,
    columns.failed,
    columns.first,
    columns.last,
  ],
  sql: (facts) => `SELECT
  account,
  ${principal} AS principal,
  useridentity.onbehalfof.userid AS identity_center_user,
  sourceipaddress AS source_ip,
  awsregion AS aws_region,
  ${ranIn} AS ran_in,
  ${model} AS model,
  ${inferenceProfile} AS inference_profile,
  count(*) AS calls,
  sum(CASE WHEN errorcode IS NULL THEN 0 ELSE 1 END) AS failed,
  min(eventtime) AS first_call,
  max(eventtime) AS last_call
FROM ${facts.table}
WHERE ${partitions(facts)}
  AND ${modelCall}
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
ORDER BY calls DESC, account, principal, source_ip, model`,
};
