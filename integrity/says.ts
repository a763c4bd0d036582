import type { Text } from '../policies/policy';

/** What is wrong with a file, for people. The file itself is named beside it. */
export const says = {
  brokenDigest: (reason: string): Text => ({
    en: `the digest cannot be read: ${reason}. What it lists is not proven`,
    ja: `ダイジェストを読み取れません（${reason}）。そこに記載されたファイルは証明できません`,
  }),
  brokenLog: (reason: string): Text => ({
    en: `the log file is not whole: ${reason}`,
    ja: `ログファイルが壊れています（${reason}）`,
  }),
  unreadable: (reason: string): Text => ({
    en: `the file is there and cannot be read: ${reason}`,
    ja: `ファイルは存在しますが読み取れません（${reason}）`,
  }),
  moved: (from: string): Text => ({
    en: `CloudTrail delivered this digest as ${from}: it was moved, renamed or put in place of another`,
    ja: `このダイジェストは ${from} として配信されたものです。移動・改名されたか、別のファイルと入れ替えられています`,
  }),
  foreignBucket: (named: string, expected: string): Text => ({
    en: `it belongs to the bucket ${named}, not to ${expected}`,
    ja: `バケット ${named} のもので、${expected} のものではありません`,
  }),
  algorithm: (algorithm: string): Text => ({
    en: `it is signed with ${algorithm}, which this version does not know`,
    ja: `署名アルゴリズム ${algorithm} には対応していません`,
  }),
  wrongSignature: (): Text => ({
    en: 'the signature does not fit the digest: the file or its metadata was changed',
    ja: '署名がダイジェストと一致しません。ファイルまたはメタデータが変更されています',
  }),
  noSignature: (): Text => ({
    en: 'its signature is not at hand: it is in the metadata of the S3 object. Save it beside the file: aws s3api head-object --bucket … --key … --query Metadata > <file>.metadata.json',
    ja: '署名が手元にありません。署名は S3 オブジェクトのメタデータにあります。次のコマンドでファイルの隣に保存してください: aws s3api head-object --bucket … --key … --query Metadata > <ファイル名>.metadata.json',
  }),
  missingDigest: (after: string): Text => ({
    en: `the digest is missing: ${after} follows it`,
    ja: `ダイジェストがありません。${after} はその次のものです`,
  }),
  changedBefore: (after: string): Text => ({
    en: `the digest is not the one that ${after} follows: it was changed`,
    ja: `${after} が示す直前のダイジェストと内容が一致しません。変更されています`,
  }),
  notInChain: (after: string, named: string): Text => ({
    en: `no digest follows this one: ${after} follows ${named}`,
    ja: `このダイジェストに続くものがありません。${after} の直前は ${named} です`,
  }),
  beginsAnew: (since: string): Text => ({
    en: `the chain begins anew here: logging or validation was off, and nothing proves what happened since ${since}`,
    ja: `ここから連鎖が新しく始まっています。記録または検証が止まっていたため、${since} 以降は証明できません`,
  }),
  ends: (until: string): Text => ({
    en: `the chain ends with this digest, but should reach ${until}: later digests were removed, or logging stopped, perhaps because the account was closed`,
    ja: `連鎖がこのダイジェストで途切れています。本来は ${until} まで続くはずです。以降が削除されたか、記録が止まっています（アカウントの解約を含む）`,
  }),
  missingLog: (digest: string): Text => ({
    en: `the log file is missing: ${digest} lists it`,
    ja: `ログファイルがありません。${digest} に記載されています`,
  }),
  alteredLog: (digest: string): Text => ({
    en: `the log file was changed: its hash is not the one in ${digest}`,
    ja: `ログファイルが変更されています。ハッシュ値が ${digest} の記載と一致しません`,
  }),
  notListed: (): Text => ({
    en: 'no digest lists the file: CloudTrail may list it later, or did not deliver it',
    ja: 'どのダイジェストにも記載がありません。後から記載されるか、CloudTrail が配信したものではありません',
  }),
  strangeName: (): Text => ({
    en: 'the file lies among the digests and is not named like one',
    ja: 'ダイジェストの場所にありますが、ダイジェストの名前ではありません',
  }),
  noTime: (): Text => ({
    en: 'there was no time left to look at it',
    ja: '時間内に確認できませんでした',
  }),
};
