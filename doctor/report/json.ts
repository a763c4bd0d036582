import { countsOf, type Diagnosis, exitCodeOf } from '../diagnosis';

/** The diagnosis for a program. `format` changes when a field changes its meaning or goes away. */
export function renderJson(diagnosis: Diagnosis, meta: { readonly tool: string; readonly version: string }): string {
  const { organization, questions } = diagnosis;
  const document = {
    format: 1,
    ...meta,
    organization,
    verdict: { exitCode: exitCodeOf(diagnosis), counts: countsOf(diagnosis) },
    questions,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
