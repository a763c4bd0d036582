import { parameter, type RuleExample } from './rule-example';

const trust = 'Subject.Properties.AssumeRolePolicyDocument.Statement.0';
const administrator = {
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/AdministratorAccess']],
};
const permissionSet = {
  Subject: {
    Type: 'AWS::SSO::PermissionSet',
    Properties: {
      Name: 'bedrock-developer',
      SessionDuration: 'PT4H',
      ManagedPolicies: ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
      InlinePolicy: {
        Statement: [{ Sid: 'Invoke', Effect: 'Allow', Action: ['bedrock:InvokeModel'], Resource: '*' }],
      },
    },
  },
};
const everything = { Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: ['*'] };

export const identityExamples: readonly RuleExample[] = [
  {
    rule: 'service-trust-names-source',
    passes: {
      Subject: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
                Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
              },
            ],
          },
        },
      },
    },
    fails: [
      { what: 'no condition', at: `${trust}.Condition`, faults: ['lambda.amazonaws.com'] },
      {
        what: 'any account',
        at: `${trust}.Condition.StringEquals.aws:SourceAccount`,
        to: '*',
        faults: ['lambda.amazonaws.com'],
      },
    ],
    alsoPasses: [
      {
        what: 'one resource',
        at: `${trust}.Condition`,
        to: { ArnLike: { 'AWS:SourceArn': 'arn:aws:lambda:x:1:function:*' } },
      },
      {
        what: 'one organization',
        at: `${trust}.Condition`,
        to: { StringEquals: { 'aws:SourceOrgID': 'o-exampleorg1' } },
      },
    ],
    unknown: [{ what: 'a condition from a parameter', at: `${trust}.Condition`, to: parameter }],
    notApplicable: [{ what: 'a role for people', at: `${trust}.Principal`, to: { AWS: '111122223333' } }],
  },
  {
    rule: 'permission-set-session-at-most-four-hours',
    passes: permissionSet,
    fails: [
      { what: 'a minute more', at: 'Subject.Properties.SessionDuration', to: 'PT4H1M' },
      { what: 'twelve hours', at: 'Subject.Properties.SessionDuration', to: 'PT12H' },
      { what: 'something that is no duration', at: 'Subject.Properties.SessionDuration', to: '4 hours' },
    ],
    alsoPasses: [
      { what: 'one hour, the default', at: 'Subject.Properties.SessionDuration' },
      { what: 'minutes', at: 'Subject.Properties.SessionDuration', to: 'PT240M' },
    ],
    unknown: [{ what: 'a duration from a parameter', at: 'Subject.Properties.SessionDuration', to: parameter }],
  },
  {
    rule: 'permission-set-no-administrator-wildcard',
    passes: permissionSet,
    fails: [
      {
        what: 'the policy of AWS',
        at: 'Subject.Properties.ManagedPolicies',
        to: [administrator],
        faults: ['AdministratorAccess'],
      },
      {
        what: 'a statement',
        at: 'Subject.Properties.InlinePolicy.Statement.0',
        to: everything,
        faults: ['Everything'],
      },
      {
        what: 'a statement in text',
        at: 'Subject.Properties.InlinePolicy',
        to: JSON.stringify({ Statement: everything }),
        faults: ['Everything'],
      },
      {
        what: 'everything but one thing',
        at: 'Subject.Properties.InlinePolicy.Statement.0',
        to: { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
        faults: ['Statement.1'],
      },
    ],
    alsoPasses: [
      {
        what: 'a statement that denies everything',
        at: 'Subject.Properties.InlinePolicy.Statement.0.Effect',
        to: 'Deny',
      },
    ],
    unknown: [
      { what: 'a policy from a parameter', at: 'Subject.Properties.InlinePolicy', to: parameter },
      { what: 'a policy that is not JSON', at: 'Subject.Properties.InlinePolicy', to: '{' },
    ],
    notApplicable: [
      { what: 'the break-glass permission set', at: 'Subject.Properties.Name', to: 'break-glass-administrator' },
    ],
  },
  {
    rule: 'permission-set-that-creates-roles-has-boundary',
    passes: {
      Subject: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: {
          Name: 'application-developer',
          ManagedPolicies: ['arn:aws:iam::aws:policy/SecurityAudit'],
          InlinePolicy: {
            Statement: [{ Sid: 'Roles', Effect: 'Allow', Action: ['iam:GetRole', 'iam:CreateRole'], Resource: '*' }],
          },
          PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'example-permissions-boundary' } },
        },
      },
    },
    fails: [{ what: 'a set without a boundary', at: 'Subject.Properties.PermissionsBoundary', faults: ['Roles'] }],
    notApplicable: [
      { what: 'the break-glass permission set', at: 'Subject.Properties.Name', to: 'break-glass-administrator' },
    ],
  },
  {
    rule: 'permission-set-that-creates-roles-has-boundary',
    passes: {
      Subject: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: {
          Name: 'reader',
          ManagedPolicies: ['arn:aws:iam::aws:policy/SecurityAudit'],
          InlinePolicy: { Statement: [{ Effect: 'Allow', Action: 'iam:Get*', Resource: '*' }] },
        },
      },
    },
    fails: [
      {
        what: 'a policy of AWS that can create roles',
        at: 'Subject.Properties.ManagedPolicies.0',
        to: 'arn:aws:iam::aws:policy/IAMFullAccess',
        faults: ['IAMFullAccess'],
      },
      {
        what: 'a wildcard that covers it',
        at: 'Subject.Properties.InlinePolicy.Statement.0.Action',
        to: 'IAM:Put*',
        faults: ['Statement.1'],
      },
      {
        what: 'everything but one thing',
        at: 'Subject.Properties.InlinePolicy.Statement.0',
        to: { Effect: 'Allow', NotAction: 'iam:DeleteRole', Resource: '*' },
        faults: ['Statement.1'],
      },
    ],
    alsoPasses: [
      {
        what: 'a denial of it',
        at: 'Subject.Properties.InlinePolicy.Statement.0',
        to: { Effect: 'Deny', Action: 'iam:CreateRole', Resource: '*' },
      },
    ],
    unknown: [{ what: 'a policy from a parameter', at: 'Subject.Properties.InlinePolicy', to: parameter }],
  },
];
