import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface ClaimTableProps {
  readonly encryptionKey: IKey;
}

/**
 * How far each question has come, so that none is billed twice, and how many tokens the day and each person have used. Entries expire
 * by themselves after 15 days; an answer is in it only until it is posted. Protected from deletion, recoverable for 35 days.
 *
 * About $1.40 per million writes and $0.23 per GB and month for recovery in Tokyo: cents.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export class ClaimTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, { encryptionKey }: ClaimTableProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: 'expiresAt',
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
