import { baselineChanges } from '../../constructs/baseline-changes';
import { cisBenchmarkChanges } from '../../constructs/cis-benchmark-changes';
import { metricFilterMatches } from '../helpers/metric-filter-pattern';

const changes = [...cisBenchmarkChanges, ...baselineChanges];

const by = { type: 'AssumedRole', sessionContext: { sessionIssuer: { userName: 'developer' } } };
const call = (eventSource: string, eventName: string) => ({
  eventType: 'AwsApiCall',
  userIdentity: by,
  eventSource: `${eventSource}.amazonaws.com`,
  eventName,
});
const signIn = {
  eventType: 'AwsConsoleSignIn',
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  userIdentity: { type: 'IAMUser', userName: 'alice' },
  additionalEventData: { MFAUsed: 'No' },
  responseElements: { ConsoleLogin: 'Success' },
};

/** For each change the event that must raise its alarm, and one that looks like it and must not. */
const examples: Record<string, { readonly dangerous: object; readonly harmless: object }> = {
  'unauthorized-calls': {
    dangerous: { ...call('s3', 'ListBuckets'), errorCode: 'AccessDenied' },
    harmless: { ...call('s3', 'HeadBucket'), errorCode: 'NoSuchBucket' },
  },
  'sign-in-without-mfa': {
    dangerous: signIn,
    harmless: { ...signIn, additionalEventData: { MFAUsed: 'Yes' } },
  },
  'root-use': {
    dangerous: { ...call('s3', 'PutBucketPolicy'), userIdentity: { type: 'Root' } },
    harmless: { ...call('s3', 'PutObject'), userIdentity: { type: 'Root', invokedBy: 'backup.amazonaws.com' } },
  },
  'iam-policy-change': { dangerous: call('iam', 'PutRolePolicy'), harmless: call('iot', 'CreatePolicy') },
  'trail-change': { dangerous: call('cloudtrail', 'StopLogging'), harmless: call('cloudtrail', 'LookupEvents') },
  'sign-in-failures': {
    dangerous: { ...signIn, errorMessage: 'Failed authentication', responseElements: { ConsoleLogin: 'Failure' } },
    harmless: { ...signIn, errorMessage: 'No username found in supplied account' },
  },
  'key-deletion': { dangerous: call('kms', 'ScheduleKeyDeletion'), harmless: call('kms', 'GenerateDataKey') },
  'bucket-policy-change': { dangerous: call('s3', 'PutBucketPolicy'), harmless: call('s3', 'GetBucketPolicy') },
  'config-change': {
    dangerous: call('config', 'StopConfigurationRecorder'),
    harmless: call('config', 'DescribeConfigurationRecorders'),
  },
  'security-group-change': {
    dangerous: call('ec2', 'AuthorizeSecurityGroupIngress'),
    harmless: call('ec2', 'DescribeSecurityGroups'),
  },
  'network-acl-change': { dangerous: call('ec2', 'CreateNetworkAclEntry'), harmless: call('wafv2', 'CreateWebACL') },
  'network-gateway-change': {
    dangerous: call('ec2', 'AttachInternetGateway'),
    harmless: call('ec2', 'DescribeInternetGateways'),
  },
  'route-table-change': { dangerous: call('ec2', 'ReplaceRoute'), harmless: call('appmesh', 'CreateRoute') },
  'vpc-change': { dangerous: call('ec2', 'DeleteVpc'), harmless: call('ec2', 'DescribeVpcs') },
  'organization-change': {
    dangerous: call('organizations', 'DetachPolicy'),
    harmless: call('organizations', 'ListPolicies'),
  },
  'bedrock-safeguard-change': {
    dangerous: call('bedrock', 'DeleteModelInvocationLoggingConfiguration'),
    harmless: call('bedrock', 'Converse'),
  },
  'detection-weakened': {
    dangerous: call('guardduty', 'DeleteDetector'),
    harmless: call('guardduty', 'ListDetectors'),
  },
  'permission-set-change': {
    dangerous: call('sso', 'CreateAccountAssignment'),
    harmless: call('sso', 'ListAccountAssignments'),
  },
  'break-glass-use': {
    dangerous: {
      ...call('s3', 'ListBuckets'),
      userIdentity: {
        ...by,
        sessionContext: { sessionIssuer: { userName: 'AWSReservedSSO_break-glass-administrator_0123456789abcdef' } },
      },
    },
    harmless: {
      ...call('s3', 'ListBuckets'),
      userIdentity: {
        ...by,
        sessionContext: { sessionIssuer: { userName: 'AWSReservedSSO_security-auditor_0123456789abcdef' } },
      },
    },
  },
};

/** What the sign-in to an account through IAM Identity Center leaves in the trail, in the order of the events. */
const signInThroughIdentityCenter = (permissionSet: string) => {
  const role = `AWSReservedSSO_${permissionSet}_7243976e43c75fc5`;
  const arn = `arn:aws:sts::444455556666:assumed-role/${role}/alice@example.com`;
  return {
    'the role is asked for': {
      eventType: 'AwsApiCall',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithSAML',
      userIdentity: { type: 'SAMLUser', principalId: 'x:alice@example.com', userName: 'alice@example.com' },
      requestParameters: {
        roleSessionName: 'alice@example.com',
        roleArn: `arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/${role}`,
        principalArn: 'arn:aws:iam::444455556666:saml-provider/AWSSSO_9882ccf00912484e_DO_NOT_DELETE',
      },
    },
    'the console is opened': {
      eventType: 'AwsConsoleSignIn',
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      userIdentity: {
        type: 'AssumedRole',
        principalId: 'AROAEXAMPLE:alice@example.com',
        arn,
        accountId: '444455556666',
      },
      requestParameters: null,
      additionalEventData: { MFAUsed: 'No' },
      responseElements: { ConsoleLogin: 'Success' },
    },
    'something is called': {
      ...call('s3', 'ListBuckets'),
      userIdentity: { type: 'AssumedRole', arn, sessionContext: { sessionIssuer: { type: 'Role', userName: role } } },
    },
  };
};

describe('break-glass', () => {
  const pattern = changes.find(({ id }) => id === 'break-glass-use')?.pattern ?? '';
  const cases = ['break-glass-administrator', 'break-glass-management'].flatMap((set) =>
    Object.entries(signInThroughIdentityCenter(set)).map(([what, event]) => [set, what, event] as const),
  );

  test.each(cases)('%s alarms when %s', (_set, _what, event) => {
    expect(metricFilterMatches(pattern, event)).toBe(true);
  });

  test.each(Object.entries(signInThroughIdentityCenter('security-auditor')))(
    'another permission set does not alarm when %s',
    (_what, event) => {
      expect(metricFilterMatches(pattern, event)).toBe(false);
    },
  );
});

describe('the dangerous changes', () => {
  test('have an id, a title and an example each', () => {
    expect(changes.map(({ id }) => id).sort()).toEqual(Object.keys(examples).sort());
    expect(new Set(changes.flatMap(({ title }) => [title.en, title.ja])).size).toBe(2 * changes.length);
  });

  test('cover the monitoring section of the CIS benchmark, but for 4.16, which is Security Hub itself', () => {
    expect(cisBenchmarkChanges.map(({ cis }) => cis)).toEqual(
      Array.from({ length: 15 }, (_, index) => `4.${index + 1}`),
    );
  });

  /** Events by the controls of Security Hub that look for exactly these, and for no others. */
  const named: [control: string, cis: string, source: string, names: string[]][] = [
    [
      'CloudWatch.4',
      '4.4',
      'iam',
      [
        ...[
          'DeleteGroupPolicy',
          'DeleteRolePolicy',
          'DeleteUserPolicy',
          'PutGroupPolicy',
          'PutRolePolicy',
          'PutUserPolicy',
        ],
        ...['CreatePolicy', 'DeletePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion', 'AttachRolePolicy'],
        ...['DetachRolePolicy', 'AttachUserPolicy', 'DetachUserPolicy', 'AttachGroupPolicy', 'DetachGroupPolicy'],
      ],
    ],
    ['CloudWatch.5', '4.5', 'cloudtrail', ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging']],
    ['CloudWatch.7', '4.7', 'kms', ['DisableKey', 'ScheduleKeyDeletion']],
    [
      'CloudWatch.8',
      '4.8',
      's3',
      [
        ...['PutBucketAcl', 'PutBucketPolicy', 'PutBucketCors', 'PutBucketLifecycle', 'PutBucketReplication'],
        ...['DeleteBucketPolicy', 'DeleteBucketCors', 'DeleteBucketLifecycle', 'DeleteBucketReplication'],
      ],
    ],
    [
      'CloudWatch.9',
      '4.9',
      'config',
      ['StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'],
    ],
    [
      'CloudWatch.10',
      '4.10',
      'ec2',
      [
        ...['AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress'],
        ...['RevokeSecurityGroupEgress', 'CreateSecurityGroup', 'DeleteSecurityGroup'],
      ],
    ],
    [
      'CloudWatch.11',
      '4.11',
      'ec2',
      [
        ...['CreateNetworkAcl', 'CreateNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry'],
        ...['ReplaceNetworkAclEntry', 'ReplaceNetworkAclAssociation'],
      ],
    ],
    [
      'CloudWatch.12',
      '4.12',
      'ec2',
      [
        ...['CreateCustomerGateway', 'DeleteCustomerGateway', 'AttachInternetGateway', 'CreateInternetGateway'],
        ...['DeleteInternetGateway', 'DetachInternetGateway'],
      ],
    ],
    [
      'CloudWatch.13',
      '4.13',
      'ec2',
      [
        ...['CreateRoute', 'CreateRouteTable', 'ReplaceRoute', 'ReplaceRouteTableAssociation', 'DeleteRouteTable'],
        ...['DeleteRoute', 'DisassociateRouteTable'],
      ],
    ],
    [
      'CloudWatch.14',
      '4.14',
      'ec2',
      [
        ...['CreateVpc', 'DeleteVpc', 'ModifyVpcAttribute', 'AcceptVpcPeeringConnection', 'CreateVpcPeeringConnection'],
        ...['DeleteVpcPeeringConnection', 'RejectVpcPeeringConnection', 'AttachClassicLinkVpc', 'DetachClassicLinkVpc'],
        ...['DisableVpcClassicLink', 'EnableVpcClassicLink'],
      ],
    ],
  ];

  test.each(named)(
    '%s finds the filter it looks for (CIS %s): each of its events, and no other',
    (_control, cis, source, names) => {
      const pattern = cisBenchmarkChanges.find((change) => change.cis === cis)?.pattern ?? '';
      expect(names.filter((name) => !metricFilterMatches(pattern, call(source, name)))).toEqual([]);
      expect([...pattern.matchAll(/\$\.eventName=(\w+)/g)].map(([, name]) => name).sort()).toEqual([...names].sort());
    },
  );

  /** These look for more than names; white space does not count. */
  test.each([
    [
      'CloudWatch.1',
      '4.3',
      '{$.userIdentity.type="Root"&&$.userIdentity.invokedByNOTEXISTS&&$.eventType!="AwsServiceEvent"}',
    ],
    ['CloudWatch.2', '4.1', '{($.errorCode="*UnauthorizedOperation")||($.errorCode="AccessDenied*")}'],
    [
      'CloudWatch.3',
      '4.2',
      '{($.eventName="ConsoleLogin")&&($.additionalEventData.MFAUsed!="Yes")&&($.userIdentity.type="IAMUser")&&($.responseElements.ConsoleLogin="Success")}',
    ],
    ['CloudWatch.6', '4.6', '{($.eventName=ConsoleLogin)&&($.errorMessage="Failedauthentication")}'],
  ])('%s finds the filter it looks for (CIS %s), word for word', (_control, cis, pattern) => {
    expect(cisBenchmarkChanges.find((change) => change.cis === cis)?.pattern.replaceAll(' ', '')).toBe(pattern);
  });

  test.each(changes)('$id: the alarm is raised by its event', ({ id, pattern }) => {
    expect(metricFilterMatches(pattern, examples[id]?.dangerous)).toBe(true);
  });

  test.each(changes)('$id: the alarm is not raised by an event that looks like it', ({ id, pattern }) => {
    expect(metricFilterMatches(pattern, examples[id]?.harmless)).toBe(false);
  });

  test('everyday calls raise no alarm', () => {
    const everyday = [call('bedrock', 'InvokeModel'), call('sts', 'AssumeRole'), call('s3', 'GetObject')];
    expect(everyday.flatMap((event) => changes.filter(({ pattern }) => metricFilterMatches(pattern, event)))).toEqual(
      [],
    );
  });

  test.each(changes)('$id: CloudWatch Logs takes the pattern, of at most 1,024 characters', ({ pattern }) => {
    expect(pattern.length).toBeLessThanOrEqual(1024);
  });

  test.each(changes.filter(({ threshold }) => threshold !== undefined))(
    '$id: only what is everyday in ones needs several events',
    ({ id }) => {
      expect(['unauthorized-calls', 'sign-in-failures']).toContain(id);
    },
  );
});
