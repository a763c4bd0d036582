import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BaselineFunction } from './baseline-function';
import type { BedrockGuardrail } from './bedrock-guardrail';
import type { FunctionNetwork } from './function-network';

export interface ConverseFunctionProps {
  readonly functionName: string;
  /** Bundled code of functions/converse.ts. */
  readonly code: Code;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** The role that may call Amazon Bedrock; the function runs with it. */
  readonly role: Role;
  /** The network to run in. @default that of Lambda */
  readonly network?: FunctionNetwork;
  readonly inferenceProfile: string;
  readonly foundationModel: string;
  readonly guardrail: BedrockGuardrail;
  /** Where the function records who asked, when and what became of it. */
  readonly auditLogGroup: LogGroup;
  readonly logKey: IKey;
  /** Days the function's own log is kept; it holds no text of people. */
  readonly logRetentionDays: number;
}

/**
 * The function that answers one prompt through the guardrail, and only when the audit record is on file. Nothing calls it from
 * outside; people try it with `aws lambda invoke`. Costs what it runs, a few cents per 1,000 answers besides the model.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html
 */
export class ConverseFunction extends Construct {
  readonly function: IFunction;

  constructor(scope: Construct, id: string, props: ConverseFunctionProps) {
    super(scope, id);
    this.function = new BaselineFunction(this, 'Converse', {
      functionName: props.functionName,
      description: 'Answers one prompt through the guardrail and records who asked, when and what became of it',
      code: props.code,
      iamPath: props.iamPath,
      role: props.role,
      network: props.network,
      logKey: props.logKey,
      logRetention: props.logRetentionDays,
      // The code gives up on Amazon Bedrock before, so that there is always time for the audit record.
      timeout: Duration.minutes(2),
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [props.auditLogGroup.logGroupArn],
        }),
      ],
      environment: {
        INFERENCE_PROFILE: props.inferenceProfile,
        FOUNDATION_MODEL: props.foundationModel,
        GUARDRAIL_ID: props.guardrail.guardrailId,
        GUARDRAIL_VERSION: props.guardrail.version,
        AUDIT_LOG_GROUP: props.auditLogGroup.logGroupName,
      },
    }).function;
  }
}
