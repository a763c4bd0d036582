import {
  ACCOUNT,
  allow,
  decisionTable,
  deny,
  everything,
  nothing,
  OTHER_ACCOUNT,
  ROLE,
  resourcePolicy,
  SESSION,
  USER,
} from '../documents';

const names = (AWS: string) => resourcePolicy('resource-policy', allow('s3:*', { Principal: { AWS } }));
const there = { resourceAccountId: OTHER_ACCOUNT };

decisionTable(
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  [
    {
      promise: 'both accounts allow it',
      chain: { identityPolicies: [everything], resourcePolicy: names(USER) },
      request: there,
      decision: 'allowed',
    },
    {
      promise: 'the resource policy names the account, and the account delegates to the user',
      chain: { identityPolicies: [everything], resourcePolicy: names(ACCOUNT) },
      request: there,
      decision: 'allowed',
    },
    {
      promise: 'the identity policy does not allow it',
      chain: { identityPolicies: [nothing], resourcePolicy: names(USER) },
      request: there,
      decision: 'implicitly-denied',
    },
    {
      promise: 'the identity policy does not allow it, although the session itself is named',
      chain: { identityPolicies: [nothing], resourcePolicy: names(SESSION) },
      request: { ...there, principal: SESSION },
      decision: 'implicitly-denied',
    },
    {
      promise: 'the resource policy does not name the user',
      chain: { identityPolicies: [everything], resourcePolicy: names(ROLE) },
      request: there,
      decision: 'implicitly-denied',
    },
    {
      promise: 'the resource has no policy',
      chain: { identityPolicies: [everything] },
      request: there,
      decision: 'implicitly-denied',
    },
    {
      promise: 'the boundary does not allow it',
      chain: { identityPolicies: [everything], permissionsBoundary: nothing, resourcePolicy: names(USER) },
      request: there,
      decision: 'implicitly-denied',
    },
    {
      promise: 'the root user of another account is let in',
      chain: { resourcePolicy: names(ACCOUNT) },
      request: { ...there, principal: `arn:aws:iam::${ACCOUNT}:root` },
      decision: 'allowed',
    },
    {
      promise: 'the root user of another account is not let in',
      chain: { resourcePolicy: names(ROLE) },
      request: { ...there, principal: `arn:aws:iam::${ACCOUNT}:root` },
      decision: 'implicitly-denied',
    },
    {
      promise: 'either account denies it',
      chain: {
        identityPolicies: [everything],
        resourcePolicy: resourcePolicy(
          'resource-policy',
          allow('s3:*', { Principal: '*' }),
          deny('s3:*', { Principal: { AWS: ACCOUNT } }),
        ),
      },
      request: there,
      decision: 'explicitly-denied',
    },
  ],
);

decisionTable('https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html', [
  {
    promise: 'an AWS service that is named needs no identity policy',
    chain: {
      resourcePolicy: resourcePolicy(
        'resource-policy',
        allow('s3:*', { Principal: { Service: 'cloudtrail.amazonaws.com' } }),
      ),
    },
    request: { principal: 'cloudtrail.amazonaws.com' },
    decision: 'allowed',
  },
  {
    promise: 'an AWS service that is not named',
    chain: { identityPolicies: [everything], resourcePolicy: names(ACCOUNT) },
    request: { principal: 'cloudtrail.amazonaws.com' },
    decision: 'implicitly-denied',
  },
  {
    promise:
      'an AWS service is no principal of the account it acts for, so a denial of the account is not meant for it',
    chain: {
      resourcePolicy: resourcePolicy(
        'resource-policy',
        allow('s3:*', { Principal: '*' }),
        deny('s3:*', { Principal: { AWS: ACCOUNT } }),
      ),
    },
    request: { principal: { arn: 'cloudtrail.amazonaws.com', accountId: ACCOUNT } },
    decision: 'allowed',
  },
  {
    promise: 'an anonymous request where everyone is let in',
    chain: { resourcePolicy: names('*') },
    request: { principal: 'anonymous' },
    decision: 'allowed',
  },
  {
    promise: 'an anonymous request where an account is let in',
    chain: { resourcePolicy: names(ACCOUNT) },
    request: { principal: 'anonymous' },
    decision: 'implicitly-denied',
  },
  {
    promise: 'a canonical user id that is not known to be that of the account',
    chain: {
      identityPolicies: [everything],
      resourcePolicy: resourcePolicy(
        'resource-policy',
        allow('s3:*', { Principal: { CanonicalUser: 'a'.repeat(64) } }),
      ),
    },
    request: there,
    decision: 'unknown',
  },
  {
    promise: 'the canonical user id of the account',
    chain: {
      identityPolicies: [everything],
      resourcePolicy: resourcePolicy(
        'resource-policy',
        allow('s3:*', { Principal: { CanonicalUser: 'a'.repeat(64) } }),
      ),
    },
    request: { ...there, principal: { arn: USER, canonicalUserId: 'a'.repeat(64) } },
    decision: 'allowed',
  },
]);

const notPrincipal = (AWS: readonly string[]) => ({
  identityPolicies: [everything],
  resourcePolicy: resourcePolicy('resource-policy', deny('s3:*', { NotPrincipal: { AWS } })),
});

decisionTable('https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html', [
  {
    promise: 'the user and his account are listed: everybody else is denied',
    chain: notPrincipal([USER, `arn:aws:iam::${ACCOUNT}:root`]),
    decision: 'allowed',
  },
  {
    promise: 'somebody who is not listed',
    chain: notPrincipal([ROLE.replace(ACCOUNT, OTHER_ACCOUNT)]),
    decision: 'explicitly-denied',
  },
  {
    promise: 'the user is listed without his account, which may deny him',
    chain: notPrincipal([USER]),
    decision: 'unknown',
  },
  { promise: 'the account is listed without the user', chain: notPrincipal([ACCOUNT]), decision: 'unknown' },
  {
    promise: 'a role that is listed with its account, in a session of it',
    chain: notPrincipal([ROLE, ACCOUNT]),
    request: { principal: SESSION },
    decision: 'allowed',
  },
]);
