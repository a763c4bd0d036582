import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';

/** What the function is deployed with. */
export interface ConverseSettings {
  readonly inferenceProfile: string;
  readonly foundationModel: string;
  readonly guardrailId: string;
  readonly guardrailVersion: string;
  readonly build: string;
}

/** A request without mistakes. */
export interface AnswerableRequest {
  readonly prompt: string;
  readonly user: string;
  readonly team?: string;
  readonly channel?: string;
  readonly eventId: string;
}

/** Tokens of one answer. Bedrock reserves them up front against the quota, so they count whether they are used or not. */
export const maximumAnswerTokens = 1024;

/**
 * The call of Converse for one request: always with the guardrail, its trace, a limit of tokens, and who asks.
 *
 * https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
 */
export function converseInput(request: AnswerableRequest, settings: ConverseSettings): ConverseCommandInput {
  const { prompt, user, team, channel, eventId } = request;
  return {
    modelId: settings.inferenceProfile,
    messages: [{ role: 'user', content: [{ text: prompt }] }],
    inferenceConfig: { maxTokens: maximumAnswerTokens },
    additionalModelRequestFields: additionalFields(settings.foundationModel),
    guardrailConfig: {
      guardrailIdentifier: settings.guardrailId,
      guardrailVersion: settings.guardrailVersion,
      trace: 'enabled',
    },
    // The only fields of a caller that reach the invocation log. A fixed set of ids; each was checked.
    requestMetadata: {
      slack_user: user,
      event_id: eventId,
      ...(team && { slack_team: team }),
      ...(channel && { slack_channel: channel }),
    },
  };
}

/** Claude Haiku 5.5 thinks unless told not to, which would use up the tokens of the answer. */
function additionalFields(foundationModel: string): ConverseCommandInput['additionalModelRequestFields'] {
  return foundationModel.startsWith('anthropic.claude-haiku-5-5') ? { thinking: { type: 'disabled' } } : undefined;
}
