import { accountQuestions } from './account-questions';
import { bedrockQuestions } from './bedrock-questions';
import { evidenceQuestions } from './evidence-questions';
import type { SecurityQuestion } from './security-question';

/** The questions of `ishizue policies table`, in the order they are printed. */
export const securityQuestions: readonly SecurityQuestion[] = [
  ...accountQuestions,
  ...evidenceQuestions,
  ...bedrockQuestions,
];
