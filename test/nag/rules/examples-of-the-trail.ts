import { parameter, type RuleExample } from './rule-example';

const trail = {
  Subject: {
    Type: 'AWS::CloudTrail::Trail',
    Properties: {
      IsLogging: true,
      IsOrganizationTrail: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      KMSKeyId: 'arn:aws:kms:ap-northeast-1:222233334444:alias/example-trail',
    },
  },
};

const switchOff = (rule: string, property: string): RuleExample => ({
  rule,
  passes: trail,
  fails: [
    { what: 'it is off', at: `Subject.Properties.${property}`, to: false },
    { what: 'it is left to the default, which is off', at: `Subject.Properties.${property}` },
  ],
  alsoPasses: [{ what: 'it is on as a word', at: `Subject.Properties.${property}`, to: 'true' }],
  unknown: [{ what: 'a parameter decides', at: `Subject.Properties.${property}`, to: parameter }],
});

const everyRegion = switchOff('trail-covers-every-region', 'IsMultiRegionTrail');

const bucket = {
  Subject: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      BucketName: 'trail',
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 365 } } },
      VersioningConfiguration: { Status: 'Enabled' },
    },
  },
  Policy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: {
      Bucket: { Ref: 'Subject' },
      PolicyDocument: {
        Statement: [
          {
            Sid: 'Write',
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Subject', 'Arn'] }, '/*']] },
            Condition: { StringEquals: { 'aws:SourceArn': 'arn:aws:cloudtrail:x:111122223333:trail/t' } },
          },
        ],
      },
    },
  },
};

export const trailExamples: readonly RuleExample[] = [
  switchOff('trail-covers-organization', 'IsOrganizationTrail'),
  switchOff('trail-validates-log-files', 'EnableLogFileValidation'),
  switchOff('trail-is-logging', 'IsLogging'),
  {
    ...everyRegion,
    fails: [
      ...everyRegion.fails,
      { what: 'no global services', at: 'Subject.Properties.IncludeGlobalServiceEvents', to: false },
    ],
  },
  {
    rule: 'trail-encrypted-with-customer-key',
    passes: trail,
    fails: [{ what: 'no key', at: 'Subject.Properties.KMSKeyId' }],
    unknown: [
      {
        what: 'a condition decides',
        at: 'Subject.Properties.KMSKeyId',
        to: { 'Fn::If': ['Own', 'a', { Ref: 'AWS::NoValue' }] },
      },
    ],
  },
  {
    rule: 'trail-bucket-object-lock',
    passes: bucket,
    fails: [
      { what: 'no lock', at: 'Subject.Properties.ObjectLockEnabled' },
      { what: 'no default retention', at: 'Subject.Properties.ObjectLockConfiguration' },
      { what: 'a retention without days', at: 'Subject.Properties.ObjectLockConfiguration.Rule.DefaultRetention.Days' },
      { what: 'versions are suspended', at: 'Subject.Properties.VersioningConfiguration.Status', to: 'Suspended' },
    ],
    unknown: [
      { what: 'a parameter decides', at: 'Subject.Properties.ObjectLockEnabled', to: parameter },
      {
        what: 'a writer that a condition chooses',
        at: 'Policy.Properties.PolicyDocument.Statement.0',
        to: { 'Fn::If': ['Trail', {}, { Ref: 'AWS::NoValue' }] },
      },
    ],
    notApplicable: [
      {
        what: 'a bucket that CloudTrail does not write to',
        at: 'Policy.Properties.PolicyDocument.Statement.0.Principal.Service',
        to: 'logging.s3.amazonaws.com',
      },
      { what: 'the policy of another bucket', at: 'Policy.Properties.Bucket', to: 'other' },
    ],
  },
];
