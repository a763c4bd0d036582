import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type ProfileName, profiles } from '../../config/profiles';
import { AuditMacieStack } from '../../stacks/audit-macie-stack';
import { appliedSettings } from '../helpers/applied-settings';
import { baselineProps } from '../helpers/example';
import example from '../helpers/example-organization';

const templateFor = (profile: ProfileName) =>
  Template.fromStack(
    new AuditMacieStack(
      new App(),
      'audit-macie-us-east-1',
      baselineProps('audit', 'us-east-1', { profile, services: { macie: true } }),
    ),
  );

describe.each(Object.keys(profiles) as ProfileName[])('audit-macie for the profile %s', (profile) => {
  const template = templateFor(profile);

  test('adds every existing account but the administrator, the management account included', () => {
    expect(appliedSettings(template)[0]).toEqual({
      name: 'macie-organization',
      desired: {
        members: [
          { accountId: '111122223333', email: 'aws-management@example.com' },
          { accountId: '222233334444', email: 'aws-log-archive@example.com' },
          { accountId: '444455556666', email: 'aws-assistant@example.com' },
        ],
      },
    });
  });

  test('declares no session: the delegation has made it', () => {
    template.resourceCountIs('AWS::Macie::Session', 0);
  });

  test('pays for no key of its own', () => {
    template.resourceCountIs('AWS::KMS::Key', 0);
    const [parameter] = Object.keys(template.findParameters('*', { Default: '/example/account-key' }));
    template.hasResourceProperties('AWS::Logs::LogGroup', { KmsKeyId: { Ref: parameter } });
  });
});

describe('audit-macie', () => {
  const discoveryIn = (region: string, promptBuckets?: { name: string; region?: 'us-east-1' }[]) => {
    const { logArchive, audit, management, workloads } = example.accounts;
    const [workload] = workloads;
    if (!workload) throw new Error('the example has a workload');
    const props = baselineProps('audit', region, {
      services: { macie: true },
      accounts: { management, logArchive, audit, workloads: [{ ...workload, promptBuckets }] },
    });
    return appliedSettings(Template.fromStack(new AuditMacieStack(new App(), 'audit-macie', props)))[1];
  };

  test('does not sample the buckets of the log archive, which lie in the home region and hold no prompts', () => {
    expect(discoveryIn('ap-northeast-1')).toEqual({
      name: 'macie-prompt-discovery',
      desired: {
        excludedBuckets: [
          'example-access-logs-222233334444-ap-northeast-1',
          'example-findings-222233334444-ap-northeast-1',
          'example-trail-222233334444-ap-northeast-1',
        ],
      },
    });
    expect(discoveryIn('us-east-1')?.desired).toEqual({ excludedBuckets: [] });
  });

  test('inspects in full the buckets a workload says prompts are in, each in its region', () => {
    const buckets: Parameters<typeof discoveryIn>[1] = [
      { name: 'knowledge' },
      { name: 'exported-answers', region: 'us-east-1' },
    ];
    expect(discoveryIn('us-east-1', buckets)?.desired).toEqual({
      excludedBuckets: [],
      job: { name: 'example-prompts', buckets: [{ accountId: '444455556666', buckets: ['exported-answers'] }] },
    });
    expect(discoveryIn('ap-northeast-1', buckets)?.desired).toMatchObject({
      job: { buckets: [{ accountId: '444455556666', buckets: ['knowledge'] }] },
    });
  });
});
