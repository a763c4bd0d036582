import type { Account, Organization } from '../../config/resolve-organization';
import type { PolicyFacts, Text } from '../../policies/policy';

/** What a question is asked about. */
export interface QuestionPlace {
  readonly account: Account;
  readonly facts: PolicyFacts;
  readonly organization: Organization;
}

/** A request that answers a question, with every condition key that a policy might look at. */
export interface QuestionRequest {
  /**
   * - `administrator`: a role of the account that has been given everything and that no policy knows
   * - `root`: the root user of the account
   * - `stranger`: a role of another organization, let in by a resource policy
   *
   * @default administrator
   */
  readonly who?: 'administrator' | 'root' | 'stranger';
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** A question a security officer asks about every account: can anybody here …? */
export interface SecurityQuestion {
  readonly id: string;
  /** Continues "Can anybody here …", without a question mark. */
  readonly asks: Text;
  /** It is possible when one of the requests is. */
  requests(place: QuestionPlace): readonly QuestionRequest[];
}
