/**
 * Events in the shapes of AWS, with every field that a pattern or a message reads and the ones beside them.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/asff-required-attributes.html
 */
export function imported(finding: object): object {
  return {
    version: '0',
    id: '8e5622f9-d81c-4d81-612a-9319e7ee2506',
    'detail-type': 'Security Hub Findings - Imported',
    source: 'aws.securityhub',
    account: '333344445555',
    time: '2026-11-27T09:00:00Z',
    region: 'ap-northeast-1',
    resources: ['arn:aws:securityhub:ap-northeast-1::product/aws/securityhub/finding'],
    detail: { findings: [finding] },
  };
}

export const controlFinding = {
  SchemaVersion: '2018-10-08',
  Id: 'arn:aws:securityhub:us-east-1:444455556666:security-control/S3.2/finding/11111111-2222-3333-4444-555555555555',
  ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/securityhub',
  ProductName: 'Security Hub',
  CompanyName: 'AWS',
  Region: 'us-east-1',
  GeneratorId: 'security-control/S3.2',
  AwsAccountId: '444455556666',
  Types: ['Software and Configuration Checks/Industry and Regulatory Standards'],
  CreatedAt: '2026-11-27T08:59:00.000Z',
  UpdatedAt: '2026-11-27T08:59:00.000Z',
  Severity: { Label: 'CRITICAL', Normalized: 90, Original: 'CRITICAL' },
  Title: 'S3 general purpose buckets should block public read access',
  Description: 'This control checks whether a bucket\n"allows" public read access.',
  Compliance: { Status: 'FAILED', SecurityControlId: 'S3.2' },
  Workflow: { Status: 'NEW' },
  WorkflowState: 'NEW',
  RecordState: 'ACTIVE',
  Resources: [{ Type: 'AwsS3Bucket', Id: 'arn:aws:s3:::example', Partition: 'aws', Region: 'us-east-1' }],
};

export const guardDutyFinding = {
  ...controlFinding,
  Id: 'arn:aws:guardduty:ap-northeast-1:333344445555:detector/0123456789abcdef0123456789abcdef/finding/fedcba9876543210fedcba9876543210',
  ProductArn: 'arn:aws:securityhub:ap-northeast-1::product/aws/guardduty',
  ProductName: 'GuardDuty',
  CompanyName: 'Amazon',
  Region: 'ap-northeast-1',
  GeneratorId: 'arn:aws:guardduty:ap-northeast-1:333344445555:detector/0123456789abcdef0123456789abcdef',
  Types: ['TTPs/Discovery/Recon:EC2-PortProbeUnprotectedPort'],
  Severity: { Label: 'MEDIUM', Normalized: 50, Product: 5 },
  Title: 'A model was invoked by an unusual principal.',
  Description: 'The principal "developer" invoked a model\nin a way that is unusual for it.',
  Compliance: undefined,
};

/** What Lambda puts on the event bus when a function has returned a payload. */
export function trailMessageResult(functionArn: string, responsePayload: object): object {
  return {
    version: '0',
    id: '0d2b3a8e-9b2d-4c64-8f43-1f35d2a4c111',
    'detail-type': 'Lambda Function Invocation Result - Success',
    source: 'lambda',
    account: '111122223333',
    time: '2026-11-27T09:00:00Z',
    region: 'ap-northeast-1',
    resources: ['arn:aws:events:ap-northeast-1:111122223333:event-bus/default', `${functionArn}:$LATEST`],
    detail: {
      version: '1.0',
      timestamp: '2026-11-27T09:00:00.000Z',
      requestContext: {
        requestId: 'e4b46cbf-b738-4880-a18c-df61200e1111',
        functionArn: `${functionArn}:$LATEST`,
        condition: 'Success',
        approximateInvokeCount: 1,
      },
      requestPayload: { awslogs: { data: 'H4sIAAAA' } },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      responsePayload,
    },
  };
}

/** An event of CloudTrail as it stands in the organization trail. */
export function trailEvent(fields: Readonly<Record<string, unknown>>) {
  return {
    eventVersion: '1.11',
    eventTime: '2026-11-27T08:55:00Z',
    awsRegion: 'ap-northeast-1',
    sourceIPAddress: '203.0.113.7',
    userAgent: 'aws-cli/2.31.0',
    eventID: 'c0ffee00-1111-2222-3333-444444444444',
    eventType: 'AwsApiCall',
    managementEvent: true,
    readOnly: false,
    recipientAccountId: '444455556666',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLE:alice',
      arn: 'arn:aws:sts::444455556666:assumed-role/developer/alice',
      accountId: '444455556666',
      sessionContext: { sessionIssuer: { type: 'Role', userName: 'developer' } },
    },
    ...fields,
  };
}
