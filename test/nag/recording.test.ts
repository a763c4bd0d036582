import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { type IApplyRule, NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import { Recording } from '../../nag/recording';
import type { Waive } from '../../nag/records';
import { ResourceRegistry } from '../../nag/resource-registry';

const nobody: Waive = () => undefined;

function resource(id = 'Bucket', stack = new Stack(new App(), 'stack')): CfnResource {
  return new CfnResource(stack, id, { type: 'AWS::S3::Bucket' });
}

function judged(node: CfnResource, rule: IApplyRule['rule'], waive = nobody) {
  const recording = new Recording('Pack', waive, new ResourceRegistry());
  const params = {
    ruleSuffixOverride: 'R1',
    info: 'info',
    explanation: 'why',
    level: NagMessageLevel.WARN,
    node,
    rule,
  };
  const reportable = recording.evaluate(params);
  const [record] = recording.toRecord().rules;
  if (!record) throw new Error('nothing was recorded');
  return { record, reportable, recording };
}

const acknowledgements = (node: CfnResource) =>
  node.node.metadata.filter(({ type }) => type === 'aws:cdk:acknowledged-rules').map(({ data }) => data);

describe('a recording', () => {
  test('keeps a compliant resource by name, and has nothing to report', () => {
    const { record, reportable } = judged(resource(), () => NagRuleCompliance.COMPLIANT);
    expect(record.compliant).toEqual([
      { stack: 'stack', path: 'stack/Bucket', logicalId: 'Bucket', type: 'AWS::S3::Bucket' },
    ]);
    expect(reportable).toBeUndefined();
  });

  test('keeps a non-compliant resource and reports it under the same rule', () => {
    const { record, reportable } = judged(resource(), () => NagRuleCompliance.NON_COMPLIANT);
    expect(record.nonCompliant).toEqual([
      { resource: expect.objectContaining({ path: 'stack/Bucket' }), rule: 'Pack-R1' },
    ]);
    expect(reportable?.ruleSuffixOverride).toBe('R1');
  });

  test('keeps each part of a granular finding', () => {
    const { record } = judged(resource(), () => ['Action::s3:*', 'Resource::*']);
    expect(record.nonCompliant.map(({ rule }) => rule)).toEqual(['Pack-R1[Action::s3:*]', 'Pack-R1[Resource::*]']);
  });

  test('takes a granular finding without parts as compliant', () => {
    expect(judged(resource(), () => []).record.compliant).toHaveLength(1);
  });

  test('tells a rule that threw from a rule that failed', () => {
    const { record, reportable } = judged(resource(), () => {
      throw new Error('BucketName is a reference');
    });
    expect(record.unknown).toEqual([
      { resource: expect.objectContaining({ path: 'stack/Bucket' }), reason: 'BucketName is a reference' },
    ]);
    expect(record.nonCompliant).toEqual([]);
    expect(() => reportable?.rule(reportable.node)).toThrow('BucketName is a reference');
  });

  test('counts what a rule does not apply to, by stack, and keeps none of it', () => {
    const app = new App();
    const recording = new Recording('Pack', nobody, new ResourceRegistry());
    for (const stackId of ['a', 'b']) {
      const stack = new Stack(app, stackId);
      for (const id of ['One', 'Two']) {
        const rule = () => NagRuleCompliance.NOT_APPLICABLE;
        recording.evaluate({
          info: '',
          explanation: '',
          level: NagMessageLevel.ERROR,
          node: resource(id, stack),
          rule,
        });
      }
    }
    const { rules, evaluations } = recording.toRecord();
    expect(rules.map(({ notApplicable }) => [...notApplicable])).toEqual([
      [
        ['a', 2],
        ['b', 2],
      ],
    ]);
    expect(evaluations).toBe(4);
  });

  test('evaluates a rule once, however often it is reported', () => {
    const rule = jest.fn(() => NagRuleCompliance.NON_COMPLIANT);
    const { reportable } = judged(resource(), rule);
    reportable?.rule(reportable.node);
    expect(rule).toHaveBeenCalledTimes(1);
  });

  test('takes the name of the rule where the pack gives none', () => {
    const recording = new Recording('Pack', nobody, new ResourceRegistry());
    function bucketHasName() {
      return NagRuleCompliance.COMPLIANT;
    }
    recording.evaluate({
      info: '',
      explanation: '',
      level: NagMessageLevel.ERROR,
      node: resource(),
      rule: bucketHasName,
    });
    expect(recording.toRecord().rules.map(({ id }) => id)).toEqual(['Pack-bucketHasName']);
  });
});

describe('a waiver', () => {
  const waive: Waive = ({ rule, path }) =>
    rule === 'Pack::Pack-R1[Resource::*]' && path === 'stack/Bucket' ? { id: 'W-0007', reason: 'Needed.' } : undefined;

  test('acknowledges exactly the finding it names, with its id and reason', () => {
    const node = resource();
    judged(node, () => ['Resource::*', 'Action::s3:*'], waive);
    expect(acknowledgements(node)).toEqual([{ 'Pack::Pack-R1[Resource::*]': '[W-0007] Needed.' }]);
  });

  test('is asked about a rule that could not be evaluated, too', () => {
    const node = resource();
    const asked: unknown[] = [];
    judged(
      node,
      () => {
        throw new Error('unknown');
      },
      (finding) => void asked.push(finding),
    );
    expect(asked).toEqual([{ rule: 'Pack::Pack-R1', stack: 'stack', path: 'stack/Bucket' }]);
  });

  test('is not asked about what complies', () => {
    const asked = jest.fn();
    judged(resource(), () => NagRuleCompliance.COMPLIANT, asked);
    expect(asked).not.toHaveBeenCalled();
  });

  test('leaves the stack traces of everything else alone', () => {
    const { stackTraceLimit } = Error;
    judged(resource(), () => ['Resource::*'], waive);
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
  });
});
