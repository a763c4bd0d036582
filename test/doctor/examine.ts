import type { OrganizationInput } from '../../config/organization-schema';
import type { Answer } from '../../doctor/answer';
import { askQuestion } from '../../doctor/ask';
import { questions } from '../../doctor/questions';
import { runDoctor } from '../../doctor/run-doctor';
import { surveyOf } from '../../doctor/survey';
import { exampleOrganization } from '../helpers/example';
import type { AwsServer } from './aws-server';

/** The example organization, whose unit `security` exists already and is adopted. */
export const configured = (overrides: Partial<OrganizationInput> = {}) =>
  exampleOrganization({
    organizationalUnits: [{ name: 'security', id: 'ou-exmp-security1' }, { name: 'workloads' }],
    ...overrides,
  });

export const connectionTo = ({ url }: AwsServer) => ({
  endpoint: url,
  credentials: async () => ({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }),
});

/** One question, and nothing else. */
export async function ask(id: string, aws: AwsServer, overrides: Partial<OrganizationInput> = {}) {
  const question = questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return askQuestion(question, surveyOf(configured(overrides), connectionTo(aws)));
}

export interface Examined {
  readonly exitCode: number;
  readonly answers: readonly (Answer & { readonly question: string })[];
  readonly printed: string;
  readonly progress: string;
}

/** Runs the doctor against a server, in this process. */
export async function examine(aws: AwsServer, overrides: Partial<OrganizationInput> = {}): Promise<Examined> {
  let printed = '';
  let progress = '';
  const exitCode = await runDoctor(
    {
      json: true,
      meta: { tool: 'ishizue', version: '0.0.0' },
      loadOrganization: () => configured(overrides),
      connection: connectionTo(aws),
    },
    {
      writeOut: (text) => {
        printed += text;
      },
      writeError: (text) => {
        progress += text;
      },
      colors: false,
      rewritesLines: false,
      clock: () => 0,
    },
  );
  const questions = printed ? JSON.parse(printed).questions : [];
  const answers = questions.flatMap(({ id, answers }: { id: string; answers: Answer[] }) =>
    answers.map((answer) => ({ question: id, ...answer })),
  );
  return { exitCode, answers, printed, progress };
}
