import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { organizationApp } from '../../bin/app';
import type { Organization } from '../../config/resolve-organization';
import { policyTypesOf, trustedServicesOf } from '../../doctor/baseline';
import { deploymentPlaces } from '../../doctor/places';
import { questions } from '../../doctor/questions';
import { oldestBootstrap } from '../../doctor/questions/bootstrap';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';

const stacksOf = (organization: Organization) =>
  organizationApp(organization, {
    outdir: mkdtempSync(join(tmpdir(), 'ishizue-doctor-')),
    functionCode: emptyFunctionCode,
  }).node.children.filter((child) => Stack.isStack(child));

const organization = exampleOrganization({ services: { macie: true } });
const stacks = stacksOf(organization);
const foundation = stacks.find(({ stackName }) => stackName === 'management-foundation') as Stack;
const template = Template.fromStack(foundation).toJSON();

/** What the foundation asks of a setting. Those whose desired state holds no id of a created unit are plain JSON. */
function desired(name: string): Record<string, string[]> {
  const resources: { Type: string; Properties: { settings: { name: string; desired: unknown }[] } }[] = Object.values(
    template.Resources,
  );
  const { settings } = (resources.find(({ Type }) => Type === 'Custom::Settings') as (typeof resources)[number])
    .Properties;
  return JSON.parse(String(settings.find((setting) => setting.name === name)?.desired));
}

describe('the doctor, who imports no stack,', () => {
  test.each([
    ['the unified Security Hub', organization],
    ['recorders of AWS Config', exampleOrganization({ services: { securityHub: 'cspm' } })],
    [
      'recorders of AWS Config under Control Tower',
      exampleOrganization({ services: { securityHub: 'cspm' }, controlTower: true }),
    ],
  ])('knows every place that something is deployed to, and no other, with %s', (_what, organization) => {
    const stacks = stacksOf(organization);
    const places = deploymentPlaces(organization).map(({ account, region }) => `${account.id} ${region}`);
    expect(places.toSorted()).toEqual(
      [...new Set(stacks.map(({ account, region }) => `${account} ${region}`))].toSorted(),
    );
  });

  test('knows the services the foundation trusts', () => {
    expect(trustedServicesOf(organization)).toEqual(desired('organization-trusted-access').services);
  });

  test('knows the policy types the foundation enables', () => {
    expect(policyTypesOf(organization)).toEqual(
      expect.arrayContaining(desired('organization-policy-types').policyTypes as string[]),
    );
  });

  test('asks for the bootstrap that the CDK asks for', () => {
    const { Assertions } = template.Rules.CheckBootstrapVersion;
    // The rule of the template lists the versions that are too old.
    const [, tooOld = ''] = /\[("\d+"(?:,"\d+")*)\]/.exec(JSON.stringify(Assertions)) ?? [];
    expect(JSON.parse(`[${tooOld}]`).map(Number)).toEqual(
      Array.from({ length: oldestBootstrap - 1 }, (_, index) => index + 1),
    );
  });
});

test('every file of doctor/questions/ is asked, under its name', () => {
  const files = readdirSync(join(__dirname, '..', '..', 'doctor', 'questions')).map((file) => file.replace('.ts', ''));
  expect(questions.map(({ id }) => id).toSorted()).toEqual(files.filter((file) => file !== 'index').toSorted());
});
