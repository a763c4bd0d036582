import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { IshizueChecks } from '../../nag/ishizue-checks';
import { ResourceRegistry } from '../../nag/resource-registry';
import { rules } from '../../nag/rules';
import { emptyDirectory } from './fixture-app';

function judged(fill: (stack: Stack) => void) {
  const app = new App({
    outdir: emptyDirectory(),
    context: { '@aws-cdk/core:failSynthOnValidationErrors': false },
  });
  fill(new Stack(app, 'stack'));
  const pack = new IshizueChecks({ governedRegions: [] }, () => undefined, new ResourceRegistry());
  Validations.of(app).addPlugins(pack);
  app.synth();
  const record = pack.toRecord();
  return {
    record,
    rule: (id: string) => record.rules.find((rule) => rule.id === `Ishizue-${id}`),
  };
}

describe('our own pack', () => {
  test('applies every rule to every resource', () => {
    const { record } = judged((stack) => void new CfnLogGroup(stack, 'Log'));
    expect(record.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => `Ishizue-${id}`));
    expect(record.evaluations).toBe(rules.length);
  });

  test('does not apply a rule to types it is not about', () => {
    const { rule } = judged((stack) => void new CfnLogGroup(stack, 'Log'));
    expect([...(rule('trail-is-logging')?.notApplicable ?? [])]).toEqual([['stack', 1]]);
  });

  test('sees an override of a property, because it reads what CloudFormation receives', () => {
    const { rule } = judged((stack) => new CfnLogGroup(stack, 'Log').addPropertyOverride('RetentionInDays', 30));
    expect(rule('log-group-retention')?.compliant).toHaveLength(1);
  });

  test('names the part that is wrong in the id of the finding', () => {
    const { rule } = judged(
      (stack) =>
        void new CfnBucketPolicy(stack, 'Policy', {
          bucket: 'logs',
          policyDocument: { Statement: [{ Sid: 'Open', Effect: 'Allow', Principal: '*', Action: 's3:GetObject' }] },
        }),
    );
    expect(rule('bucket-policy-no-wildcard-principal')?.nonCompliant.map((finding) => finding.rule)).toEqual([
      'Ishizue-bucket-policy-no-wildcard-principal[Open]',
    ]);
  });

  test('cannot tell when the value is decided at deployment: unknown, never a pass', () => {
    const { rule } = judged((stack) =>
      new CfnLogGroup(stack, 'Log').addPropertyOverride('RetentionInDays', { Ref: 'Days' }),
    );
    const found = rule('log-group-retention');
    expect(found?.unknown.map(({ reason }) => reason)).toEqual([expect.stringContaining('RetentionInDays')]);
    expect(found?.compliant).toEqual([]);
  });

  test('leaves out a resource that decides not to be deployed', () => {
    class Absent extends CfnResource {
      protected override shouldSynthesize(): boolean {
        return false;
      }
    }
    const { rule } = judged((stack) => void new Absent(stack, 'Log', { type: 'AWS::Logs::LogGroup' }));
    expect([...(rule('log-group-retention')?.notApplicable ?? [])]).toEqual([['stack', 1]]);
  });

  test('carries its texts in both languages to whoever reads the record', () => {
    const { rule } = judged((stack) => void new CfnLogGroup(stack, 'Log'));
    expect(rule('log-group-retention')?.text?.fix.ja).toMatch(/保持期間/);
    expect(rule('log-group-retention')?.severity).toBe('medium');
  });
});
