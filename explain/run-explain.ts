import { loadOrganization } from '../config/load-organization';
import { ConfigurationError } from '../config/mistakes';
import type { Organization } from '../config/resolve-organization';
import type { Decision } from '../evaluator/judge';
import { PolicyError, RequestError } from '../evaluator/policy-error';
import { CompositionError } from '../policies/composition-error';
import type { Terminal } from '../terminal/terminal';
import { attachedPolicies } from './attached-policies';
import type { ExplainOptions } from './explain-options';
import { explainQuestion } from './explanation';
import { explanationText } from './explanation-text';
import { readQuestion } from './read-question';

const exitCodes: Readonly<Record<Decision, number>> = {
  allowed: 0,
  'explicitly-denied': 1,
  'implicitly-denied': 1,
  unknown: 2,
};

/** Prints the answer to the question the options ask, and answers the exit code; every mistake at once ends with 64. */
export function runExplain(
  options: ExplainOptions,
  terminal: Pick<Terminal, 'writeOut' | 'writeError' | 'colors'>,
  load: (file: string) => Organization = loadOrganization,
): number {
  const refuse = (mistakes: readonly string[]) => {
    terminal.writeError(`${mistakes.map((mistake) => `error: ${mistake}`).join('\n')}\n`);
    return 64;
  };
  const { lang, config } = options;
  const language = lang === 'en' || lang === 'ja' ? lang : undefined;
  const unknownLanguage = language === undefined ? [`--lang ${lang}: no such language. Use en or ja`] : [];
  try {
    const organization = load(config);
    const read = readQuestion(options, organization);
    if ('mistakes' in read || language === undefined) {
      return refuse([...('mistakes' in read ? read.mistakes : []), ...unknownLanguage]);
    }
    const explanation = explainQuestion(read.question, organization, attachedPolicies(organization));
    terminal.writeOut(
      options.json === true
        ? `${JSON.stringify(explanation, undefined, 2)}\n`
        : explanationText(explanation, language, terminal.colors),
    );
    return exitCodes[explanation.decision];
  } catch (error) {
    if (error instanceof ConfigurationError) terminal.writeError(`${error.message}\n`);
    else if (error instanceof CompositionError) terminal.writeError(`${config}: ${error.message}\n`);
    else if (error instanceof PolicyError || error instanceof RequestError) return refuse([error.message]);
    else throw error;
    return 64;
  }
}
