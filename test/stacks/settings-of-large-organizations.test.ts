import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { organizationOf } from '../../bench/organizations';
import { AuditMacieStack } from '../../stacks/audit-macie-stack';
import type { BaselineProps } from '../../stacks/baseline-props';
import { ManagementAlternateContactsStack } from '../../stacks/management-alternate-contacts-stack';
import { ManagementFoundationStack } from '../../stacks/management-foundation-stack';
import { baselineProps } from '../helpers/example';

const overrides = organizationOf(500);

/** The stacks whose settings speak of every account. */
const stacks: [name: string, build: (app: App) => Stack][] = [
  [
    'management-foundation',
    (app) =>
      new ManagementFoundationStack(app, 'stack', {
        ...propsOf('management', 'us-east-1'),
        policyTypes: ['RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY'],
      }),
  ],
  [
    'management-alternate-contacts',
    (app) => new ManagementAlternateContactsStack(app, 'stack', propsOf('management', 'us-east-1')),
  ],
  ['audit-macie', (app) => new AuditMacieStack(app, 'stack', propsOf('audit'))],
];

const propsOf = (account: 'management' | 'audit', region?: string): BaselineProps =>
  baselineProps(account, region, overrides);

describe.each(stacks)('%s of an organization of 500 accounts', (_name, build) => {
  const template = Template.fromStack(build(new App()));

  test('has a policy that IAM takes: at most 6,144 characters', () => {
    const policies = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(policies.length).toBeGreaterThan(0);
    for (const { Properties } of policies) {
      expect(JSON.stringify(Properties.PolicyDocument).length).toBeLessThanOrEqual(6_144);
    }
  });

  test('sends its function a request that Lambda takes: at most 256 KB', () => {
    const [resource] = Object.values(template.findResources('Custom::Settings'));
    const request = JSON.stringify(resource?.Properties.settings);
    expect(request.length).toBeGreaterThan(500 * 12);
    expect(Buffer.byteLength(request)).toBeLessThanOrEqual(256 * 1024);
  });

  test('is a template that CloudFormation takes: at most 1 MB', () => {
    expect(Buffer.byteLength(JSON.stringify(template.toJSON()))).toBeLessThanOrEqual(1_000_000);
  });
});
