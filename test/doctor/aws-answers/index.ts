import type { Answers } from './call';
import { organizationsAnswers } from './organizations';
import { servicesAnswers } from './services';

/** Every call the doctor may make. */
export const answers: Answers = { ...organizationsAnswers, ...servicesAnswers };
