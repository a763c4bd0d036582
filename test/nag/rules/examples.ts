import { bedrockExamples } from './examples-of-bedrock';
import { detectionExamples } from './examples-of-detection';
import { identityExamples } from './examples-of-identity';
import { loggingExamples } from './examples-of-logging';
import { organizationsExamples } from './examples-of-organizations';
import { trailExamples } from './examples-of-the-trail';
import type { RuleExample } from './rule-example';

export const examples: readonly RuleExample[] = [
  ...bedrockExamples,
  ...detectionExamples,
  ...identityExamples,
  ...loggingExamples,
  ...organizationsExamples,
  ...trailExamples,
];
