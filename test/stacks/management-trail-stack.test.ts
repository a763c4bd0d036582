import { App } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import fc from 'fast-check';
import type { OrganizationInput } from '../../config/organization-schema';
import { type ProfileName, profiles, type ServiceSwitches, securityHubChoices } from '../../config/profiles';
import { ManagementTrailStack } from '../../stacks/management-trail-stack';
import { baselineProps, exampleOrganization } from '../helpers/example';
import { publishedKey } from '../helpers/published-key';
import { runs } from '../helpers/runs';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

const trailArn = 'arn:aws:cloudtrail:ap-northeast-1:111122223333:trail/example-organization-trail';

function stackOf(overrides: Partial<OrganizationInput> = {}): ManagementTrailStack {
  return new ManagementTrailStack(new App(), 'management-trail', baselineProps('management', undefined, overrides));
}

const synthesize = (overrides?: Partial<OrganizationInput>) => Template.fromStack(stackOf(overrides));

interface Selector {
  readonly fieldSelectors: readonly { readonly field: string; readonly equalTo?: readonly string[] }[];
}

function selectorsOf(stack: ManagementTrailStack): readonly Selector[] {
  const trail = stack.node.findAll().find((node) => node instanceof CfnTrail);
  return stack.resolve(trail?.advancedEventSelectors) ?? [];
}

const categoriesOf = (selectors: readonly Selector[]) =>
  new Set(
    selectors.flatMap(({ fieldSelectors }) => fieldSelectors.find(({ field }) => field === 'eventCategory')?.equalTo),
  );

describe('the organization trail', () => {
  const template = synthesize();

  test('records every account and region, global services too, with digests, from the first minute', () => {
    template.hasResourceProperties('AWS::CloudTrail::Trail', {
      TrailName: 'example-organization-trail',
      IsLogging: true,
      IsOrganizationTrail: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
    });
  });

  test('delivers encrypted to the log archive account', () => {
    template.hasResourceProperties('AWS::CloudTrail::Trail', {
      S3BucketName: 'example-trail-222233334444-ap-northeast-1',
      KMSKeyId: 'arn:aws:kms:ap-northeast-1:222233334444:alias/example-trail',
    });
  });

  test('outlives its stack', () => {
    template.hasResource('AWS::CloudTrail::Trail', {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('waits for the log group, the role and the policy of the role, which CloudTrail tests', () => {
    const [trail] = Object.values(template.findResources('AWS::CloudTrail::Trail'));
    for (const type of ['AWS::Logs::LogGroup', 'AWS::IAM::Role', 'AWS::IAM::ManagedPolicy']) {
      const ofTheLog = Object.keys(template.findResources(type)).filter((id) => id.startsWith('Log'));
      expect(ofTheLog.length).toBeGreaterThan(0);
      expect(trail?.DependsOn).toEqual(expect.arrayContaining(ofTheLog));
    }
  });

  test('records management events and the planes of Bedrock', () => {
    expect(categoriesOf(selectorsOf(stackOf()))).toEqual(new Set(['Management', 'Data']));
  });

  test('records management events alone where Bedrock data events are switched off', () => {
    const stack = stackOf({ services: { bedrockDataEvents: false } });
    expect(categoriesOf(selectorsOf(stack))).toEqual(new Set(['Management']));
  });

  test('does not repeat the management events that Control Tower records', () => {
    const stack = stackOf({ controlTower: true, services: { bedrockDataEvents: true, trailAlarms: false } });
    expect(categoriesOf(selectorsOf(stack))).toEqual(new Set(['Data']));
  });

  test('records data alone beside any other organization trail, and alarms on nothing', () => {
    const stack = stackOf({ trail: 'data-only', services: { bedrockDataEvents: true, trailAlarms: false } });
    expect(categoriesOf(selectorsOf(stack))).toEqual(new Set(['Data']));
    Template.fromStack(stack).resourceCountIs('AWS::CloudWatch::Alarm', 0);
  });

  test('records everything, with alarms, under a Control Tower whose own trail is off', () => {
    const stack = stackOf({ controlTower: true, trail: 'complete' });
    expect(categoriesOf(selectorsOf(stack))).toEqual(new Set(['Management', 'Data']));
    expect(Object.keys(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).length).toBeGreaterThan(15);
  });

  test('records all management events: none is read-only, and none is left out by its source', () => {
    const [management] = selectorsOf(stackOf());
    expect(management?.fieldSelectors).toEqual([{ field: 'eventCategory', equalTo: ['Management'] }]);
  });

  test('is not needed where Control Tower records everything that is wanted, and cannot be made by accident', () => {
    const overrides = { controlTower: true, services: { bedrockDataEvents: false } };
    expect(ManagementTrailStack.isNeeded(exampleOrganization(overrides))).toBe(false);
    expect(() => stackOf(overrides)).toThrow('management-trail/Trail has no event selector');
  });
});

describe('whatever a user switches on', () => {
  const configurations = fc.record({
    profile: fc.constantFrom(...(Object.keys(profiles) as ProfileName[])),
    controlTower: fc.boolean(),
    trail: fc.constantFrom('complete' as const, 'data-only' as const, undefined),
    services: fc.record(
      {
        ...(Object.fromEntries(
          Object.keys(profiles.small)
            .filter((name) => name !== 'securityHub')
            .map((name) => [name, fc.boolean()]),
        ) as Record<Exclude<keyof ServiceSwitches, 'securityHub'>, fc.Arbitrary<boolean>>),
        securityHub: fc.constantFrom(...securityHubChoices),
      },
      { requiredKeys: [] },
    ),
  });

  /** Data events that delivering, logging, encrypting and querying cause, as CloudTrail would classify them. */
  const deliveries = ['trail', 'access-logs', 'findings', 'queries'].flatMap((bucket) =>
    [
      [
        'AWS::S3::Object',
        `arn:aws:s3:::example-${bucket}-222233334444-ap-northeast-1/AWSLogs/o-exampleorg1/file.json.gz`,
      ],
      ['AWS::S3::AccessPoint', `arn:aws:s3:ap-northeast-1:222233334444:accesspoint/${bucket}`],
      [
        'AWS::Logs::LogGroupAuthorization',
        'arn:aws:logs:ap-northeast-1:111122223333:log-group:/example/organization-trail',
      ],
      ['AWS::SNS::Topic', `arn:aws:sns:ap-northeast-1:111122223333:${bucket}`],
      ['AWS::Lambda::Function', `arn:aws:lambda:ap-northeast-1:222233334444:function:${bucket}`],
      ['AWS::Glue::Table', `arn:aws:glue:ap-northeast-1:222233334444:table/example_log_archive/${bucket}`],
    ].map(([type, arn]) => ({
      eventCategory: 'Data',
      eventName: 'PutObject',
      'resources.type': type,
      'resources.ARN': arn,
    })),
  );

  function records({ fieldSelectors }: Selector, event: Readonly<Record<string, string | undefined>>): boolean {
    return fieldSelectors.every(({ field, equalTo, ...others }) => {
      if (!equalTo || Object.keys(others).length > 0) throw new Error(`the test does not know ${Object.keys(others)}`);
      return equalTo.includes(event[field] ?? '');
    });
  }

  test('the judge of this test finds the loop in a trail that records S3 objects', () => {
    const loop = {
      fieldSelectors: [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
      ],
    };
    expect(deliveries.some((delivery) => records(loop, delivery))).toBe(true);
  });

  test('no selector records a delivery into the log archive', () => {
    fc.assert(
      fc.property(configurations, (overrides) => {
        fc.pre(ManagementTrailStack.isNeeded(exampleOrganization(overrides)));
        const selectors = selectorsOf(stackOf(overrides));
        expect(selectors.length).toBeGreaterThan(0);
        expect(deliveries.filter((delivery) => selectors.some((selector) => records(selector, delivery)))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('the log group of the trail', () => {
  const template = synthesize();

  test('is encrypted, kept for a year and outlives its stack', () => {
    template.hasResource('AWS::Logs::LogGroup', {
      Properties: {
        LogGroupName: '/example/organization-trail',
        RetentionInDays: 365,
        KmsKeyId: publishedKey(template),
      },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
  });

  test('is written by CloudTrail for this trail only', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceArn': trailArn } },
          },
        ],
      },
    });
  });

  test('takes the streams of this account and of the organization, and no others', () => {
    const [statement] = statementsOf(template, 'AWS::IAM::ManagedPolicy');
    const resources = (statement?.Resource ?? []) as { 'Fn::Join': [string, string[]] }[];
    const streams = resources.map((arn) => arn['Fn::Join'][1].at(-1));
    const group = ':logs:ap-northeast-1:111122223333:log-group:/example/organization-trail:log-stream:';
    expect(streams).toEqual([`${group}111122223333_CloudTrail_ap-northeast-1*`, `${group}o-exampleorg1_*`]);
    expect(statement?.Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  test('is not made, nor anything that costs, where alarms are switched off', () => {
    const quiet = synthesize({ services: { trailAlarms: false } });
    for (const type of ['AWS::Logs::LogGroup', 'AWS::CloudWatch::Alarm', 'AWS::SNS::Topic']) {
      quiet.resourceCountIs(type, 0);
    }
    quiet.resourceCountIs('AWS::CloudTrail::Trail', 1);
  });
});

describe('the alarms', () => {
  const template = synthesize();

  test('reach every contact through an encrypted topic', () => {
    const contacts = ['security@example.com', 'on-call@example.com'];
    const two = synthesize({ alertContacts: contacts });
    for (const Endpoint of contacts)
      two.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint });
    two.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: publishedKey(template),
    });
    const [topic] = Object.keys(two.findResources('AWS::SNS::Topic'));
    two.allResourcesProperties('AWS::CloudWatch::Alarm', { AlarmActions: [{ Ref: topic }] });
  });

  test('are the only publishers, over TLS', () => {
    const policy = statementsOf(template, 'AWS::SNS::TopicPolicy');
    expect(policy.map(({ Effect, Principal }) => [Effect, Principal])).toEqual([
      ['Deny', '*'],
      ['Allow', { Service: 'cloudwatch.amazonaws.com' }],
    ]);
    expect(policy[0]?.Condition).toEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    expect(statementWithSid(policy, 'AlarmsOfThisAccount').Condition).toMatchObject({
      StringEquals: { 'aws:SourceAccount': '111122223333' },
    });
  });

  test('are allowed to publish by their names', () => {
    const [statement] = statementsOf(template, 'AWS::SNS::TopicPolicy').filter(({ Effect }) => Effect === 'Allow');
    const pattern = JSON.stringify(statement?.Condition?.ArnLike);
    expect(pattern).toContain(':cloudwatch:ap-northeast-1:111122223333:alarm:example-*');
    for (const { Properties } of Object.values(template.findResources('AWS::CloudWatch::Alarm'))) {
      expect(Properties.AlarmName).toMatch(/^example-/);
    }
  });

  test('speak the language of the organization', () => {
    synthesize({ language: 'en' }).hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-root-use',
      AlarmDescription:
        'The root user of an account was used (CIS AWS Foundations Benchmark 5.0.0, 4.3). Who and where is in the log group ' +
        '/example/organization-trail of account 111122223333 in ap-northeast-1.',
    });
    synthesize({ language: 'ja' }).hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmName: 'example-root-use',
      AlarmDescription: Match.stringLikeRegexp('^アカウントのルートユーザーが使われました'),
    });
  });

  test('are not made on a log group that gets no management events: Control Tower has its own, and the synthesis says so', () => {
    const stack = stackOf({ controlTower: true });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 0);
    template.resourceCountIs('AWS::Logs::LogGroup', 0);
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('services.trailAlarms is on'));
  });

  test('that nobody asked for are nothing to warn of', () => {
    const stack = stackOf({ controlTower: true, services: { trailAlarms: false } });
    expect(Annotations.fromStack(stack).findWarning('*', Match.anyValue())).toEqual([]);
  });
});
