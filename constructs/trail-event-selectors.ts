import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';

/** What a trail records. */
export interface TrailEvents {
  /** Management events of every service. The first copy in each region is free, a second costs $2 per 100,000. */
  readonly management: boolean;
  /** Data events of the planes below. $0.10 per 100,000. */
  readonly bedrockData: boolean;
}

/**
 * The planes of Amazon Bedrock whose use CloudTrail keeps as data events, and what each is evidence of. Plain model calls are not
 * here: InvokeModel and Converse are management events already.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
 */
export const bedrockPlanes = {
  'AWS::Bedrock::Guardrail': 'verdicts of guardrails, also those given during a model call',
  'AWS::Bedrock::Model': 'bidirectional model calls',
  'AWS::Bedrock::AsyncInvoke': 'asynchronous model calls',
  'AWS::Bedrock::KnowledgeBase': 'questions to knowledge bases',
  'AWS::Bedrock::AgentAlias': 'calls of agents',
  'AWS::Bedrock::InlineAgent': 'calls of agents made on the spot',
  'AWS::Bedrock::FlowAlias': 'calls of flows',
  'AWS::Bedrock::FlowExecution': 'runs of long flows',
  'AWS::Bedrock::DataAutomationInvocation': 'documents and media given to data automation',
  'AWS::BedrockAgentCore::Runtime': 'calls of agents that run in AgentCore',
  'AWS::BedrockAgentCore::Gateway': 'tools that agents called through a gateway',
  'AWS::BedrockAgentCore::Memory': 'what agents remembered, and who read it',
  'AWS::BedrockAgentCore::Browser': 'browser sessions of agents',
  'AWS::BedrockAgentCore::BrowserCustom': 'browser sessions of agents, in browsers of the account',
  'AWS::BedrockAgentCore::CodeInterpreter': 'code that agents ran',
  'AWS::BedrockAgentCore::CodeInterpreterCustom': 'code that agents ran, in interpreters of the account',
  'AWS::BedrockAgentCore::OAuth2CredentialProvider': 'tokens that agents were given for other services',
  'AWS::BedrockAgentCore::APIKeyCredentialProvider': 'API keys that agents were given for other services',
  'AWS::BedrockMantle::Project': 'model calls at the second endpoint, which has no guardrails and no invocation log',
  'AWS::BedrockWebSearch::Tool': 'searches of the web on behalf of a model',
  'AWS::AWSExternalAnthropic::Workspace': 'model calls at the endpoint of the provider',
} as const;

/**
 * The advanced event selectors for what a trail records, one per resource type as CloudTrail asks.
 *
 * Data events of S3 objects are never among them: each delivery of a log file to the bucket would be recorded, delivered and recorded
 * again.
 *
 * @returns an empty list when there is nothing to record; a trail with an empty list would record all management events
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
 */
export function trailEventSelectors(events: TrailEvents): CfnTrail.AdvancedEventSelectorProperty[] {
  const management = {
    name: 'Management events',
    fieldSelectors: [{ field: 'eventCategory', equalTo: ['Management'] }],
  };
  const data = Object.entries(bedrockPlanes).map(([resourceType, evidence]) => ({
    name: `${resourceType}: ${evidence}`,
    fieldSelectors: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: [resourceType] },
    ],
  }));
  return [...(events.management ? [management] : []), ...(events.bedrockData ? data : [])];
}
