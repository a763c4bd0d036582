import { createHash, type KeyObject, verify } from 'node:crypto';
import type { Digest } from './digest';

/** The only algorithm CloudTrail documents. */
export const signatureAlgorithm = 'SHA256withRSA';

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * What CloudTrail signs: the end of the digest's hour, its path, the hash of its uncompressed content, and the signature before.
 *
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
export function signedText({ end, bucket, key, previous }: Digest, hash: string): string {
  return [end, `${bucket}/${key}`, hash, previous?.signature ?? 'null'].join('\n');
}

/** Whether a signature, PKCS #1 v1.5 in hexadecimal, is the one of the holder of the key. */
export function signatureHolds(key: KeyObject, text: string, signature: string): boolean {
  if (!/^(?:[0-9a-f]{2})+$/i.test(signature)) return false;
  return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'hex'));
}
