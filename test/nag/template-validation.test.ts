import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { synthesize } from '../../nag/synthesize';
import { TemplateValidation } from '../../nag/template-validation';
import { emptyDirectory, type ReportedPlugin } from './fixture-app';

/** The one test that runs the real engine: it costs seconds and 200 MB. */
function validated() {
  const outdir = emptyDirectory();
  const { validator } = synthesize(
    (options) => {
      const app = new App(options);
      for (const id of ['sound', 'broken', 'odd']) new Stack(app, id);
      const [sound, broken, odd] = app.node.children as [Stack, Stack, Stack];
      new CfnResource(sound, 'Queue', { type: 'AWS::SQS::Queue' });
      new CfnResource(broken, 'Topic', { type: 'AWS::SNS::Topic', properties: { TopicName: { Ref: 'NoSuchThing' } } });
      new CfnResource(odd, 'Policy', {
        type: 'AWS::Organizations::Policy',
        properties: { Name: 'odd', Type: 'GUARDDUTY_POLICY', Content: {} },
      });
      return app;
    },
    {
      outdir,
      facts: { governedRegions: [] },
      waive: () => undefined,
      templateValidation: new TemplateValidation(),
    },
  );
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
  const reports: ReportedPlugin[] = pluginReports;
  return { validator, reports: reports.filter(({ pluginName }) => pluginName.startsWith('CloudFormation Validate')) };
}

describe('CloudFormation Validate', () => {
  const { validator, reports } = validated();
  const violations = reports.flatMap((report) => report.violations);

  test('judges every template once, with every built-in rule', () => {
    expect(validator).toEqual({ pack: 'CloudFormation Validate', rules: 280, templates: 3 });
    expect(reports.map(({ pluginName }) => pluginName)).toEqual(['CloudFormation Validate']);
  });

  test('a reference to a resource that is not there is an error that names it', () => {
    const missing = violations.filter(({ description }) => description.includes('NoSuchThing'));
    expect(missing.map(({ severity }) => severity)).toEqual(['error']);
    expect(missing[0]?.violatingConstructs[0]?.constructPath).toBe('broken/Topic');
  });

  test('a value outside of an enumeration is reported, which a conclusion of success would have hidden', () => {
    const enumeration = violations.filter(({ ruleName }) => ruleName === 'W3030');
    expect(enumeration.map(({ severity }) => severity)).toEqual(['warning']);
    expect(enumeration[0]?.description).toContain('GUARDDUTY_POLICY');
  });

  test('has nothing to say about a sound template', () => {
    const paths = violations.flatMap(({ violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => constructPath),
    );
    expect(paths.filter((path) => path.startsWith('sound'))).toEqual([]);
  });
});
