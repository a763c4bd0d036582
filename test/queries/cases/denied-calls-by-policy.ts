import type { QueryCase } from '../case';
import { event, type TrailEvent } from '../trail-event';

const who = 'arn:aws:sts::444455556666:assumed-role/assistant/session';
const denied = (eventName: string, reason: string, over: Partial<TrailEvent> = {}) =>
  event({
    eventSource: 'bedrock.amazonaws.com',
    eventName,
    errorCode: 'AccessDenied',
    errorMessage: `User: ${who} is not authorized to perform: bedrock:${eventName} on resource: arn:aws:bedrock:ap-northeast-1::foundation-model/x ${reason}`,
    ...over,
  });
const row = {
  policy_arn: null,
  account: '444455556666',
  service: 'bedrock.amazonaws.com',
  principal: who,
  calls: 1,
  first_call: '2026-11-24T12:00:00Z',
  last_call: '2026-11-24T12:00:00Z',
};
const scp = 'arn:aws:organizations::111122223333:policy/o-exampleorg1/service_control_policy/p-1a2b3c4d';

export const deniedCallsByPolicyCase: QueryCase = {
  id: 'denied-calls-by-policy',
  events: [
    denied('Converse', 'with an explicit deny in a service control policy'),
    denied('Converse', 'with an explicit deny in a service control policy', { eventTime: '2026-11-24T18:00:00Z' }),
    denied('InvokeModel', `with an explicit deny in a service control policy: ${scp}`),
    denied('DeleteGuardrail', 'because no permissions boundary allows the bedrock:DeleteGuardrail action'),
    denied('GetGuardrail', 'because no identity-based policy allows the bedrock:GetGuardrail action'),
    denied('ListGuardrails', 'with an explicit deny in a VPC endpoint policy', { errorCode: 'VpceAccessDenied' }),
    denied('PutResourcePolicy', 'with an explicit deny in a resource-based policy', {
      errorCode: 'AccessDeniedException',
    }),
    denied('UpdateGuardrail', 'with an explicit deny in an identity-based policy'),
    event({
      eventSource: 'ec2.amazonaws.com',
      eventName: 'RunInstances',
      errorCode: 'Client.UnauthorizedOperation',
      errorMessage:
        'You are not authorized to perform this operation. Encoded authorization failure message: 1Qju1r-MUd3Ls',
    }),
  ],
  nearMisses: {
    'a call that was throttled': denied('Converse', 'too many', { errorCode: 'ThrottlingException' }),
    'a call that succeeded': event({ eventSource: 'bedrock.amazonaws.com', eventName: 'Converse' }),
  },
  rows: [
    {
      ...row,
      policy_kind: 'service control policy',
      denied_how: 'explicit',
      action: 'Converse',
      calls: 2,
      last_call: '2026-11-24T18:00:00Z',
    },
    { ...row, policy_kind: 'VPC endpoint policy', denied_how: 'explicit', action: 'ListGuardrails' },
    { ...row, policy_kind: 'identity-based policy', denied_how: 'implicit', action: 'GetGuardrail' },
    { ...row, policy_kind: 'identity-based policy', denied_how: 'explicit', action: 'UpdateGuardrail' },
    { ...row, policy_kind: 'not said', denied_how: 'not said', service: 'ec2.amazonaws.com', action: 'RunInstances' },
    { ...row, policy_kind: 'permissions boundary', denied_how: 'implicit', action: 'DeleteGuardrail' },
    { ...row, policy_kind: 'resource-based policy', denied_how: 'explicit', action: 'PutResourcePolicy' },
    { ...row, policy_kind: 'service control policy', denied_how: 'explicit', policy_arn: scp, action: 'InvokeModel' },
  ],
};
