import { parameter, type RuleExample } from './rule-example';

const logGroup = {
  Subject: {
    Type: 'AWS::Logs::LogGroup',
    Properties: { RetentionInDays: 365, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
  },
};

const lambda = {
  Subject: { Type: 'AWS::Lambda::Function', Properties: { LoggingConfig: { LogGroup: { Ref: 'Log' } } } },
  Log: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/example', RetentionInDays: 365 } },
};

const statement = 'Policy.Properties.PolicyDocument.Statement.0';
const tlsOnly = {
  Subject: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs' } },
  Policy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Subject' },
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: '*' },
            Action: 's3:*',
            Resource: [
              { 'Fn::GetAtt': ['Subject', 'Arn'] },
              { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Subject', 'Arn'] }, '/*']] },
            ],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    },
  },
};

const organizationOnly = { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } };
const bucketPolicy = {
  Subject: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: 'logs',
      PolicyDocument: {
        Statement: [
          {
            Sid: 'Readers',
            Effect: 'Allow',
            Principal: { AWS: '*' },
            Action: 's3:GetObject',
            Condition: organizationOnly,
          },
          { Effect: 'Deny', Principal: '*', Action: 's3:*' },
          { Effect: 'Allow', Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }, Action: 's3:GetObject' },
        ],
      },
    },
  },
};
const readers = 'Subject.Properties.PolicyDocument.Statement.0';

export const loggingExamples: readonly RuleExample[] = [
  {
    rule: 'log-group-retention',
    passes: logGroup,
    fails: [{ what: 'no retention', at: 'Subject.Properties.RetentionInDays' }],
    unknown: [{ what: 'a retention from a parameter', at: 'Subject.Properties.RetentionInDays', to: parameter }],
  },
  {
    rule: 'log-group-customer-key',
    passes: logGroup,
    fails: [{ what: 'no key', at: 'Subject.Properties.KmsKeyId' }],
    unknown: [
      {
        what: 'a condition decides',
        at: 'Subject.Properties.KmsKeyId',
        to: { 'Fn::If': ['Own', 'a', { Ref: 'AWS::NoValue' }] },
      },
    ],
  },
  {
    rule: 'function-has-log-group-with-retention',
    passes: lambda,
    fails: [
      { what: 'the log group that Lambda makes', at: 'Subject.Properties.LoggingConfig' },
      { what: 'a log group that keeps everything', at: 'Log.Properties.RetentionInDays' },
      { what: 'a log group of nobody', at: 'Subject.Properties.LoggingConfig.LogGroup', to: '/other' },
    ],
    alsoPasses: [{ what: 'a log group by its name', at: 'Subject.Properties.LoggingConfig.LogGroup', to: '/example' }],
    unknown: [{ what: 'a retention from a parameter', at: 'Log.Properties.RetentionInDays', to: parameter }],
  },
  {
    rule: 'lambda-function-without-customer-key',
    passes: lambda,
    fails: [{ what: 'a key of our own', at: 'Subject.Properties.KmsKeyArn', to: { 'Fn::GetAtt': ['Key', 'Arn'] } }],
    unknown: [{ what: 'a condition decides', at: 'Subject.Properties.KmsKeyArn', to: { 'Fn::If': ['Own', 'a', 'b'] } }],
  },
  {
    rule: 'bucket-policy-denies-insecure-transport',
    passes: tlsOnly,
    fails: [
      { what: 'no policy', at: 'Policy' },
      { what: 'a statement that allows', at: `${statement}.Effect`, to: 'Allow' },
      { what: 'some actions only', at: `${statement}.Action`, to: 's3:GetObject' },
      { what: 'the bucket without its objects', at: `${statement}.Resource`, to: { 'Fn::GetAtt': ['Subject', 'Arn'] } },
      { what: 'the wrong way round', at: `${statement}.Condition.Bool.aws:SecureTransport`, to: 'true' },
      { what: 'a role only', at: `${statement}.Principal.AWS`, to: 'arn:aws:iam::111122223333:role/x' },
    ],
    alsoPasses: [
      { what: 'everybody in short', at: `${statement}.Principal`, to: '*' },
      { what: 'a bucket by its name', at: 'Policy.Properties.Bucket', to: 'logs' },
    ],
    unknown: [{ what: 'statements from a parameter', at: 'Policy.Properties.PolicyDocument', to: parameter }],
  },
  {
    rule: 'bucket-policy-no-wildcard-principal',
    passes: bucketPolicy,
    fails: [
      { what: 'no condition', at: `${readers}.Condition`, faults: ['Readers'] },
      {
        what: 'a condition that also holds for strangers',
        at: `${readers}.Condition`,
        to: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-other' } },
        faults: ['Readers'],
      },
      {
        what: 'a condition that holds when the key is absent',
        at: `${readers}.Condition`,
        to: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorg1' } },
        faults: ['Readers'],
      },
      {
        what: 'a condition on something else',
        at: `${readers}.Condition`,
        to: { Bool: { 'aws:SecureTransport': 'true' } },
        faults: ['Readers'],
      },
      {
        what: 'everybody in a list',
        at: 'Subject.Properties.PolicyDocument.Statement.2.Principal.AWS',
        to: ['arn:aws:iam::111122223333:root', '*'],
        faults: ['Statement.3'],
      },
      {
        what: 'everybody but one',
        at: readers,
        to: { Sid: 'Others', Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 's3:GetObject' },
        faults: ['Others'],
      },
    ],
    unknown: [
      {
        what: 'a principal from a parameter',
        at: 'Subject.Properties.PolicyDocument.Statement.2.Principal.AWS',
        to: parameter,
      },
    ],
  },
  {
    rule: 'resource-policy-no-wildcard-principal',
    passes: {
      Subject: {
        Type: 'AWS::KMS::Key',
        Properties: {
          KeyPolicy: {
            Statement: {
              Sid: 'Owner',
              Effect: 'Allow',
              Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111122223333:root']] } },
              Action: 'kms:*',
              Resource: '*',
            },
          },
        },
      },
    },
    fails: [{ what: 'everybody', at: 'Subject.Properties.KeyPolicy.Statement.Principal', to: '*', faults: ['Owner'] }],
    alsoPasses: [
      {
        what: 'everybody of this account',
        at: 'Subject.Properties.KeyPolicy.Statement',
        to: { Effect: 'Allow', Principal: '*', Condition: { StringEquals: { 'kms:CallerAccount': '111122223333' } } },
      },
    ],
    unknown: [
      { what: 'a principal from a parameter', at: 'Subject.Properties.KeyPolicy.Statement.Principal', to: parameter },
    ],
  },
];
