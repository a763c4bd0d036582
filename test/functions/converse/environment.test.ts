import { readEnvironment } from '../../../functions/converse/environment';

const complete = {
  INFERENCE_PROFILE: 'jp.amazon.nova-2-lite-v1:0',
  FOUNDATION_MODEL: 'amazon.nova-2-lite-v1:0',
  GUARDRAIL_ID: 'abcdefghijkl',
  GUARDRAIL_VERSION: '3',
  AUDIT_LOG_GROUP: '/example/bedrock/audit',
  AWS_LAMBDA_LOG_STREAM_NAME: '2026/11/24/[$LATEST]0123',
};

describe('the environment of the function', () => {
  test('is read when it is complete', () => {
    expect(readEnvironment(complete)).toEqual({
      settings: {
        inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
        foundationModel: 'amazon.nova-2-lite-v1:0',
        guardrailId: 'abcdefghijkl',
        guardrailVersion: '3',
      },
      auditLogGroup: '/example/bedrock/audit',
      logStreamName: '2026/11/24/[$LATEST]0123',
    });
  });

  test('has everything that is missing or empty named at once', () => {
    expect(() => readEnvironment({ ...complete, GUARDRAIL_ID: undefined, AUDIT_LOG_GROUP: '' })).toThrow(
      'lacks GUARDRAIL_ID, AUDIT_LOG_GROUP;',
    );
    expect(() => readEnvironment({})).toThrow(Object.keys(complete).join(', '));
  });
});
