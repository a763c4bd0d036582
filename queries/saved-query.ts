import type { Text } from '../policies/policy';

/** The days a query looks at, both ends included. Every query has them: without days it would read the whole archive. */
export type Days =
  /** So many days up to today, in UTC. */
  | { readonly last: number }
  /** Fixed days, as the partitions are named: `2026/11/27`. */
  | { readonly from: string; readonly to: string };

/** What a query needs to know of the organization, and where it looks. */
export interface LogFacts {
  /** Name of the table as it stands in the SQL, `"database"."table"`. */
  readonly table: string;
  /** Accounts to look at. The table finds no others: its account partition is injected by the query. */
  readonly accounts: readonly string[];
  readonly days: Days;
  readonly governedRegions: readonly string[];
  /** Regions in which approved inference profiles may run a model. Empty: anywhere, because a global profile is approved. */
  readonly inferenceRegions: readonly string[];
  readonly logArchiveAccountId: string;
  /** Buckets that hold evidence. */
  readonly evidenceBuckets: readonly string[];
  /** How the names of the roles start that IAM Identity Center makes of the break-glass permission set. */
  readonly breakGlassRolePrefix: string;
}

export interface Column {
  readonly name: string;
  readonly meaning: Text;
  /** Whether the column may be empty in every row of a right answer. @default false */
  readonly mayBeEmpty?: true;
}

/** A question to the log archive that somebody will ask, with the SQL that answers it. */
export interface SavedQuery {
  /** File name, and the name in Athena. */
  readonly id: string;
  readonly title: Text;
  /** What it answers, and what it cannot see. */
  readonly question: Text;
  /** Of the answer, in this order. */
  readonly columns: readonly Column[];
  /**
   * One statement in the part of SQL that Athena and DuckDB have in common, so that tests run what Athena will run. What DuckDB
   * calls differently, test/queries/archive-engine.ts names as Athena does; queries/functions.ts lists what may be used.
   */
  sql(facts: LogFacts): string;
}
