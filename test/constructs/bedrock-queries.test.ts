import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BedrockQueries } from '../../constructs/bedrock-queries';
import { auditRecordOf } from '../../functions/converse/audit-record';
import { converseInput } from '../../functions/converse/converse-input';
import { insightsQueries } from '../../insights/saved-queries';

const stack = new Stack(new App(), 'Stack');
new BedrockQueries(stack, 'Queries', {
  folder: 'example-bedrock',
  queries: insightsQueries,
  invocationLogGroup: LogGroup.fromLogGroupName(stack, 'Invocations', '/example/bedrock/invocations'),
  auditLogGroup: LogGroup.fromLogGroupName(stack, 'Audit', '/example/bedrock/audit'),
});
const queries = Object.values(Template.fromStack(stack).findResources('AWS::Logs::QueryDefinition')).map(
  ({ Properties }) => ({
    name: Properties.Name as string,
    text: Properties.QueryString as string,
    logGroup: Properties.LogGroupNames[0] as string,
  }),
);
const settings = {
  inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
  foundationModel: 'amazon.nova-2-lite-v1:0',
  guardrailId: 'abcdefghijkl',
  guardrailVersion: '3',
  build: '0123456789ab',
};

describe('saved queries', () => {
  test('answer who asked what when, who hid, who used how much, who was blocked and what failed', () => {
    expect(queries.map(({ name, logGroup }) => [name, logGroup])).toEqual([
      ['example-bedrock/who-asked-what-when', '/example/bedrock/invocations'],
      ['example-bedrock/who-asked-when', '/example/bedrock/audit'],
      ['example-bedrock/use-nobody-signed-for', '/example/bedrock/invocations'],
      ['example-bedrock/tokens-per-person-and-day', '/example/bedrock/invocations'],
      ['example-bedrock/who-was-blocked', '/example/bedrock/audit'],
      ['example-bedrock/what-failed', '/example/bedrock/audit'],
    ]);
  });

  test('use only request metadata that the function sends', () => {
    const sent = converseInput({ prompt: 'x', user: 'U1', team: 'T1', channel: 'C1', eventId: 'E1' }, settings);
    const used = queries.flatMap(({ text }) => [...text.matchAll(/requestMetadata\.(\w+)/g)].map(([, key]) => key));
    expect(used.length).toBeGreaterThan(0);
    expect(Object.keys(sent.requestMetadata ?? {})).toEqual(expect.arrayContaining(used));
  });

  test('use only fields of the audit record that the function writes', () => {
    const record: unknown = auditRecordOf({
      request: { mistakes: [] },
      requestId: 'lambda-1',
      eventId: 'E1',
      started: 0,
      ended: 1,
      settings,
      attempt: {},
    });
    const used = queries
      .filter(({ logGroup }) => logGroup.endsWith('audit'))
      .flatMap(({ text }) =>
        [...text.matchAll(/\b(?:who|result|what|tokens)\.(\w+)/g)].map(([path]) => path.split('.')),
      );
    expect(used.length).toBeGreaterThan(0);
    for (const [group = '', field = ''] of used) {
      expect((record as Record<string, object>)[group]).toHaveProperty(field);
    }
  });
});
