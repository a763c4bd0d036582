import type { GetSecretValueCommandInput, GetSecretValueCommandOutput } from '@aws-sdk/client-secrets-manager';

/** The one call of Secrets Manager a secret needs. */
export type GetSecretValue = (
  input: GetSecretValueCommandInput,
) => Promise<Pick<GetSecretValueCommandOutput, 'SecretString'>>;

/** Thrown while nobody has given the secret a value. */
export class SecretEmpty extends Error {
  constructor() {
    super('The secret has no value yet; set it with `aws secretsmanager put-secret-value`');
    this.name = 'SecretEmpty';
  }
}

const keptMilliseconds = 5 * 60 * 1000;

/**
 * Reads a secret, at most every five minutes, which is how long a new value takes to be used. A failure is not remembered.
 * $0.05 per 10,000 reads.
 *
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html
 *
 * @throws SecretEmpty when the stack has made the secret and nobody has given it a value
 */
export function cachedSecret(getSecretValue: GetSecretValue, SecretId: string, now: () => number) {
  let kept: { readonly value: string; readonly until: number } | undefined;
  return async function secret(): Promise<string> {
    if (kept && now() < kept.until) return kept.value;
    const value = await currentValue(getSecretValue, SecretId);
    kept = { value, until: now() + keptMilliseconds };
    return value;
  };
}

async function currentValue(getSecretValue: GetSecretValue, SecretId: string): Promise<string> {
  try {
    // People paste secrets with a line end.
    const value = (await getSecretValue({ SecretId })).SecretString?.trim();
    if (value) return value;
  } catch (error) {
    // A secret without any value is not found by its version.
    if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error;
  }
  throw new SecretEmpty();
}
