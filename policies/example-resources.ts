import type { PolicyFacts } from './policy';

/** A use of one resource of each service the resource control policies speak of. */
export function resourceUses({ partition, homeRegion, workloadAccountId }: PolicyFacts): readonly {
  readonly action: string;
  readonly resource: string;
}[] {
  const inAccount = (service: string, resource: string) =>
    `arn:${partition}:${service}:${homeRegion}:${workloadAccountId}:${resource}`;
  return [
    { action: 's3:GetObject', resource: `arn:${partition}:s3:::customer-files/contract.pdf` },
    { action: 'kms:Decrypt', resource: inAccount('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab') },
    { action: 'sqs:ReceiveMessage', resource: inAccount('sqs', 'orders') },
    { action: 'secretsmanager:GetSecretValue', resource: inAccount('secretsmanager', 'secret:bot-token-a1b2c3') },
    { action: 'logs:GetLogEvents', resource: inAccount('logs', 'log-group:/aws/lambda/report:log-stream:today') },
    { action: 'dynamodb:GetItem', resource: inAccount('dynamodb', 'table/orders') },
    { action: 'sts:AssumeRole', resource: `arn:${partition}:iam::${workloadAccountId}:role/partner` },
  ];
}
