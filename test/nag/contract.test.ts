import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CfnResource, type IPolicyValidationPlugin, type Stack, Token, Validations } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, type IApplyRule, NagMessageLevel, NagPack, NagRuleCompliance } from 'cdk-nag';
import { synthesizeFixture } from './fixture-app';

/*
 * What cdk-nag and CDK's validation do and their documentation does not say, or says otherwise. The gate is built on it; an upgrade that
 * changes any of it fails here, in one place.
 */

const bucket = (stack: Stack, id = 'Bucket') => new CfnBucket(stack, id);
const awsSolutions = (app: Stack['node']['root']) => [new AwsSolutionsChecks(app)];
const pathsOf = (violations: readonly { ruleName: string; violatingConstructs: { constructPath: string }[] }[] = []) =>
  violations.flatMap(({ ruleName, violatingConstructs }) =>
    violatingConstructs.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );

/** A pack of one rule. */
class OneRule extends NagPack {
  readonly name = 'One Rule';

  constructor(
    private readonly level: NagMessageLevel,
    private readonly rule: IApplyRule['rule'],
  ) {
    super();
    this.packName = 'ONE';
  }

  protected override checkResource(node: CfnResource): void {
    const { level, rule } = this;
    this.applyRule({ ruleSuffixOverride: 'Rule', info: 'info', explanation: 'why', level, node, rule });
  }
}

describe('cdk-nag', () => {
  test('reports a finding under its rule id and construct path', () => {
    const { plugin } = synthesizeFixture((stack) => void bucket(stack), awsSolutions);
    expect(pathsOf(plugin('AwsSolutions')?.violations)).toContain('AwsSolutions-S1 stack/Bucket');
  });

  test('a bare acknowledgement makes the finding vanish from the report, with its reason', () => {
    const { plugin, metadata } = synthesizeFixture((stack) => {
      Validations.of(bucket(stack)).acknowledge({ id: 'AwsSolutions-S1', reason: 'nobody will read this' });
    }, awsSolutions);
    expect(JSON.stringify(plugin('AwsSolutions'))).not.toMatch(/AwsSolutions-S1"|nobody will read this/);
    expect(metadata['/stack/Bucket']).toContainEqual(
      expect.objectContaining({
        type: 'aws:cdk:acknowledged-rules',
        data: { 'Annotation::AwsSolutions-S1': 'nobody will read this' },
      }),
    );
  });

  test('a namespaced acknowledgement is reported with its reason and place', () => {
    const { plugin } = synthesizeFixture((stack) => {
      Validations.of(bucket(stack)).acknowledge({ id: 'AwsSolutions::AwsSolutions-S1', reason: 'because' });
    }, awsSolutions);
    expect(pathsOf(plugin('AwsSolutions')?.violations)).not.toContain('AwsSolutions-S1 stack/Bucket');
    expect(plugin('AwsSolutions')?.suppressedViolations).toEqual([
      expect.objectContaining({
        ruleName: 'AwsSolutions-S1',
        acknowledgedId: 'AwsSolutions::AwsSolutions-S1',
        acknowledgedAt: 'stack/Bucket',
        reason: 'because',
      }),
    ]);
  });

  test('an acknowledgement covers its construct only, not the construct beside it', () => {
    const { plugin } = synthesizeFixture((stack) => {
      bucket(stack, 'Other');
      Validations.of(bucket(stack)).acknowledge({ id: 'AwsSolutions::AwsSolutions-S1', reason: 'because' });
    }, awsSolutions);
    expect(pathsOf(plugin('AwsSolutions')?.violations)).toContain('AwsSolutions-S1 stack/Other');
    expect(pathsOf(plugin('AwsSolutions')?.suppressedViolations)).toEqual(['AwsSolutions-S1 stack/Bucket']);
  });

  test('an acknowledgement without a reason is accepted in silence', () => {
    const { plugin } = synthesizeFixture((stack) => {
      Validations.of(bucket(stack)).acknowledge({ id: 'AwsSolutions::AwsSolutions-S1', reason: '' });
    }, awsSolutions);
    expect(plugin('AwsSolutions')?.suppressedViolations?.[0]?.reason).toBeUndefined();
  });

  test('a granular id with colons inside its brackets can be acknowledged', () => {
    const rule = 'One-Rule::ONE-Rule[Resource::<A.Arn>/*]';
    const { plugin } = synthesizeFixture(
      (stack) => Validations.of(bucket(stack)).acknowledge({ id: rule, reason: 'because' }),
      () => [new OneRule(NagMessageLevel.ERROR, () => ['Resource::<A.Arn>/*', 'Resource::*'])],
    );
    expect(pathsOf(plugin('One Rule')?.violations)).toEqual(['ONE-Rule[Resource::*] stack/Bucket']);
    expect(plugin('One Rule')?.suppressedViolations?.[0]?.acknowledgedId).toBe(rule);
  });

  test('a rule that throws is reported as a violation of that rule', () => {
    const { plugin } = synthesizeFixture(
      (stack) => void bucket(stack),
      () => [
        new OneRule(NagMessageLevel.ERROR, () => {
          throw new Error('cannot know');
        }),
      ],
    );
    expect(plugin('One Rule')?.violations).toEqual([
      expect.objectContaining({
        ruleName: 'ONE-Rule',
        severity: 'error',
        description: expect.stringMatching(/^Rule threw an error/),
      }),
    ]);
  });

  test('an intrinsic in a property that a rule reads makes the rule throw', () => {
    const { plugin } = synthesizeFixture(
      (stack) =>
        void new CfnBucket(stack, 'Bucket', {
          loggingConfiguration: Token.asAny({ 'Fn::If': ['Condition', {}, { Ref: 'AWS::NoValue' }] }),
          publicAccessBlockConfiguration: { blockPublicAcls: Token.asAny({ Ref: 'Parameter' }) as never },
        }),
      awsSolutions,
    );
    const thrown = plugin('AwsSolutions')?.violations.filter(({ description }) => /^Rule threw/.test(description));
    expect(thrown?.length).toBeGreaterThan(0);
  });

  test('rules judge what constructs were given: an override of a property is invisible to them', () => {
    const { plugin } = synthesizeFixture((stack) => {
      bucket(stack).addPropertyOverride('LoggingConfiguration', { DestinationBucketName: 'logs' });
    }, awsSolutions);
    expect(pathsOf(plugin('AwsSolutions')?.violations)).toContain('AwsSolutions-S1 stack/Bucket');
  });

  test('a rule that passes everywhere leaves no trace in the report', () => {
    const { plugins } = synthesizeFixture(
      (stack) => void bucket(stack),
      () => [new OneRule(NagMessageLevel.ERROR, () => NagRuleCompliance.COMPLIANT)],
    );
    expect(plugins).toEqual([]);
  });

  test('the conclusion of a pack is no verdict: warnings are a failure, until one of them is acknowledged', () => {
    const warnings = () => [new OneRule(NagMessageLevel.WARN, () => ['a', 'b'])];
    const failing = synthesizeFixture((stack) => void bucket(stack), warnings);
    expect(failing.plugin('One Rule')?.conclusion).toBe('failure');
    const succeeding = synthesizeFixture(
      (stack) => Validations.of(bucket(stack)).acknowledge({ id: 'One-Rule::ONE-Rule[a]', reason: 'because' }),
      warnings,
    );
    expect(succeeding.plugin('One Rule')).toMatchObject({
      conclusion: 'success',
      violations: [{ ruleName: 'ONE-Rule[b]' }],
    });
  });
});

describe('the validation of CDK', () => {
  test('a plug-in that throws is a failure without any violation', () => {
    const broken: IPolicyValidationPlugin = {
      name: 'Broken',
      validate: () => {
        throw new Error('out of order');
      },
    };
    const { plugin } = synthesizeFixture(
      (stack) => void bucket(stack),
      () => [broken],
    );
    expect(plugin('Broken')).toMatchObject({ conclusion: 'failure', violations: [] });
    expect(plugin('Broken')?.metadata?.error).toMatch(/out of order/);
  });

  test('acknowledgements that are made while plug-ins run still count', () => {
    const acknowledging: IPolicyValidationPlugin = {
      name: 'Acknowledging',
      validate: ({ appConstruct }) => {
        const target = appConstruct.node.findChild('stack').node.findChild('Bucket');
        Validations.of(target).acknowledge({ id: 'AwsSolutions::AwsSolutions-S1', reason: 'late' });
        return { success: true, violations: [] };
      },
    };
    const { plugin } = synthesizeFixture(
      (stack) => void bucket(stack),
      (app) => [...awsSolutions(app), acknowledging],
    );
    expect(plugin('AwsSolutions')?.suppressedViolations).toEqual([expect.objectContaining({ reason: 'late' })]);
  });

  test('CDK_VALIDATION=false keeps CDK from adding its own validator, and no plug-in means no report', () => {
    expect(process.env.CDK_VALIDATION).toBe('false');
    const { plugins } = synthesizeFixture(
      (stack) => void new CfnResource(stack, 'Broken', { type: 'AWS::S3::Bucket', properties: { BucketName: 7 } }),
      () => [],
    );
    expect(plugins).toEqual([]);
  });

  test('warnings and errors of constructs are in the report when the flag says so', () => {
    const { plugin } = synthesizeFixture(
      (stack) => Validations.of(bucket(stack)).addWarning('ishizue:odd', 'This is odd.'),
      awsSolutions,
      { '@aws-cdk/core:annotationsInValidationReport': true },
    );
    expect(plugin('Construct Annotations')?.violations).toEqual([
      expect.objectContaining({ description: 'This is odd.', severity: 'warning' }),
    ]);
  });

  test('the metadata of a stack tells which line made a resource', () => {
    const { metadata } = synthesizeFixture((stack) => void bucket(stack), awsSolutions);
    const trace = metadata['/stack/Bucket']?.find(({ type }) => type === 'aws:cdk:creationStack')?.data;
    expect(JSON.stringify(trace)).toContain('contract.test.ts');
  });

  test('the default rules of the validator, which the gate leaves out, are about Amazon GameLift only', () => {
    const rules = join(dirname(require.resolve('aws-cdk-lib')), 'core', 'lib', 'validation', 'rules');
    expect(readdirSync(rules).filter((file) => file.endsWith('.rego'))).toEqual(['gamelift-fleet.rego']);
  });
});
