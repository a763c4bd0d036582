import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationApp } from '../../bin/app';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'deploy.md'), 'utf8');

/** The stacks of the example with every service, in the order of the deployment plan. */
const services = { macie: true, securityHub: 'cspm', privateNetwork: true } as const;
const stacks = organizationApp(exampleOrganization({ services }), {
  outdir: join(tmpdir(), `ishizue-deploy-page-${process.pid}`),
  functionCode: emptyFunctionCode,
})
  .synth()
  .stacks.map(({ id, environment }) => ({ id, ...environment }));

/** What each `cdk deploy` of the page asks for, in order. */
const asked = [...page.matchAll(/^npx cdk deploy (.*?)(?: --no-rollback)?(?:\s+#.*)?$/gm)].map(([, line]) =>
  (line as string).split(' ').map((pattern) => pattern.replaceAll("'", '')),
);

const matches = (pattern: string, id: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(id);
const deployedBy = (patterns: readonly string[]) =>
  stacks.filter(({ id }) => patterns.some((pattern) => matches(pattern, id)));

describe('the page on the first deployment', () => {
  test.each(asked.flat())('deploys %s, which exists', (pattern) => {
    expect(deployedBy([pattern])).not.toEqual([]);
  });

  test('leaves no stack out', () => {
    const deployed = deployedBy(asked.flat()).map(({ id }) => id);
    expect(stacks.map(({ id }) => id).filter((id) => !deployed.includes(id))).toEqual([]);
  });

  test('asks for the stacks of one account at a time', () => {
    for (const patterns of asked) {
      expect(new Set(deployedBy(patterns).map(({ account }) => account)).size).toBe(1);
    }
  });

  test('keeps the order of the plan within each account and region', () => {
    const inOrder = asked.flatMap((patterns) => deployedBy(patterns));
    for (const place of new Set(stacks.map(({ account, region }) => `${account}/${region}`))) {
      const here = ({ account, region }: (typeof stacks)[number]) => `${account}/${region}` === place;
      // Macie is deployed after the alerts on the page: it waits for nothing but the key of its region.
      const withoutMacie = (found: typeof stacks) =>
        found.filter(here).filter(({ id }) => !id.startsWith('audit-macie-'));
      expect(withoutMacie(inOrder).map(({ id }) => id)).toEqual(withoutMacie(stacks).map(({ id }) => id));
    }
  });

  test('bootstraps every account and region that has a stack', () => {
    const bootstrapped = [...page.matchAll(/aws:\/\/(\d+)\/([\w-]+)/g)].map(
      ([, account, region]) => `${account}/${region}`,
    );
    const needed = new Set(stacks.map(({ account, region }) => `${account}/${region}`));
    expect([...needed].filter((place) => !bootstrapped.includes(place))).toEqual([]);
  });

  test('names stacks that exist wherever it names one', () => {
    const named = [...page.matchAll(/(?:--stack-name|cdk destroy) ([\w-]+)/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((id) => !stacks.some((stack) => stack.id === id))).toEqual([]);
  });
});
