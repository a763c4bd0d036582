import type { Text } from '../policies/policy';
import type { Answer } from './answer';
import type { Survey } from './survey';

/** One question to AWS about an organization. It reads; it changes nothing. */
export interface Question {
  /** File name, and the name in the JSON output. */
  readonly id: string;
  readonly title: Text;
  /**
   * What the answer depends on. With `management-account` it is read in the account of the credentials itself, and says nothing when
   * that is another account.
   */
  readonly about: 'organization' | 'management-account';
  /** Throws what AWS throws: whoever asks turns it into `unknown`. */
  ask(survey: Survey): Promise<readonly Answer[]>;
}
