import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { organizationApp } from '../../bin/app';
import { type Account, everyAccount } from '../../config/resolve-organization';
import { type AssumptionName, assume, assumptionNames, assumptions } from '../../cost/assumptions';
import { baselineResourcesIn, endpointsIn } from '../../cost/baseline-resources';
import { estimate, sumsBy, totalOf } from '../../cost/estimate';
import { priceTable } from '../../cost/price-table';
import type { Range } from '../../cost/range';
import { securityHubCosts, switchCosts } from '../../cost/switch-costs';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';
import exampleDocument from '../helpers/example-organization';
import { runs } from '../helpers/runs';

const profiles = ['personal', 'small', 'regulated'] as const;
const estimateOf = (profile: (typeof profiles)[number]) => estimate(exampleOrganization({ profile }), assume());
const rounded = ({ low, high }: Range) => `${low.toFixed(2)} ${high.toFixed(2)}`;
const table = (sums: readonly { name: string; amount: Range }[]) =>
  Object.fromEntries(sums.map(({ name, amount }) => [name, rounded(amount)]));

describe.each(profiles)('the estimate of the profile %s', (profile) => {
  const { lines, total } = estimateOf(profile);

  test('has every figure from its row: quantity times price, in the region', () => {
    for (const { quantity, perUnit, amount, price, derived, region } of lines) {
      expect(priceTable).toContain(price);
      expect(derived ? ['us-east-1'] : [region, '*']).toContain(price.region);
      const { low, high = low } = price;
      expect(perUnit).toEqual(derived ? { low, high: high * 1.6 } : { low, high });
      expect(amount.low).toBeCloseTo(quantity.low * perUnit.low, 9);
      expect(amount.high).toBeCloseTo(quantity.high * perUnit.high, 9);
      expect(amount.low).toBeLessThanOrEqual(amount.high);
    }
  });

  test('has one sum, by service, by account and by region', () => {
    for (const property of ['service', 'account', 'region'] as const) {
      const sums = sumsBy(lines, property);
      expect(sums.reduce((sum, { amount }) => sum + amount.low, 0)).toBeCloseTo(total.low, 9);
      expect(sums.reduce((sum, { amount }) => sum + amount.high, 0)).toBeCloseTo(total.high, 9);
    }
    expect(totalOf(lines)).toEqual(total);
  });

  test('covers every account and governed region', () => {
    expect(
      sumsBy(lines, 'account')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['assistant', 'audit', 'log-archive', 'management']);
    expect(sumsBy(lines, 'region').map(({ name }) => name)).toEqual(['ap-northeast-1', 'us-east-1']);
  });
});

describe('the example organization', () => {
  test('costs by profile and service what its tables say', () => {
    expect(Object.fromEntries(profiles.map((profile) => [profile, rounded(estimateOf(profile).total)]))).toEqual({
      personal: '23.46 106.95',
      small: '26.24 137.43',
      regulated: '156.01 419.17',
    });
    expect(table(sumsBy(estimateOf('personal').lines, 'service'))).toEqual({
      'Security Hub': '6.46 34.54',
      'Bedrock Guardrails': '1.50 30.00',
      GuardDuty: '2.05 26.76',
      KMS: '9.00 9.00',
      CloudWatch: '4.41 4.93',
      S3: '0.04 1.22',
      Athena: '0.00 0.50',
    });
    expect(table(sumsBy(estimateOf('small').lines, 'service'))).toEqual({
      'Security Hub': '6.78 35.04',
      'Bedrock Guardrails': '1.50 30.00',
      GuardDuty: '2.08 29.32',
      CloudWatch: '6.85 17.89',
      Inspector: '0.00 14.40',
      KMS: '9.00 9.00',
      S3: '0.04 1.22',
      Athena: '0.00 0.50',
      CloudTrail: '0.00 0.06',
    });
    expect(table(sumsBy(estimateOf('regulated').lines, 'service'))).toEqual({
      PrivateLink: '102.20 163.52',
      'Access Analyzer': '16.00 48.00',
      Macie: '0.60 33.60',
      'Security Hub': '8.00 32.00',
      'Bedrock Guardrails': '1.50 30.00',
      GuardDuty: '2.08 29.32',
      Config: '2.64 27.00',
      Inspector: '5.10 24.30',
      CloudWatch: '6.85 18.65',
      KMS: '11.00 11.00',
      S3: '0.04 1.22',
      Athena: '0.00 0.50',
      CloudTrail: '0.00 0.06',
    });
  });

  test('costs less where AWS Control Tower keeps the trail', () => {
    const organization = exampleOrganization();
    const services = (controlTower: boolean) =>
      sumsBy(estimate({ ...organization, controlTower }, assume()).lines, 'service').map(({ name }) => name);
    expect(services(false)).toContain('S3');
    expect(services(true)).not.toContain('S3');
  });
});

describe('one switch', () => {
  test.each(profiles)('costs the difference between on and off (%s)', (profile) => {
    const organization = exampleOrganization({ profile });
    const { total } = estimate(organization, assume());
    const costs = switchCosts(organization, assume());
    const onOrOff = Object.keys(organization.services).filter((name) => name !== 'securityHub');
    expect(costs.map(({ name }) => name).sort()).toEqual(onOrOff.sort());
    for (const { name, on, amount } of costs) {
      expect(on).toBe(organization.services[name]);
      const flipped = exampleOrganization({ profile, services: { [name]: !on } });
      const sign = on ? -1 : 1;
      const other = estimate(flipped, assume()).total;
      expect(other.low).toBeCloseTo(total.low + sign * amount.low, 9);
      expect(other.high).toBeCloseTo(total.high + sign * amount.high, 9);
      expect(amount.low).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('the choice of Security Hub', () => {
  test.each(profiles)('has a total for each, one of them that of the configuration (%s)', (profile) => {
    const organization = exampleOrganization({ profile });
    const costs = securityHubCosts(organization, assume());
    expect(costs.map(({ choice }) => choice)).toEqual(['unified', 'cspm']);
    for (const { choice, total } of costs) {
      const chosen = exampleOrganization({ profile, services: { securityHub: choice } });
      expect(total).toEqual(estimate(chosen, assume()).total);
    }
    const made = costs.find(({ choice }) => choice === organization.services.securityHub);
    expect(made?.total).toEqual(estimateOf(profile).total);
  });

  test('bills AWS Config and checks by the piece, or units of resources, and never both', () => {
    const pricesOf = (securityHub: 'unified' | 'cspm') =>
      new Set(
        estimate(exampleOrganization({ services: { securityHub } }), assume()).lines.map(({ price }) => price.id),
      );
    const byThePiece = ['config-item', 'security-hub-check', 'inspector-function'];
    expect(byThePiece.filter((id) => pricesOf('unified').has(id))).toEqual([]);
    expect(byThePiece.filter((id) => !pricesOf('cspm').has(id))).toEqual([]);
    expect([pricesOf('unified').has('security-hub-unit'), pricesOf('cspm').has('security-hub-unit')]).toEqual([
      true,
      false,
    ]);
  });

  test('records nothing where a recorder exists', () => {
    const itemsOf = (existingIn: string[]) =>
      estimate(
        exampleOrganization({ services: { securityHub: 'cspm' }, configurationRecorder: { existingIn } }),
        assume(),
      )
        .lines.filter(({ price }) => price.id === 'config-item')
        .map(({ account }) => account);
    expect(itemsOf([])).toContain('audit');
    expect(itemsOf(['audit'])).not.toContain('audit');
  });
});

describe('assumptions', () => {
  test('are said in both languages, with bounds in order', () => {
    for (const { low, high, what } of Object.values(assumptions)) {
      expect(low).toBeLessThanOrEqual(high);
      expect(what.en).toMatch(/^[A-Za-z]/);
      expect(what.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  test('are each used: a larger one costs more, and none costs less', () => {
    const organization = exampleOrganization({ profile: 'regulated' });
    const { total } = estimate(organization, assume());
    for (const name of assumptionNames) {
      const { low, high } = assumptions[name];
      const more = estimate(organization, assume({ [name]: { low: low * 2 + 1, high: high * 2 + 1 } })).total;
      // Logs are deleted when their time has come, so more months than that cost nothing more.
      expect([name, more.high > total.high]).toEqual([name, true]);
      expect([name, more.low >= total.low]).toEqual([name, true]);
    }
  });

  test('of any size keep every range in order', () => {
    const range = fc
      .tuple(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }))
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    const organization = exampleOrganization({ profile: 'regulated' });
    fc.assert(
      fc.property(fc.constantFrom(...assumptionNames), range, (name: AssumptionName, value) => {
        const { lines, total } = estimate(organization, assume({ [name]: value }));
        expect(lines.filter(({ amount }) => amount.low > amount.high || Number.isNaN(amount.high))).toEqual([]);
        expect(total.low).toBeLessThanOrEqual(total.high);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('what the baseline makes', () => {
  const [assistant] = exampleDocument.accounts.workloads;
  if (!assistant) throw new Error('the example has a workload');
  const organization = exampleOrganization({
    profile: 'regulated',
    governedRegions: ['ap-northeast-1', 'us-east-1', 'ap-northeast-3'],
    accounts: {
      ...exampleDocument.accounts,
      workloads: [
        { ...assistant, regions: ['ap-northeast-1', 'ap-northeast-3'] },
        { name: 'second', id: '555566667777', email: 'second@example.com', organizationalUnit: 'workloads' },
      ],
    },
  });
  const outdir = mkdtempSync(join(tmpdir(), 'ishizue-cost-'));
  const { stacks } = organizationApp(organization, { outdir, functionCode: emptyFunctionCode }).synth();
  const inTemplates = (
    type: string,
    { id }: Account,
    region: string,
    counts: (properties: Readonly<Record<string, unknown>>) => boolean = () => true,
  ) =>
    stacks
      .filter(({ environment }) => environment.account === id && environment.region === region)
      .flatMap(({ templateFullPath }) => Object.values(JSON.parse(readFileSync(templateFullPath, 'utf8')).Resources))
      .filter((resource) => {
        const { Type, Properties } = resource as { Type: string; Properties: Record<string, unknown> };
        return Type === type && counts(Properties);
      }).length;
  const places = everyAccount(organization).flatMap((account) =>
    organization.governedRegions.map((region) => [account.name, region, account] as const),
  );

  test.each(places)(
    'in %s, %s is what the estimate counts: correct cost/baseline-resources.ts',
    (_n, region, account) => {
      const { keys, functions, alarms, dashboards, buckets } = baselineResourcesIn(organization, account, region);
      expect(endpointsIn(organization, account, region)).toBe(
        inTemplates('AWS::EC2::VPCEndpoint', account, region, ({ VpcEndpointType }) => VpcEndpointType === 'Interface'),
      );
      expect({ keys, functions, alarms, dashboards, buckets }).toEqual({
        keys: inTemplates('AWS::KMS::Key', account, region),
        functions: inTemplates('AWS::Lambda::Function', account, region),
        alarms: inTemplates('AWS::CloudWatch::Alarm', account, region),
        dashboards: inTemplates('AWS::CloudWatch::Dashboard', account, region),
        buckets: inTemplates('AWS::S3::Bucket', account, region),
      });
    },
  );
});
