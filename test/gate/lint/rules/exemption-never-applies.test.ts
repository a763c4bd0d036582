import { lintStatements } from '../lint-text';

const exemption = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/platform-administrator' } };
const evidence = ['s3:DeleteBucket', 's3:DeleteObject'];

async function found(...statements: Readonly<Record<string, unknown>>[]) {
  const all = await lintStatements(statements);
  return all.filter(({ rule }) => rule === 'exemption-never-applies').map(({ severity, path }) => [severity, path]);
}

const dead = [['error', 'Statement[0].Condition.ArnNotLike["aws:PrincipalArn"]']];
const exempting = { Action: evidence, Condition: exemption };

test.each([
  ['without any condition', { Action: evidence }],
  ['by a pattern', { Action: 's3:Delete*' }],
  ['for every action', { Action: '*' }],
  ['by what it leaves out', { NotAction: 'iam:*' }],
  ['under one of several conditions', { Action: evidence, Condition: { Bool: { 'aws:ViaAWSService': 'false' } } }],
])('the sibling denies the same %s', async (_, sibling) => {
  const Condition = { ...exemption, Bool: { 'aws:ViaAWSService': 'false' } };
  expect(await found({ ...exempting, Condition }, sibling)).toEqual(dead);
});

test('the order of the statements does not matter', async () => {
  const place = 'Statement[1].Condition.ArnNotLike["aws:PrincipalArn"]';
  expect(await found({ Action: evidence }, exempting)).toEqual([['error', place]]);
});

test.each([
  ['other actions', { Action: 's3:PutObject' }],
  ['a narrower resource', { Action: evidence, Resource: 'arn:aws:s3:::archive/*' }],
  ['all but some resources', { Action: evidence, NotResource: 'arn:aws:s3:::archive/*' }],
  ['a condition of its own', { Action: evidence, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
  ['the same exemption', { Action: [...evidence, 's3:PutObject'], Condition: exemption }],
  ['an allowance', { Effect: 'Allow', Action: evidence }],
])('a sibling with %s leaves the exemption alive', async (_, sibling) => {
  expect(await found(exempting, sibling)).toEqual([]);
});

test('a resource is covered by a pattern around it', async () => {
  const narrow = { ...exempting, Resource: 'arn:aws:s3:::archive/*' };
  expect(await found(narrow, { Action: evidence, Resource: 'arn:aws:s3:::arch*' })).toEqual(dead);
  expect(await found(narrow, { Action: evidence, Resource: 'arn:aws:s3:::archive/logs/*' })).toEqual([]);
});

test('an exemption that is lost for one of its actions is a warning; a stricter rule for part of a pattern is none', async () => {
  expect(await found(exempting, { Action: 's3:DeleteBucket' })).toEqual([['warning', dead[0]?.[1]]]);
  expect(await found({ Action: 's3:*', Condition: exemption }, { Action: 's3:DeleteBucket' })).toEqual([]);
});
