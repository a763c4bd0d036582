import {
  ACCOUNT,
  allow,
  decisionTable,
  deny,
  everything,
  nothing,
  OTHER_ACCOUNT,
  policy,
  ROLE,
  resourcePolicy,
  SESSION,
  USER,
} from '../documents';

const root = `arn:aws:iam::${ACCOUNT}:root`;
const key = { action: 'kms:Decrypt', resource: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234abcd` };
const keyNames = (AWS: string) => resourcePolicy('kms-key-policy', allow('kms:*', { Principal: { AWS } }));

decisionTable('https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html', [
  {
    promise: 'the key policy names the account, the identity policy allows',
    chain: { identityPolicies: [everything], resourcePolicy: keyNames(root) },
    request: key,
    decision: 'allowed',
  },
  {
    promise: 'the key policy names the account, the identity policy does not allow',
    chain: { identityPolicies: [nothing], resourcePolicy: keyNames(root) },
    request: key,
    decision: 'implicitly-denied',
  },
  {
    promise: 'an identity policy has no effect unless the key policy enables it',
    chain: { identityPolicies: [everything], resourcePolicy: keyNames(ROLE) },
    request: key,
    decision: 'implicitly-denied',
  },
  {
    promise: 'an identity policy that denies needs no key policy to enable it',
    chain: { identityPolicies: [policy('no', deny('kms:*'))], resourcePolicy: keyNames(USER) },
    request: key,
    decision: 'explicitly-denied',
  },
  {
    promise: 'the key policy names the user, who needs no identity policy',
    chain: { resourcePolicy: keyNames(USER) },
    request: key,
    decision: 'allowed',
  },
  {
    promise: 'not even the root user has a permission unless the key policy says so',
    chain: { resourcePolicy: keyNames(ROLE) },
    request: { ...key, principal: root },
    decision: 'implicitly-denied',
  },
  {
    promise: 'the root user of the account that is named',
    chain: { resourcePolicy: keyNames(root) },
    request: { ...key, principal: root },
    decision: 'allowed',
  },
  {
    promise: 'the key has a policy that nobody gave',
    chain: { identityPolicies: [everything] },
    request: key,
    decision: 'unknown',
  },
  {
    promise: 'a request for no key in particular',
    chain: { identityPolicies: [everything] },
    request: { ...key, action: 'kms:ListKeys', resource: '*' },
    decision: 'allowed',
  },
  {
    promise: 'a key of another account: both have to allow',
    chain: { identityPolicies: [nothing], resourcePolicy: keyNames(USER) },
    request: { ...key, resourceAccountId: OTHER_ACCOUNT },
    decision: 'implicitly-denied',
  },
]);

const assume = { action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/target` };
const trusts = (Principal: unknown) =>
  resourcePolicy('role-trust-policy', { Effect: 'Allow', Action: 'sts:AssumeRole', Principal });

decisionTable('https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html', [
  {
    promise: 'the trust policy names the user of the same account: that is enough',
    chain: { resourcePolicy: trusts({ AWS: USER }) },
    request: assume,
    decision: 'allowed',
  },
  {
    promise: 'the trust policy names the role of a session: enough as well',
    chain: { resourcePolicy: trusts({ AWS: ROLE }) },
    request: { ...assume, principal: SESSION },
    decision: 'allowed',
  },
  {
    promise: 'the trust policy names the account, the identity policy decides',
    chain: { identityPolicies: [nothing], resourcePolicy: trusts({ AWS: root }) },
    request: assume,
    decision: 'implicitly-denied',
  },
  {
    promise: 'the trust policy does not name the user, whatever his identity policy says',
    chain: { identityPolicies: [everything], resourcePolicy: trusts({ AWS: ROLE }) },
    request: assume,
    decision: 'implicitly-denied',
  },
  {
    promise: 'a role of another account: both have to allow',
    chain: { identityPolicies: [everything], resourcePolicy: trusts({ AWS: ACCOUNT }) },
    request: { ...assume, resource: assume.resource.replace(ACCOUNT, OTHER_ACCOUNT), resourceAccountId: OTHER_ACCOUNT },
    decision: 'allowed',
  },
  {
    promise: 'a role of another account, without a permission of one’s own',
    chain: { identityPolicies: [nothing], resourcePolicy: trusts({ AWS: USER }) },
    request: { ...assume, resource: assume.resource.replace(ACCOUNT, OTHER_ACCOUNT), resourceAccountId: OTHER_ACCOUNT },
    decision: 'implicitly-denied',
  },
  {
    promise: 'the role has a trust policy that nobody gave',
    chain: { identityPolicies: [everything] },
    request: assume,
    decision: 'unknown',
  },
  {
    promise: 'the root user assumes no role',
    chain: { identityPolicies: [everything], resourcePolicy: trusts({ AWS: ACCOUNT }) },
    request: { ...assume, principal: root },
    decision: 'implicitly-denied',
  },
  {
    promise: 'a service that is trusted',
    chain: { resourcePolicy: trusts({ Service: 'lambda.amazonaws.com' }) },
    request: { ...assume, principal: 'lambda.amazonaws.com' },
    decision: 'allowed',
  },
  {
    promise: 'an identity of a provider that is trusted',
    chain: {
      resourcePolicy: resourcePolicy('role-trust-policy', {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example/*' } },
      }),
    },
    request: {
      ...assume,
      action: 'sts:AssumeRoleWithWebIdentity',
      principal: {
        type: 'federated',
        arn: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`,
      },
      context: { 'token.actions.githubusercontent.com:sub': 'repo:example/one:ref:refs/heads/main' },
    },
    decision: 'allowed',
  },
]);

decisionTable('https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html', [
  {
    promise: 'everybody may ask who he is, even who is denied it',
    chain: { identityPolicies: [policy('no', deny('sts:GetCallerIdentity'))] },
    request: { action: 'sts:GetCallerIdentity', resource: '*' },
    decision: 'allowed',
  },
  {
    promise: 'nobody signed the request, so there is nobody to tell',
    chain: {},
    request: { principal: 'anonymous', action: 'sts:GetCallerIdentity', resource: '*' },
    decision: 'implicitly-denied',
  },
]);

const endpoint = (...statements: Parameters<typeof policy>[1][]) => policy('endpoint', ...statements);

decisionTable('https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html', [
  {
    promise: 'the default policy of an endpoint lets everything through',
    chain: { identityPolicies: [everything], vpcEndpointPolicy: endpoint(allow('*', { Principal: '*' })) },
    decision: 'allowed',
  },
  {
    promise: 'an endpoint policy grants nothing',
    chain: { vpcEndpointPolicy: endpoint(allow('*', { Principal: '*' })) },
    decision: 'implicitly-denied',
  },
  {
    promise: 'an endpoint policy that allows another bucket only',
    chain: {
      identityPolicies: [everything],
      vpcEndpointPolicy: endpoint(allow('s3:*', { Principal: '*', Resource: 'arn:aws:s3:::another/*' })),
    },
    decision: 'implicitly-denied',
  },
  {
    promise: 'an endpoint policy for another account',
    chain: {
      identityPolicies: [everything],
      vpcEndpointPolicy: endpoint(allow('*', { Principal: { AWS: OTHER_ACCOUNT } })),
    },
    decision: 'implicitly-denied',
  },
  {
    promise: 'an endpoint policy that denies',
    chain: {
      identityPolicies: [everything],
      vpcEndpointPolicy: endpoint(allow('*', { Principal: '*' }), deny('s3:*', { Principal: '*' })),
    },
    decision: 'explicitly-denied',
  },
]);
