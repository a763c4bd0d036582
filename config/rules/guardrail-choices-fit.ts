import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

/**
 * Choices about the guardrail that contradict each other. Topics need the tier that understands Japanese; and whether a call that is only
 * guarded by enforcement carries the key that the policy asks for is not documented, so both together could deny every call.
 */
export const guardrailChoicesFit: ConfigurationRule = ({ bedrock, optionalPolicies }) => {
  const mistakes: Mistake[] = [];
  const topics = bedrock?.deniedTopics?.length ?? 0;
  if (topics > 0 && bedrock?.guardrailTier === 'in-region') {
    mistakes.push({
      path: 'bedrock.deniedTopics',
      what: 'needs the guardrail tier `standard`',
      got: `${topics} ${topics === 1 ? 'topic' : 'topics'}`,
      advice:
        'within the region topics are not understood in Japanese. Remove the topics, or set guardrailTier to `standard`',
    });
  }
  if (bedrock?.enforceGuardrail && optionalPolicies?.requireGuardrail) {
    mistakes.push({
      path: 'bedrock.enforceGuardrail',
      what: 'is on together with optionalPolicies.requireGuardrail',
      got: true,
      advice: 'the policy could deny calls that only enforcement guards. Choose one of the two',
    });
  }
  return mistakes;
};
