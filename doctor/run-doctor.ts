import { ConfigurationError } from '../config/mistakes';
import type { Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';
import type { Terminal } from '../terminal/terminal';
import { askQuestion } from './ask';
import type { Connection } from './clients';
import { type AnsweredQuestion, exitCodeOf } from './diagnosis';
import { CannotAsk, introduce } from './introduce';
import { questions } from './questions';
import { renderJson } from './report/json';
import { Progress } from './report/progress';
import { renderTable } from './report/table';
import { type Survey, surveyOf } from './survey';

export interface DoctorOptions {
  /** @default the language of the configuration */
  readonly language?: keyof Text | undefined;
  /** Print JSON instead of the table. */
  readonly json: boolean;
  readonly meta: { readonly tool: string; readonly version: string };
  loadOrganization(): Organization;
  readonly connection: Connection;
}

/**
 * Asks AWS every question about an organization, and answers the exit code of the process: 0 nothing blocks · 1 something blocks ·
 * 2 something could not be found out · 64 a mistake in the configuration. Anything else that is thrown is our bug and passes through.
 *
 * It reads and changes nothing, and costs nothing.
 */
export async function runDoctor(options: DoctorOptions, terminal: Terminal): Promise<number> {
  try {
    const organization = options.loadOrganization();
    const language = options.language ?? organization.language;
    await introduce(organization, options.connection, language);
    const survey = surveyOf(organization, options.connection);
    const diagnosis = {
      organization: { name: organization.name, id: organization.organizationId },
      questions: await askAll(survey, new Progress(terminal, language, questions.length)),
    };
    terminal.writeOut(
      options.json ? renderJson(diagnosis, options.meta) : renderTable(diagnosis, language, terminal.colors),
    );
    return exitCodeOf(diagnosis);
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof CannotAsk)) throw error;
    terminal.writeError(`${error.message}\n`);
    return error instanceof ConfigurationError ? 64 : 2;
  }
}

/** One question after the other: the rates of AWS Organizations are one to eight calls a second. */
async function askAll(survey: Survey, progress: Progress): Promise<readonly AnsweredQuestion[]> {
  const answered: AnsweredQuestion[] = [];
  for (const question of questions) {
    progress.ask(question.title);
    answered.push(await askQuestion(question, survey));
  }
  progress.finish();
  return answered;
}
