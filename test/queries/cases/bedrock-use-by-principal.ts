import type { QueryCase } from '../case';
import { event, role } from '../trail-event';

const converse = { eventSource: 'bedrock.amazonaws.com', eventName: 'Converse' } as const;
const profile = { requestParameters: { modelId: 'jp.amazon.nova-2-lite-v1:0' } };
const person = {
  ...role('AWSReservedSSO_bedrock-developer_1a2b', 'hanako'),
  onBehalfOf: { userId: '9067-person', identityStoreArn: 'arn:aws:identitystore::111122223333:identitystore/d-1' },
};

export const bedrockUseByPrincipalCase: QueryCase = {
  id: 'bedrock-use-by-principal',
  events: [
    event({ ...converse, ...profile, additionalEventData: { inferenceRegion: 'ap-northeast-3' } }),
    event({
      ...converse,
      ...profile,
      eventTime: '2026-11-25T01:00:00Z',
      additionalEventData: { inferenceRegion: 'ap-northeast-3' },
      errorCode: 'ThrottlingException',
    }),
    event({
      ...converse,
      eventName: 'InvokeModel',
      userIdentity: person,
      awsRegion: 'us-east-1',
      requestParameters: { modelId: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-5-5' },
    }),
    event({
      ...converse,
      sourceIPAddress: '198.51.100.9',
      requestParameters: {
        modelId: 'arn:aws:bedrock:ap-northeast-1:444455556666:application-inference-profile/a1b2c3',
      },
    }),
    event({
      eventSource: 'bedrock-mantle.amazonaws.com',
      eventName: 'CreateInference',
      eventCategory: 'Data',
      managementEvent: false,
      sourceIPAddress: '198.51.100.10',
      requestParameters: { model: 'openai.gpt-oss-120b' },
    }),
  ],
  nearMisses: {
    'the service event with the tokens of a stream': event({ ...converse, ...profile, eventType: 'AwsServiceEvent' }),
    'a list of models': event({ ...converse, eventName: 'ListFoundationModels' }),
    'Converse of another service': event({ ...converse, eventSource: 'lex.amazonaws.com' }),
    'a management event of mantle': event({
      eventSource: 'bedrock-mantle.amazonaws.com',
      eventName: 'CreateFineTuningJob',
      requestParameters: { model: 'openai.gpt-oss-120b' },
    }),
  },
  rows: [
    {
      account: '444455556666',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      identity_center_user: null,
      source_ip: '203.0.113.7',
      aws_region: 'ap-northeast-1',
      ran_in: 'ap-northeast-3',
      model: 'amazon.nova-2-lite-v1:0',
      inference_profile: 'jp.amazon.nova-2-lite-v1:0',
      calls: 2,
      failed: 1,
      first_call: '2026-11-24T12:00:00Z',
      last_call: '2026-11-25T01:00:00Z',
    },
    {
      account: '444455556666',
      principal: 'arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_bedrock-developer_1a2b/hanako',
      identity_center_user: '9067-person',
      source_ip: '203.0.113.7',
      aws_region: 'us-east-1',
      ran_in: 'us-east-1',
      model: 'anthropic.claude-haiku-5-5',
      inference_profile: null,
      calls: 1,
      failed: 0,
      first_call: '2026-11-24T12:00:00Z',
      last_call: '2026-11-24T12:00:00Z',
    },
    {
      account: '444455556666',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      identity_center_user: null,
      source_ip: '198.51.100.10',
      aws_region: 'ap-northeast-1',
      ran_in: 'ap-northeast-1',
      model: 'openai.gpt-oss-120b',
      inference_profile: null,
      calls: 1,
      failed: 0,
      first_call: '2026-11-24T12:00:00Z',
      last_call: '2026-11-24T12:00:00Z',
    },
    {
      account: '444455556666',
      principal: 'arn:aws:sts::444455556666:assumed-role/assistant/session',
      identity_center_user: null,
      source_ip: '198.51.100.9',
      aws_region: 'ap-northeast-1',
      ran_in: 'ap-northeast-1',
      model: 'a1b2c3',
      inference_profile: 'a1b2c3',
      calls: 1,
      failed: 0,
      first_call: '2026-11-24T12:00:00Z',
      last_call: '2026-11-24T12:00:00Z',
    },
  ],
};
