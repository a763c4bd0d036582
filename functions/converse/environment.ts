import type { ConverseSettings } from './converse-input';

/** What the template hands to the function, and what Lambda adds. */
export interface ConverseEnvironment {
  readonly settings: Omit<ConverseSettings, 'build'>;
  readonly auditLogGroup: string;
  /** Name of the log stream Lambda gave this execution environment; unique to it. */
  readonly logStreamName: string;
}

/** Thrown when variables are missing: the template and the code do not fit together, which is our mistake. */
export class EnvironmentIncomplete extends Error {
  constructor(missing: readonly string[]) {
    super(`The function's environment lacks ${missing.join(', ')}; deploy the stack again`);
    this.name = 'EnvironmentIncomplete';
  }
}

/**
 * Reads the environment of the function.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 *
 * @throws EnvironmentIncomplete with the names of every variable that is missing
 */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): ConverseEnvironment {
  const missing: string[] = [];
  const read = (name: string): string => {
    const value = variables[name];
    if (!value) missing.push(name);
    return value ?? '';
  };
  const environment = {
    settings: {
      inferenceProfile: read('INFERENCE_PROFILE'),
      foundationModel: read('FOUNDATION_MODEL'),
      guardrailId: read('GUARDRAIL_ID'),
      guardrailVersion: read('GUARDRAIL_VERSION'),
    },
    auditLogGroup: read('AUDIT_LOG_GROUP'),
    logStreamName: read('AWS_LAMBDA_LOG_STREAM_NAME'),
  };
  if (missing.length > 0) throw new EnvironmentIncomplete(missing);
  return environment;
}
