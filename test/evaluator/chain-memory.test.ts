import { BoundedCache } from '../../evaluator/bounded-cache';
import { compileChain } from '../../evaluator/chain';
import { bindLayers } from '../../evaluator/layers';
import { Plans } from '../../evaluator/plans';
import { KeySlots } from '../../evaluator/request/slot-value';
import { ACCOUNT, allow, deny, identityChain, OBJECT, policy, requestOf } from './documents';

describe('a chain asked more than it remembers', () => {
  const chain = compileChain({
    identityPolicies: [
      policy(
        'p',
        allow('s3:*', { Resource: 'arn:aws:s3:::bucket/even-*' }),
        deny('s3:Delete*'),
        allow('*', { Condition: { StringLike: { 'x:key': 'yes-*' } } }),
      ),
    ],
  });

  test('judges every resource rightly, at first, second and third sight', () => {
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 6000; index += 1) {
        const resource = `arn:aws:s3:::bucket/${index % 2 === 0 ? 'even' : 'odd'}-${index}`;
        const expected = index % 2 === 0 ? 'allowed' : 'implicitly-denied';
        if (chain.decide(requestOf({ resource })) !== expected) throw new Error(`${resource} in round ${round}`);
      }
    }
  });

  test('judges every action, principal and key name rightly', () => {
    for (let index = 0; index < 12_000; index += 1) {
      const action = index % 2 === 0 ? `s3:Delete${index}` : `sqs:Send${index}`;
      const principal = `arn:aws:iam::${ACCOUNT}:user/u${index}`;
      const context = { [`y:key${index}`]: 'a', 'x:key': index % 4 === 1 ? `yes-${index}` : `no-${index}` };
      const expected = index % 2 === 0 ? 'explicitly-denied' : index % 4 === 1 ? 'allowed' : 'implicitly-denied';
      if (chain.decide(requestOf({ action, principal, context })) !== expected) throw new Error(`${action} ${index}`);
    }
  });

  test('keeps nothing of one request for the next', () => {
    const asks = identityChain(allow('*', { Condition: { StringEquals: { 'x:key': 'a' } } }));
    expect(asks.decide(requestOf({ context: { 'x:key': 'a' } }))).toBe('allowed');
    expect(asks.decide(requestOf())).toBe('implicitly-denied');
    expect(asks.decide(requestOf({ hidden: ['x:key'] }))).toBe('unknown');
    expect(() => asks.decide(requestOf({ context: { 'x:key': 'a', 'X:Key': 'b' } }))).toThrow('given twice');
    expect(asks.decide(requestOf({ context: { 'x:key': 'b' } }))).toBe('implicitly-denied');
  });
});

describe('what is remembered', () => {
  test('are plans of the resources asked for again, until there are too many', () => {
    const plans = new Plans(bindLayers({ identityPolicies: [policy('p', allow('s3:*'))] }, new KeySlots()));
    const sights = Array.from({ length: 3 }, () => plans.of('s3:GetObject', OBJECT));
    expect(sights[2]).toBe(sights[1]);
    expect(plans.of('s3:GetObject', OBJECT)).toBe(sights[1]);
    for (let index = 0; index < 10_000; index += 1) plans.of('s3:GetObject', `${OBJECT}-${index}`);
    expect(plans.of('s3:GetObject', OBJECT)).not.toBe(sights[1]);
  });

  test('is forgotten at the limit of a cache', () => {
    const cache = new BoundedCache<number>(2);
    for (const [index, text] of ['a', 'b', 'c'].entries()) cache.set(text, index);
    expect(['a', 'b', 'c'].map((text) => cache.get(text))).toEqual([undefined, undefined, 2]);
  });
});
