import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CustomDataIdentifier, DataIdentifier, DataProtectionPolicy, type LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { EvidenceLogGroup } from './evidence-log-group';

export interface InvocationLogProps {
  readonly logGroupName: string;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  readonly encryptionKey: IKey;
  /** Days, one of the values CloudWatch Logs accepts. */
  readonly retentionDays: number;
}

/** The one log stream Amazon Bedrock writes prompts and answers to. */
const logStream = 'aws/bedrock/modelinvocations';

/**
 * What is masked for readers without `logs:Unmask`. Prompts reach this log before a guardrail masks them, so the log masks by
 * itself. Drivers' licenses, bank accounts and postal codes are digits like any others, and names no pattern: they stay readable.
 * One in 75 request ids looks like My Number and is masked too; the other way round would be worse. Nothing here matches twelve digits in a row: an account id and an ARN stay readable, or nobody could tell who asked.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
const maskedData = [
  DataIdentifier.AWSSECRETKEY,
  DataIdentifier.CREDITCARDNUMBER,
  DataIdentifier.CREDITCARDSECURITYCODE,
  DataIdentifier.EMAILADDRESS,
  DataIdentifier.OPENSSHPRIVATEKEY,
  DataIdentifier.PGPPRIVATEKEY,
  DataIdentifier.PKCSPRIVATEKEY,
  DataIdentifier.PUTTYPRIVATEKEY,
  new CustomDataIdentifier('MyNumber', '[0-9]{4}[- ][0-9]{4}[- ][0-9]{4}'),
  // AWS knows nothing Japanese. Mobile and IP phones with separators only: eleven digits in a row may be part of an account id.
  new CustomDataIdentifier('JapaneseMobilePhone', '0[5789]0[- ][0-9]{4}[- ][0-9]{4}'),
  new CustomDataIdentifier('JapanesePhoneFromAbroad', '\\+81[- ]?[0-9]{1,4}[- ][0-9]{1,4}[- ][0-9]{4}'),
  // A residence card begins as a passport does, so it is looked for first.
  new CustomDataIdentifier('JapaneseResidenceCard', '[A-Z]{2}[0-9]{8}[A-Z]{2}'),
  new CustomDataIdentifier('JapanesePassport', '[A-Z]{2}[0-9]{7}'),
];

/**
 * Where Amazon Bedrock writes every prompt and answer of an account in a region, and the role it writes with. Switching the logging on
 * is a setting of the region, not part of this construct.
 *
 * The role can write to one stream of one log group, for Amazon Bedrock of this account and region only.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export class InvocationLog extends Construct {
  readonly logGroup: LogGroup;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: InvocationLogProps) {
    super(scope, id);
    this.logGroup = new EvidenceLogGroup(this, 'Evidence', {
      ...props,
      dataProtectionPolicy: new DataProtectionPolicy({
        name: 'mask-personal-data-in-prompts',
        description:
          'Masks credentials, cards, e-mail addresses, My Number, Japanese phones, passports and residence cards',
        identifiers: maskedData,
      }),
    }).logGroup;

    const { partition, region, account } = Stack.of(this);
    this.role = new Role(this, 'Role', {
      path: props.iamPath,
      description: 'Amazon Bedrock writes prompts and answers to the invocation log',
      assumedBy: new ServicePrincipal('bedrock.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:bedrock:${region}:${account}:*` },
        },
      }),
    });
    new ManagedPolicy(this, 'WritePolicy', {
      path: props.iamPath,
      description: 'Writes to the one stream Amazon Bedrock uses',
      roles: [this.role],
      statements: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [
            `arn:${partition}:logs:${region}:${account}:log-group:${props.logGroupName}:log-stream:${logStream}`,
          ],
        }),
      ],
    });
  }
}
