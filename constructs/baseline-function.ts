import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  type CfnFunction,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accountServicePrincipal } from './account-service-principal';
import { attachToNetwork, type FunctionNetwork } from './function-network';

export interface BaselineFunctionProps {
  /** What the function does; shown in the console. */
  readonly description: string;
  /** @default made by CloudFormation */
  readonly functionName?: string;
  readonly code: Code;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** Encrypts the log group. The function itself uses the AWS managed key, because Inspector does not scan functions with a customer key. */
  readonly logKey: IKey;
  readonly logRetention: RetentionDays;
  readonly timeout: Duration;
  /** Megabytes. @default 256 */
  readonly memorySize?: number;
  readonly environment?: Record<string, string>;
  /** What the function may do besides writing its own log. */
  readonly statements: readonly PolicyStatement[];
  /** Where Lambda puts an event aside that the function failed on three times. For functions that nobody waits for. @default lost */
  readonly deadLetterQueue?: IQueue;
  /** Role to run with; it must trust Lambda. @default a role of its own */
  readonly role?: Role;
  /** The network to run in. @default that of Lambda, with a way to the internet */
  readonly network?: FunctionNetwork;
}

/**
 * A Lambda function as this baseline wants every one: current runtime on arm64, a log group of its own that is encrypted and
 * expires, a role that can write to that log group only and trusts Lambda of this account only, no public entry.
 *
 * The handler is `handler` in `index.js` of the code.
 * https://docs.aws.amazon.com/inspector/latest/user/scanning-lambda.html (functions with a customer managed key are not scanned)
 */
export class BaselineFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BaselineFunctionProps) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'LogGroup', {
      encryptionKey: props.logKey,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role =
      props.role ??
      new Role(this, 'Role', {
        path: props.iamPath,
        description: `Runs: ${props.description}`,
        assumedBy: accountServicePrincipal('lambda.amazonaws.com', Stack.of(this).account),
      });
    const policy = new ManagedPolicy(this, 'Policy', {
      path: props.iamPath,
      description: `What the function may do. ${props.description}`,
      roles: [this.role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [this.logGroup.logGroupArn],
        }),
        ...(props.deadLetterQueue
          ? [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [props.deadLetterQueue.queueArn] })]
          : []),
        ...(props.network ? attachToNetwork(Stack.of(this)) : []),
        ...props.statements,
      ],
    });
    this.function = new LambdaFunction(this, 'Function', {
      functionName: props.functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: 'index.handler',
      role: this.role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      timeout: props.timeout,
      memorySize: props.memorySize ?? 256,
      environment: props.environment,
    });
    if (props.deadLetterQueue) {
      // The property of the L2 would write a policy of its own into the role.
      (this.function.node.defaultChild as CfnFunction).deadLetterConfig = { targetArn: props.deadLetterQueue.queueArn };
    }
    this.function.node.addDependency(policy);
    if (props.network) {
      // The property of the L2 wants a VPC construct with its zones, and attaches a managed policy of AWS.
      (this.function.node.defaultChild as CfnFunction).vpcConfig = {
        subnetIds: [...props.network.subnetIds],
        securityGroupIds: [props.network.securityGroupId],
      };
    }
  }
}
