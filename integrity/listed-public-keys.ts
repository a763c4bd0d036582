import type { KeyObject } from 'node:crypto';
import type { ListPublicKeysRequest, ListPublicKeysResponse } from '@aws-sdk/client-cloudtrail';
import type { FoundKey, PublicKeySource } from './public-keys';
import { publicKeyOf } from './public-keys';

/** As much of a client of CloudTrail as is needed. */
export interface PublicKeyClient {
  listPublicKeys(input: ListPublicKeysRequest): Promise<ListPublicKeysResponse>;
}

const hour = 3_600_000;

/**
 * Keys from CloudTrail itself, asked in the region that signed. Needs `cloudtrail:ListPublicKeys`, which knows no resources.
 *
 * Keys belong to regions, not to accounts, says the API reference. That any account of an organization is told the keys of its
 * organization trail is not written anywhere; a key that is not in the answer is therefore reported as not at hand, never as wrong.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListPublicKeys.html
 */
export class ListedPublicKeys implements PublicKeySource {
  private readonly answers = new Map<string, Promise<ReadonlyMap<string, KeyObject> | Error>>();

  constructor(private readonly clientIn: (region: string) => PublicKeyClient) {}

  async find(fingerprint: string, region: string, moment: Date): Promise<FoundKey> {
    const day = moment.toISOString().slice(0, 10);
    const id = `${region} ${day}`;
    const asked = this.answers.get(id) ?? this.list(region, new Date(`${day}T00:00:00Z`));
    this.answers.set(id, asked);
    const keys = await asked;
    if (keys instanceof Error) {
      return {
        missing: {
          en: `CloudTrail in ${region} did not list its public keys (cloudtrail:ListPublicKeys): ${keys.message}`,
          ja: `${region} の CloudTrail から公開鍵を取得できませんでした（cloudtrail:ListPublicKeys）: ${keys.message}`,
        },
      };
    }
    const key = keys.get(fingerprint);
    if (key) return { key };
    return {
      missing: {
        en: `CloudTrail in ${region} does not list a public key ${fingerprint} for ${day}. Try with credentials of the account of the trail, or with --keys`,
        ja: `${region} の CloudTrail が返した ${day} の公開鍵に ${fingerprint} がありません。証跡のあるアカウントの認証情報で試すか、--keys を使ってください`,
      },
    };
  }

  private async list(region: string, day: Date): Promise<ReadonlyMap<string, KeyObject> | Error> {
    const keys = new Map<string, KeyObject>();
    try {
      const client = this.clientIn(region);
      let NextToken: string | undefined;
      do {
        const answer = await client.listPublicKeys({
          // A digest that ends just after midnight was signed for the day before.
          StartTime: new Date(day.getTime() - 2 * hour),
          EndTime: new Date(Math.min(day.getTime() + 26 * hour, Date.now())),
          NextToken,
        });
        for (const { Fingerprint, Value } of answer.PublicKeyList ?? []) {
          if (Fingerprint && Value) keys.set(Fingerprint, publicKeyOf(Value));
        }
        NextToken = answer.NextToken;
      } while (NextToken);
      return keys;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
