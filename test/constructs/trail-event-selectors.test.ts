import { bedrockPlanes, trailEventSelectors } from '../../constructs/trail-event-selectors';

describe('the event selectors of a trail', () => {
  const data = trailEventSelectors({ management: false, bedrockData: true });

  test('name one resource type each, as CloudTrail asks', () => {
    expect(data.map(({ fieldSelectors }) => fieldSelectors)).toEqual(
      Object.keys(bedrockPlanes).map((type) => [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: [type] },
      ]),
    );
  });

  test.each(['Guardrail', 'KnowledgeBase', 'AgentAlias', 'InlineAgent', 'FlowAlias', 'AsyncInvoke', 'Model'])(
    'record AWS::Bedrock::%s',
    (plane) => {
      expect(Object.keys(bedrockPlanes)).toContain(`AWS::Bedrock::${plane}`);
    },
  );

  test.each([
    ...['Runtime', 'Gateway', 'Memory', 'Browser', 'BrowserCustom', 'CodeInterpreter', 'CodeInterpreterCustom'],
    ...['OAuth2CredentialProvider', 'APIKeyCredentialProvider'],
  ])('record AWS::BedrockAgentCore::%s', (plane) => {
    expect(Object.keys(bedrockPlanes)).toContain(`AWS::BedrockAgentCore::${plane}`);
  });

  test('record nothing but Bedrock, so that a delivery, its encryption or its access log can never be an event of them', () => {
    const families = /^AWS::(Bedrock|BedrockAgentCore|BedrockMantle|BedrockWebSearch|AWSExternalAnthropic)::\w+$/;
    expect(Object.keys(bedrockPlanes).filter((type) => !families.test(type))).toEqual([]);
  });

  test('record the endpoints that go past guardrails', () => {
    expect(Object.keys(bedrockPlanes)).toEqual(
      expect.arrayContaining(['AWS::BedrockMantle::Project', 'AWS::AWSExternalAnthropic::Workspace']),
    );
  });

  test('stay within the quotas: 500 values, and names of 1,000 characters', () => {
    const all = trailEventSelectors({ management: true, bedrockData: true });
    const values = all.flatMap(({ fieldSelectors }) =>
      (fieldSelectors as { equalTo: string[] }[]).flatMap(({ equalTo }) => equalTo),
    );
    expect(values.length).toBeLessThanOrEqual(500);
    for (const { name } of all) expect(name?.length).toBeLessThanOrEqual(1000);
  });

  test('are none when nothing is to be recorded', () => {
    expect(trailEventSelectors({ management: false, bedrockData: false })).toEqual([]);
  });
});
