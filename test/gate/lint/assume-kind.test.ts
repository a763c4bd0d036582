import { lint } from '../../../gate/lint/lint';

const denial = { Sid: 'One', Effect: 'Deny', Action: 's3:*', Resource: '*' };
const allowance = { ...denial, Effect: 'Allow' };

async function kindOf(file: string, ...Statement: object[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement });
  const { files } = await lint([{ file, text, located: true, named: true }]);
  return files[0];
}

test.each([
  ['policies/scp/regions.json', 'scp'],
  ['deny-root.scp.json', 'scp'],
  ['SCPs/regions.json', 'scp'],
  ['service_control_policies/regions.json', 'scp'],
  ['Service-Control/regions.json', 'scp'],
  ['resource_control_policies/identity_perimeter.json', 'rcp'],
  ['scp/perimeter_rcp.json', 'rcp'],
  ['developer.identity.json', 'identity'],
  ['permissions-boundary.json', 'identity'],
] as const)('%s is named an %s', async (file, kind) => {
  const statement = kind === 'rcp' ? { ...denial, Principal: '*' } : allowance;
  expect(await kindOf(file, statement)).toMatchObject({ kind, because: { en: 'its name says so' } });
});

test.each([
  ['only denies', [denial, denial], 'scp'],
  ['allows', [denial, allowance], 'identity'],
  ['denies everybody something', [{ ...denial, Principal: '*' }], 'rcp'],
  ['denies everybody one bucket', [{ ...denial, Principal: '*', Resource: 'arn:aws:s3:::archive/*' }], 'resource'],
  ['denies an account', [{ ...denial, Principal: { AWS: '111122223333' } }], 'resource'],
  ['allows a service', [{ ...allowance, Principal: { Service: 's3.amazonaws.com' } }], 'resource'],
  ['is empty', [], 'identity'],
] as const)('what %s is taken for that, and it is said', async (_, statements, kind) => {
  const file = await kindOf('discipline/policy.json', ...statements);
  expect(file?.kind).toBe(kind);
  expect(file?.because?.en).not.toBe('its name says so');
});

test('a kind that is given is not assumed', async () => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [denial] });
  const { files } = await lint([{ file: 'x.scp.json', text, located: true, named: true }], { kind: 'identity' });
  expect(files).toEqual([{ file: 'x.scp.json', characters: text.length, kind: 'identity', statements: 1 }]);
});
