import type { OrganizationInput } from '../../config/organization-schema';
import { attachedPolicies } from '../../explain/attached-policies';
import type { ExplainOptions } from '../../explain/explain-options';
import { type Explanation, explainQuestion } from '../../explain/explanation';
import { readQuestion } from '../../explain/read-question';
import { runExplain } from '../../explain/run-explain';
import { exampleOrganization } from '../helpers/example';

export const workload = '444455556666';
export const region = 'ap-northeast-1';
export const inWorkload = (service: string, resource: string) => `arn:aws:${service}:${region}:${workload}:${resource}`;
export const modelArn = (model: string, where = region) => `arn:aws:bedrock:${where}::foundation-model/${model}`;
export const approved = 'amazon.nova-2-lite-v1:0';
export const unapproved = 'openai.gpt-oss-120b-1:0';
export const profileArn = inWorkload('bedrock', `inference-profile/jp.${approved}`);

const options = (given: Partial<ExplainOptions>): ExplainOptions => ({
  account: 'assistant',
  resource: '*',
  config: 'test/helpers/example-organization.ts',
  lang: 'en',
  ...given,
});

/** The explanation of a question about the example organization; a mistake in the options fails the test. */
export function ask(given: Partial<ExplainOptions>, changes: Partial<OrganizationInput> = {}): Explanation {
  const organization = exampleOrganization(changes);
  const read = readQuestion(options(given), organization);
  if ('mistakes' in read) throw new Error(read.mistakes.join('\n'));
  return explainQuestion(read.question, organization, attachedPolicies(organization));
}

/** What the command prints and how it ends. */
export function run(given: Partial<ExplainOptions>, changes: Partial<OrganizationInput> = {}) {
  const terminal = rememberingTerminal();
  const code = runExplain(options(given), terminal, () => exampleOrganization(changes));
  return { code, ...terminal.written() };
}

/** A terminal that remembers what is written. */
export function rememberingTerminal() {
  const out: string[] = [];
  const error: string[] = [];
  return {
    writeOut: (text: string) => void out.push(text),
    writeError: (text: string) => void error.push(text),
    colors: false,
    written: () => ({ out: out.join(''), error: error.join('') }),
  };
}
