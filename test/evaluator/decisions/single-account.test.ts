import {
  ACCOUNT,
  allow,
  decisionTable,
  deny,
  everything,
  nothing,
  policy,
  ROLE,
  resourcePolicy,
  SESSION,
  USER,
} from '../documents';

const federated = `arn:aws:sts::${ACCOUNT}:federated-user/carlos`;
const names = (AWS: string) => resourcePolicy('resource-policy', allow('s3:*', { Principal: { AWS } }));

const carlos = policy(
  'carlos',
  allow(['s3:GetBucketLocation', 's3:ListAllMyBuckets'], { Sid: 'AllowS3ListRead', Resource: 'arn:aws:s3:::*' }),
  allow('s3:*', {
    Sid: 'AllowS3Self',
    Resource: ['arn:aws:s3:::amzn-s3-demo-bucket-carlos/*', 'arn:aws:s3:::amzn-s3-demo-bucket-carlos'],
  }),
  deny('s3:*', { Sid: 'DenyS3Logs', Resource: 'arn:aws:s3:::*log*' }),
);
const bucketOfCarlos = { resource: 'arn:aws:s3:::amzn-s3-demo-bucket-carlos/x' };
const logsOfCarlos = { resource: 'arn:aws:s3:::amzn-s3-demo-bucket-carlos-logs/x', action: 's3:PutObject' };

decisionTable(
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html',
  [
    {
      promise: 'Carlos uses the bucket with his name',
      chain: { identityPolicies: [carlos] },
      request: bucketOfCarlos,
      decision: 'allowed',
    },
    {
      promise: 'Carlos writes to a bucket with log in its name, although the bucket policy lets him',
      chain: { identityPolicies: [carlos], resourcePolicy: names(USER) },
      request: logsOfCarlos,
      decision: 'explicitly-denied',
    },
    {
      promise: 'Carlos reads a bucket that neither policy speaks of',
      chain: { identityPolicies: [carlos] },
      decision: 'implicitly-denied',
    },
    {
      promise: 'Carlos reads a bucket whose policy names him, without a permission of his own',
      chain: { identityPolicies: [nothing], resourcePolicy: names(USER) },
      decision: 'allowed',
    },
  ],
);

decisionTable(
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  [
    { promise: 'nobody said anything', chain: {}, decision: 'implicitly-denied' },
    {
      promise: 'the root user needs no permission',
      chain: {},
      request: { principal: `arn:aws:iam::${ACCOUNT}:root` },
      decision: 'allowed',
    },
    {
      promise: 'a bucket policy denies the root user',
      chain: { resourcePolicy: resourcePolicy('resource-policy', deny('s3:*', { Principal: '*' })) },
      request: { principal: `arn:aws:iam::${ACCOUNT}:root` },
      decision: 'explicitly-denied',
    },
    {
      promise: 'a user who is named is not limited by a boundary that does not allow it',
      chain: { permissionsBoundary: nothing, resourcePolicy: names(USER) },
      decision: 'allowed',
    },
    {
      promise: 'a role that is named is limited by the boundary',
      chain: { identityPolicies: [everything], permissionsBoundary: nothing, resourcePolicy: names(ROLE) },
      request: { principal: SESSION },
      decision: 'implicitly-denied',
    },
    {
      promise: 'a role that is named is limited by the session policy',
      chain: { identityPolicies: [everything], sessionPolicies: [nothing], resourcePolicy: names(ROLE) },
      request: { principal: SESSION },
      decision: 'implicitly-denied',
    },
    {
      promise: 'a role that is named needs no identity policy within boundary and session policy',
      chain: { permissionsBoundary: everything, sessionPolicies: [everything], resourcePolicy: names(ROLE) },
      request: { principal: SESSION },
      decision: 'allowed',
    },
    {
      promise: 'a session that is named is limited by nothing',
      chain: { permissionsBoundary: nothing, sessionPolicies: [nothing], resourcePolicy: names(SESSION) },
      request: { principal: SESSION },
      decision: 'allowed',
    },
    {
      promise: 'a session that is named is stopped by a denial of the boundary',
      chain: { permissionsBoundary: policy('boundary', deny()), resourcePolicy: names(SESSION) },
      request: { principal: SESSION },
      decision: 'explicitly-denied',
    },
    {
      promise: 'another session of the role is not named',
      chain: { identityPolicies: [nothing], resourcePolicy: names(SESSION) },
      request: { principal: SESSION.replace('/session', '/other') },
      decision: 'implicitly-denied',
    },
    {
      promise: 'whether a role is the session that is named cannot be known from the role',
      chain: { identityPolicies: [nothing], resourcePolicy: names(SESSION) },
      request: { principal: ROLE },
      decision: 'unknown',
    },
    {
      promise: 'the account is named, which leaves it to the identity policy',
      chain: { identityPolicies: [nothing], resourcePolicy: names(ACCOUNT) },
      decision: 'implicitly-denied',
    },
    {
      promise: 'a federated user whose session is named',
      chain: { sessionPolicies: [nothing], resourcePolicy: names(federated) },
      request: { principal: { arn: federated, sessionOf: USER } },
      decision: 'allowed',
    },
    {
      promise: 'a federated user whose IAM user is named, limited by the session policy',
      chain: { sessionPolicies: [nothing], resourcePolicy: names(USER) },
      request: { principal: { arn: federated, sessionOf: USER } },
      decision: 'implicitly-denied',
    },
    {
      promise: 'a federated user without session policies has no permissions',
      chain: { identityPolicies: [everything] },
      request: { principal: { arn: federated, sessionOf: USER } },
      decision: 'implicitly-denied',
    },
  ],
);

decisionTable('https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html', [
  {
    promise: 'both the identity policy and the boundary allow it',
    chain: { identityPolicies: [everything], permissionsBoundary: policy('boundary', allow('s3:*')) },
    decision: 'allowed',
  },
  {
    promise: 'the boundary allows other services only',
    chain: { identityPolicies: [everything], permissionsBoundary: policy('boundary', allow(['sqs:*', 'ec2:*'])) },
    decision: 'implicitly-denied',
  },
  {
    promise: 'a boundary alone grants nothing',
    chain: { permissionsBoundary: everything },
    decision: 'implicitly-denied',
  },
  {
    promise: 'a Deny with NotPrincipal denies whoever has a boundary, although it lists him and his account',
    chain: {
      identityPolicies: [everything],
      permissionsBoundary: everything,
      resourcePolicy: resourcePolicy('resource-policy', deny('s3:*', { NotPrincipal: { AWS: [USER, ACCOUNT] } })),
    },
    decision: 'explicitly-denied',
  },
  {
    promise: 'session policies limit a role and grant nothing',
    chain: { identityPolicies: [policy('one', allow('s3:GetObject'))], sessionPolicies: [everything] },
    request: { principal: SESSION, action: 's3:PutObject' },
    decision: 'implicitly-denied',
  },
  {
    promise: 'what one of several session policies allows, the session may',
    chain: { identityPolicies: [everything], sessionPolicies: [nothing, policy('s3', allow('s3:*'))] },
    request: { principal: SESSION },
    decision: 'allowed',
  },
  {
    promise: 'session policies do not concern an IAM user',
    chain: { identityPolicies: [everything], sessionPolicies: [nothing] },
    decision: 'allowed',
  },
]);
