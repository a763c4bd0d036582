import { existsSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** Where to look: a bucket or a folder that mirrors one, and the prefix below which. */
export type Target =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly scope: string }
  | { readonly kind: 'folder'; readonly root: string; readonly scope: string };

/** A mistake of the caller, with what is allowed and what to do. */
export class TargetMistake extends Error {}

/**
 * Reads `s3://bucket/prefix` or the path of a folder. A path inside `AWSLogs` stands for the folder above, so that files keep the keys
 * they have in the bucket. Throws `TargetMistake`.
 */
export function targetOf(text: string): Target {
  if (text.startsWith('s3:')) {
    const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(text);
    if (!match) {
      throw new TargetMistake(`"${text}" is not an S3 URI. Write s3://bucket or s3://bucket/AWSLogs/o-…/account/`);
    }
    const [, bucket = '', prefix = ''] = match;
    return { kind: 'bucket', bucket, scope: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` };
  }
  if (!existsSync(text)) {
    throw new TargetMistake(
      `"${text}" does not exist. Give a folder that mirrors the bucket of the trail, or an S3 URI`,
    );
  }
  if (!statSync(text).isDirectory()) {
    throw new TargetMistake(`"${text}" is a file. Give the folder that mirrors the bucket, which holds AWSLogs`);
  }
  const names = resolve(text).split(sep);
  const at = names.indexOf('AWSLogs');
  if (at === -1) return { kind: 'folder', root: resolve(text), scope: '' };
  return { kind: 'folder', root: names.slice(0, at).join(sep) || sep, scope: `${names.slice(at).join('/')}/` };
}

/**
 * Reads a day or a moment in UTC; a day is its first moment. Throws `TargetMistake`.
 */
export function momentOf(option: string, text: string): Date {
  const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/.test(text) ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(moment.getTime()) || !text.startsWith(moment.toISOString().slice(0, 10))) {
    throw new TargetMistake(`${option} "${text}" is not a day or moment in UTC. Write 2026-11-27 or 2026-11-27T09:00Z`);
  }
  return moment;
}
