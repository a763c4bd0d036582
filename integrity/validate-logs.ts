import { CloudTrail } from '@aws-sdk/client-cloudtrail';
import { S3Client } from '@aws-sdk/client-s3';
import { runValidate, type ValidateDependencies, type ValidateFlags } from './validate-command';

/** The options of `ishizue logs validate`, as the command line gives them. */
export interface ValidateLogsOptions extends Omit<ValidateFlags, 'target' | 'language'> {
  readonly lang: ValidateFlags['language'];
}

const limits = { maxAttempts: 4, requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 } };

/** Validates with clients of AWS. `region` is where the bucket is looked for first; S3 says where it is when it is elsewhere. */
export function validateLogs(
  target: string,
  { lang, ...flags }: ValidateLogsOptions,
  region: string,
  { tool, terminal }: Pick<ValidateDependencies, 'tool' | 'terminal'>,
): Promise<number> {
  return runValidate(
    { target, language: lang, ...flags },
    {
      s3: () => new S3Client({ ...limits, region, followRegionRedirects: true }),
      cloudTrailIn: (signed) => new CloudTrail({ ...limits, region: signed }),
      now: () => new Date(),
      tool,
      terminal,
    },
  );
}
