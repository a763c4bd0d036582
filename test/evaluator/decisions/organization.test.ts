import type { NamedDocument, OrganizationInput } from '../../../evaluator/chain-input';
import {
  ACCOUNT,
  allow,
  decisionTable,
  deny,
  everything,
  fullAccess,
  MANAGEMENT,
  ORGANIZATION,
  policy,
  ROLE,
  type Row,
  resourcePolicy,
  underScps,
} from '../documents';

const identityPolicies = [everything];
const onlyS3 = policy('only S3', allow('s3:*'));
const onlySqs = policy('only SQS', allow('sqs:*'));
const denyS3 = policy('no S3', deny('s3:*'));
const chain = (organization: OrganizationInput) => ({ organization, identityPolicies });
const row = (promise: string, decision: Row['decision'], ...levels: readonly (readonly NamedDocument[])[]): Row => ({
  promise,
  chain: chain(underScps(...levels)),
  decision,
});

decisionTable('https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html', [
  row('every level allows everything', 'allowed', [fullAccess], [fullAccess], [fullAccess]),
  row('allow list: every level allows the service', 'allowed', [fullAccess], [onlyS3], [fullAccess]),
  row('allow list: the unit allows another service only', 'implicitly-denied', [fullAccess], [onlySqs], [fullAccess]),
  row('allow list: FullAWSAccess was detached from the root', 'implicitly-denied', [], [fullAccess], [fullAccess]),
  row('allow list: FullAWSAccess was detached from the account', 'implicitly-denied', [fullAccess], [fullAccess], []),
  row(
    'an allowance of the account does not make up for the unit',
    'implicitly-denied',
    [fullAccess],
    [onlySqs],
    [onlyS3],
  ),
  row('two policies of one level add up', 'allowed', [fullAccess], [onlySqs, onlyS3], [fullAccess]),
  row('deny list: the root denies the service', 'explicitly-denied', [fullAccess, denyS3], [fullAccess], [fullAccess]),
  row(
    'deny list: the account denies the service',
    'explicitly-denied',
    [fullAccess],
    [fullAccess],
    [fullAccess, denyS3],
  ),
  row('deny list: another service is denied', 'allowed', [fullAccess], [fullAccess, policy('no SQS', deny('sqs:*'))]),
  {
    promise: 'service control policies grant nothing',
    chain: { organization: underScps([fullAccess]) },
    decision: 'implicitly-denied',
  },
  {
    promise: 'a resource policy does not get around them',
    chain: {
      organization: underScps([onlySqs]),
      resourcePolicy: resourcePolicy('resource-policy', allow('s3:*', { Principal: '*' })),
    },
    decision: 'implicitly-denied',
  },
  {
    promise: 'everything but a few actions is denied outside one region',
    chain: chain(
      underScps([
        fullAccess,
        policy('regions', {
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } },
        }),
      ]),
    ),
    request: { context: { 'aws:RequestedRegion': 'eu-west-1' } },
    decision: 'explicitly-denied',
  },
]);

const linked = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/inspector2.amazonaws.com/AWSServiceRoleForAmazonInspector2`;
const locked = chain(underScps([denyS3]));

decisionTable('https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html', [
  {
    promise: 'they limit the root user of a member account',
    chain: locked,
    request: { principal: `arn:aws:iam::${ACCOUNT}:root` },
    decision: 'explicitly-denied',
  },
  {
    promise: 'they do not limit the management account',
    chain: locked,
    request: { principal: `arn:aws:iam::${MANAGEMENT}:role/admin`, resourceAccountId: MANAGEMENT },
    decision: 'allowed',
  },
  {
    promise: 'they do not limit service-linked roles',
    chain: locked,
    request: { principal: linked },
    decision: 'allowed',
  },
  {
    promise: 'a session that looks like a service-linked role may be one',
    chain: locked,
    request: { principal: `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForAmazonInspector2/x` },
    decision: 'unknown',
  },
  {
    promise: 'they do not limit AWS services',
    chain: {
      ...locked,
      resourcePolicy: resourcePolicy(
        'resource-policy',
        allow('s3:*', { Principal: { Service: 'logging.s3.amazonaws.com' } }),
      ),
    },
    request: { principal: 'logging.s3.amazonaws.com' },
    decision: 'allowed',
  },
  {
    promise: 'they do not limit principals of another organization',
    chain: locked,
    request: { principal: { arn: ROLE, organizationId: 'o-another' } },
    decision: 'allowed',
  },
  {
    promise: 'they do not limit principals of no organization',
    chain: locked,
    request: { principal: { arn: ROLE, organizationId: null } },
    decision: 'allowed',
  },
]);

const rcp = policy('only us', {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
    BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  },
});
const underRcp = {
  organization: {
    id: ORGANIZATION,
    managementAccountId: MANAGEMENT,
    resourceLevels: [{ name: 'root', resourceControlPolicies: [rcp] }],
  },
  identityPolicies,
  resourcePolicy: resourcePolicy('resource-policy', allow('s3:*', { Principal: '*' })),
};
const stranger = { arn: 'arn:aws:iam::777777777777:role/stranger', organizationId: 'o-another' };

decisionTable('https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html', [
  { promise: 'a principal of the organization', chain: underRcp, decision: 'allowed' },
  {
    promise: 'a stranger whom the resource policy lets in',
    chain: underRcp,
    request: { principal: stranger },
    decision: 'explicitly-denied',
  },
  {
    promise: 'a stranger, at a resource of the management account',
    chain: underRcp,
    request: { principal: stranger, resourceAccountId: MANAGEMENT },
    decision: 'allowed',
  },
  {
    promise: 'an AWS service, which the policy leaves alone itself',
    chain: underRcp,
    request: { principal: 'cloudtrail.amazonaws.com' },
    decision: 'allowed',
  },
  {
    promise: 'they limit AWS services unless they say otherwise',
    chain: {
      ...underRcp,
      organization: {
        ...underRcp.organization,
        resourceLevels: [
          { name: 'root', resourceControlPolicies: [policy('nobody', deny('s3:*', { Principal: '*' }))] },
        ],
      },
    },
    request: { principal: 'cloudtrail.amazonaws.com' },
    decision: 'explicitly-denied',
  },
  {
    promise: 'a service-linked role of another organization',
    chain: underRcp,
    request: { principal: { arn: linked, organizationId: 'o-another' } },
    decision: 'allowed',
  },
  {
    promise: 'RCPFullAWSAccess is always there and may be given',
    chain: {
      ...underRcp,
      organization: {
        ...underRcp.organization,
        resourceLevels: [{ name: 'root', resourceControlPolicies: [policy('RCPFullAWSAccess', allow())] }],
      },
    },
    decision: 'allowed',
  },
]);
