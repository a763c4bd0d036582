import { compileChain } from '../../evaluator/chain';
import {
  ACCOUNT,
  allow,
  deny,
  everything,
  fullAccess,
  MANAGEMENT,
  nothing,
  ORGANIZATION,
  policy,
  ROLE,
  requestOf,
  resourcePolicy,
  SESSION,
  underScps,
} from './documents';

describe('the answer', () => {
  test('names level, policy, Sid and place of the statement that denies', () => {
    const chain = compileChain({
      organization: underScps(
        [fullAccess],
        [fullAccess, policy('guardrails', deny('sqs:*'), deny('s3:*', { Sid: 'NoS3' }))],
      ),
      identityPolicies: [everything],
    });
    expect(chain.explain(requestOf())).toMatchObject({
      decision: 'explicitly-denied',
      decidedBy: { policy: 'guardrails', kind: 'service-control-policy', level: 'level 1', sid: 'NoS3', statement: 1 },
      lacked: [],
    });
  });

  test('names the statement that grants', () => {
    const chain = compileChain({
      organization: underScps([fullAccess]),
      identityPolicies: [nothing, policy('reader', allow('s3:Get*', { Sid: 'Read' }))],
    });
    expect(chain.explain(requestOf())).toMatchObject({
      decision: 'allowed',
      decidedBy: { policy: 'reader', kind: 'identity-policy', sid: 'Read', statement: 0 },
      notAllowedBy: [],
    });
  });

  test('names every layer that allows nothing', () => {
    const chain = compileChain({
      organization: underScps([fullAccess], [nothing]),
      identityPolicies: [everything],
      permissionsBoundary: nothing,
    });
    expect(chain.explain(requestOf())).toMatchObject({
      decision: 'implicitly-denied',
      decidedBy: undefined,
      notAllowedBy: [{ kind: 'service-control-policy', level: 'level 1' }, { kind: 'permissions-boundary' }],
    });
  });

  test('names the keys it lacked, and the statement that asked for them', () => {
    const condition = {
      Condition: { Bool: { 'aws:SecureTransport': 'false' }, StringEquals: { 'x:Stage': 'production' } },
    };
    const chain = compileChain({
      identityPolicies: [everything, policy('tls', deny('s3:*', { Sid: 'Tls', ...condition }))],
    });
    const answer = chain.explain(requestOf({ hidden: ['x:stage'] }));
    expect(answer.decision).toBe('unknown');
    expect(answer.lacked).toMatchObject([
      { key: 'aws:securetransport', why: 'not-provided', statement: { policy: 'tls', sid: 'Tls' } },
      { key: 'x:stage', why: 'not-provided', statement: { policy: 'tls', sid: 'Tls' } },
    ]);
  });

  test.each([
    [{ NumericLessThan: { 'x:key': '5' } }, { 'x:key': 'five' }, 'not-of-the-type'],
    [{ StringEquals: { 'x:key': 'a' } }, { 'x:key': ['a', 'b'] }, 'several-values-without-set-operator'],
    [{ StringNotEquals: { 'x:key': `\${x:other}` } }, { 'x:key': 'a' }, 'variable-without-value'],
  ])('says why %j could not be decided', (Condition, context, why) => {
    const chain = compileChain({ identityPolicies: [policy('p', allow('*', { Condition }))] });
    expect(chain.explain(requestOf({ context }))).toMatchObject({ decision: 'unknown', lacked: [{ why }] });
  });

  test('says that it is not known which session asks', () => {
    const chain = compileChain({
      resourcePolicy: resourcePolicy('resource-policy', allow('s3:*', { Principal: { AWS: SESSION } })),
    });
    expect(chain.explain(requestOf({ principal: ROLE }))).toMatchObject({
      decision: 'unknown',
      lacked: [{ key: 'principal', why: 'principal-not-known-exactly' }],
    });
  });

  test('says that the policy of a key was not given', () => {
    const request = requestOf({ action: 'kms:Decrypt', resource: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1` });
    expect(compileChain({ identityPolicies: [everything] }).explain(request)).toMatchObject({
      decision: 'unknown',
      lacked: [{ key: 'resource-policy', why: 'policy-of-the-resource-not-given' }],
    });
  });

  test('an unknown key is no matter where another statement decides', () => {
    const maybe = deny('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    const denied = compileChain({
      identityPolicies: [everything, policy('p', maybe, deny('s3:Get*', { Sid: 'Sure' }))],
    });
    expect(denied.explain(requestOf())).toMatchObject({ decision: 'explicitly-denied', decidedBy: { sid: 'Sure' } });
    const neverAllowed = compileChain({ identityPolicies: [policy('p', maybe)] });
    expect(neverAllowed.decide(requestOf())).toBe('implicitly-denied');
  });

  test('tells which layers do not concern who asks', () => {
    const chain = compileChain({
      organization: {
        id: ORGANIZATION,
        managementAccountId: MANAGEMENT,
        principalLevels: [{ name: 'root', serviceControlPolicies: [policy('none', deny())] }],
        resourceLevels: [{ name: 'root', resourceControlPolicies: [policy('none', deny('s3:*', { Principal: '*' }))] }],
      },
    });
    const principal = `arn:aws:iam::${MANAGEMENT}:root`;
    const { decision, layers } = chain.explain(requestOf({ principal, resourceAccountId: MANAGEMENT }));
    expect(decision).toBe('allowed');
    expect(layers.map(({ kind, concerns }) => [kind, concerns])).toEqual([
      ['service-control-policy', false],
      ['resource-control-policy', false],
      ['identity-policy', false],
    ]);
  });

  test('is the same as the decision alone', () => {
    const chain = compileChain({
      organization: underScps([fullAccess]),
      identityPolicies: [policy('s3', allow('s3:Get*'))],
    });
    for (const action of ['s3:GetObject', 's3:PutObject']) {
      const request = requestOf({ action, resourceAccountId: ACCOUNT });
      expect(chain.explain(request).decision).toBe(chain.decide(request));
    }
  });
});
