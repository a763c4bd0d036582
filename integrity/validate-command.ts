import { readFileSync } from 'node:fs';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Text } from '../policies/policy';
import type { Archive } from './archive';
import { FolderArchive } from './folder-archive';
import { ListedPublicKeys, type PublicKeyClient } from './listed-public-keys';
import type { Period } from './period';
import { proofDocument } from './proof-document';
import { KeyFileMistake, type PublicKeySource, savedPublicKeys } from './public-keys';
import { S3Archive } from './s3-archive';
import { momentOf, type Target, TargetMistake, targetOf } from './target';
import { type Progress, validate } from './validate';
import { renderValidation } from './validation-text';

export interface ValidateFlags {
  readonly target: string;
  readonly from?: string;
  readonly to?: string;
  /** File of public keys. @default CloudTrail is asked */
  readonly keys?: string;
  readonly bucket?: string;
  readonly json: boolean;
  readonly language: keyof Text;
}

/** What the command needs from outside. */
export interface ValidateDependencies {
  readonly s3: () => Pick<S3Client, 'send'>;
  readonly cloudTrailIn: (region: string) => PublicKeyClient;
  readonly now: () => Date;
  /** What validates, such as `ishizue 0.1.0`. */
  readonly tool: string;
  readonly terminal: {
    writeOut(text: string): void;
    writeError(text: string): void;
    readonly colors: boolean;
    readonly rewritesLines: boolean;
  };
}

/**
 * Validates log files and answers the exit code: 0 valid · 1 invalid · 2 unknown, or the files could not be listed · 64 a mistake of
 * the caller.
 */
export async function runValidate(flags: ValidateFlags, dependencies: ValidateDependencies): Promise<number> {
  const { terminal } = dependencies;
  const read = readFlags(flags, dependencies);
  if ('mistakes' in read) {
    terminal.writeError(`${read.mistakes.join('\n')}\n`);
    return 64;
  }
  const { target, period, publicKeys } = read;
  const archive: Archive =
    target.kind === 'bucket' ? new S3Archive(dependencies.s3(), target.bucket) : new FolderArchive(target.root);
  const progress = progressLine(dependencies, flags.language);
  try {
    const { scope } = target;
    const options = { archive, publicKeys, period, scope, bucket: flags.bucket, onProgress: progress.tell };
    const validation = await validate(options);
    progress.clear();
    const document = proofDocument(validation, flags.target, period, dependencies.tool);
    terminal.writeOut(
      flags.json
        ? `${JSON.stringify(document, undefined, 2)}\n`
        : renderValidation(validation, flags.language, terminal.colors),
    );
    return { valid: 0, invalid: 1, unknown: 2 }[validation.state];
  } catch (error) {
    progress.clear();
    if (!(error instanceof Error)) throw error;
    if (target.kind === 'folder') {
      // Of the disk; anything else is a bug.
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
      terminal.writeError(`${error.message}\n`);
      return 2;
    }
    // Of the SDK: no credentials, no such bucket, no permission to list it, no network.
    const needs: Text = {
      en: 'It takes credentials with s3:ListBucket, s3:GetObject and kms:Decrypt on the bucket of the trail.',
      ja: '証跡のバケットに対する s3:ListBucket・s3:GetObject・kms:Decrypt の権限を持つ認証情報が必要です。',
    };
    terminal.writeError(`${flags.target}: ${error.name}: ${error.message}\n${needs[flags.language]}\n`);
    return 2;
  }
}

interface Read {
  readonly target: Target;
  readonly period: Period;
  readonly publicKeys: PublicKeySource;
}

/** Every mistake of the command line at once. */
function readFlags(flags: ValidateFlags, dependencies: ValidateDependencies): Read | { readonly mistakes: string[] } {
  const mistakes: string[] = [];
  const attempt = <Value>(read: () => Value): Value | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof TargetMistake)) throw error;
      mistakes.push(error.message);
      return undefined;
    }
  };
  const target = attempt(() => targetOf(flags.target));
  const from = attempt(() => (flags.from === undefined ? undefined : momentOf('--from', flags.from)));
  const to = attempt(() => (flags.to === undefined ? undefined : momentOf('--to', flags.to)));
  const publicKeys = attempt(() => keysOf(flags, dependencies));
  if (from && to && from >= to) mistakes.push(`--from ${flags.from} is not before --to ${flags.to}`);
  if (target?.kind === 'bucket' && flags.bucket !== undefined) {
    mistakes.push('--bucket is for folders, which do not know their bucket; an S3 URI names it');
  }
  if (mistakes.length > 0 || !target || !publicKeys) return { mistakes };
  return { target, publicKeys, period: { from, to, now: dependencies.now() } };
}

function keysOf({ keys }: ValidateFlags, { cloudTrailIn }: ValidateDependencies): PublicKeySource {
  if (keys === undefined) return new ListedPublicKeys(cloudTrailIn);
  try {
    return savedPublicKeys(readFileSync(keys, 'utf8'));
  } catch (error) {
    const reason = error instanceof KeyFileMistake ? error.message : (error as NodeJS.ErrnoException).code;
    throw new TargetMistake(
      `--keys "${keys}" is no file of public keys: ${reason}. Save what this prints: aws cloudtrail list-public-keys --region … --start-time … --end-time …`,
    );
  }
}

function progressLine({ terminal }: ValidateDependencies, language: keyof Text) {
  // On a screen, a line that is written over; in a log, a line now and then.
  const every = terminal.rewritesLines ? { logFiles: 500, regions: 1 } : { logFiles: 10_000, regions: 50 };
  let told = { logFiles: 0, regionsDone: 0 };
  return {
    tell({ regions, regionsDone, logFiles }: Progress): void {
      const isNews = logFiles >= told.logFiles + every.logFiles || regionsDone >= told.regionsDone + every.regions;
      if (!isNews) return;
      told = { logFiles, regionsDone };
      const text: Text = {
        en: `  ${regionsDone} of ${regions} accounts and regions, ${logFiles} log files`,
        ja: `  アカウントとリージョン ${regionsDone} / ${regions}、ログファイル ${logFiles} 件`,
      };
      terminal.writeError(terminal.rewritesLines ? `\r\u001b[2K${text[language]}` : `${text[language]}\n`);
    },
    clear(): void {
      if (terminal.rewritesLines) terminal.writeError('\r\u001b[2K');
    },
  };
}
