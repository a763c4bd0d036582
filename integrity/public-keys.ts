import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Text } from '../policies/policy';

/** The key a digest was signed with, or why it is not at hand. */
export type FoundKey = { readonly key: KeyObject } | { readonly missing: Text };

/** Where public keys of CloudTrail come from. Each region signs with keys of its own. */
export interface PublicKeySource {
  /** The key with a fingerprint that was in use in a region at a moment. */
  find(fingerprint: string, region: string, moment: Date): Promise<FoundKey>;
}

/** A file of keys that is none. */
export class KeyFileMistake extends Error {}

/** A key as ListPublicKeys returns it: DER of PKCS #1. */
export function publicKeyOf(der: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'pkcs1' });
}

/**
 * Keys that were saved before: what `aws cloudtrail list-public-keys` prints, or a list of such answers. Throws `KeyFileMistake`.
 *
 * Who can change the file can make anything valid: keep it where the logs are not.
 */
export function savedPublicKeys(text: string): PublicKeySource {
  const keys = new Map<string, KeyObject>();
  for (const { Fingerprint, Value } of entriesOf(text)) {
    if (typeof Fingerprint !== 'string' || typeof Value !== 'string') {
      throw new KeyFileMistake('an entry of PublicKeyList has no Fingerprint or no Value');
    }
    try {
      keys.set(Fingerprint, publicKeyOf(Buffer.from(Value, 'base64')));
    } catch {
      throw new KeyFileMistake(`the Value of the key ${Fingerprint} is not an RSA public key in base64`);
    }
  }
  return {
    async find(fingerprint, region) {
      const key = keys.get(fingerprint);
      if (key) return { key };
      return {
        missing: {
          en: `the file of keys does not have ${fingerprint}. Ask for it with: aws cloudtrail list-public-keys --region ${region} --start-time … --end-time …`,
          ja: `鍵ファイルに ${fingerprint} がありません。次のコマンドで取得できます: aws cloudtrail list-public-keys --region ${region} --start-time … --end-time …`,
        },
      };
    },
  };
}

interface Entry {
  readonly Fingerprint?: unknown;
  readonly Value?: unknown;
}

function entriesOf(text: string): readonly Entry[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new KeyFileMistake('it is not JSON');
  }
  return (Array.isArray(read) ? read : [read]).flatMap((answer: { PublicKeyList?: unknown } | null) => {
    if (!Array.isArray(answer?.PublicKeyList)) throw new KeyFileMistake('it has no PublicKeyList');
    return answer.PublicKeyList as Entry[];
  });
}
