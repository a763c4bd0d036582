import type { ManualEvidence } from '../config/manual-evidence';
import type { Text } from '../policies/policy';
import type { Assurance, Finding, Severity, Tally } from './finding';
import type { Day, Risk } from './waiver-life';

/** What the gate says, complete and without a clock: the same input gives the same report. Every output is made from it. */
export interface GateReport {
  /** Raised when a field changes its meaning or goes away. */
  readonly schemaVersion: 1;
  readonly verdict: Verdict;
  readonly organization: {
    readonly name: string;
    readonly profile: string;
    readonly homeRegion: string;
    readonly governedRegions: readonly string[];
  };
  readonly accounts: readonly AccountSummary[];
  readonly packs: readonly PackSummary[];
  readonly checks: readonly CheckSummary[];
  /** Most severe first. */
  readonly findings: readonly Finding[];
  readonly waivers: readonly WaiverSummary[];
  readonly hygiene: readonly HygieneProblem[];
  /** What a person has to look at: no template can show it. */
  readonly manual: readonly ManualCheck[];
  /** What is worth knowing and blocks nothing. */
  readonly notices: readonly Notice[];
  /** The only part that differs between two runs over the same input. */
  readonly meta: ReportMeta;
}

/** 0 nothing blocking · 1 findings · 2 could not evaluate · 3 waiver hygiene. Precedence 2, 3, 1. */
export type GateExitCode = 0 | 1 | 2 | 3;

export interface Verdict {
  readonly exitCode: GateExitCode;
  /** Findings no waiver accepts, by severity. All of them block. */
  readonly failed: Readonly<Record<Severity, number>>;
  readonly unknown: number;
  readonly waived: number;
  /** Hygiene problems that block. */
  readonly hygiene: number;
  readonly passed: number;
  readonly stacks: number;
  readonly resources: number;
}

/** One account of the organization: what each pack says about it. */
export interface AccountSummary {
  readonly name: string;
  readonly id: string;
  readonly stacks: readonly StackSummary[];
  readonly packs: Readonly<Record<string, Tally>>;
}

/** What one stack brings to its account. */
export interface StackSummary {
  readonly id: string;
  readonly region: string;
  /** As CloudFormation shows it. */
  readonly description?: string;
  readonly resources: number;
  /** How many resources of each type of CloudFormation. */
  readonly types: Readonly<Record<string, number>>;
  /** What it sets through an API, because CloudFormation has no resource for it. */
  readonly settings: readonly string[];
}

/** One family of checks: a cdk-nag pack, CloudFormation Validate, the checks of the assembly, annotations. */
export interface PackSummary {
  readonly pack: string;
  /** Rules the family knows; undefined where it cannot tell. */
  readonly rules?: number;
  readonly tally: Tally;
  /** Rules that applied to at least one resource. */
  readonly applied: readonly { readonly rule: string; readonly tally: Tally }[];
}

/** One check of the assembly. */
export interface CheckSummary {
  readonly id: string;
  readonly severity: Severity;
  readonly assurance: Assurance;
  readonly promise: Text;
  readonly tally: Tally;
  /** Why it does not apply, where it does not. */
  readonly because?: Text;
}

export interface WaiverSummary {
  readonly id: string;
  readonly rule: string;
  readonly stack?: string;
  readonly path?: string;
  readonly reason: Text;
  readonly risk: Risk;
  readonly owner: string;
  readonly ticket?: string;
  readonly created: Day;
  readonly expires: Day;
  readonly status: 'live' | 'expiring' | 'expired';
  readonly matches: number;
  /** The line to edit: `waivers.yaml:12`. */
  readonly place: string;
}

/** Something wrong with how findings are accepted. */
export interface HygieneProblem {
  readonly kind:
    | 'expired'
    | 'expiring'
    | 'unmatched'
    | 'too-many-matches'
    | 'acknowledged-without-waiver'
    | 'hidden-finding';
  readonly blocking: boolean;
  /** A line of waivers.yaml, or a construct path. */
  readonly place: string;
  readonly message: Text;
}

/** Something only a person can look at. It never counts as a pass. */
export interface ManualCheck {
  readonly id: string;
  readonly what: Text;
  readonly how: Text;
  /** `confirmed`: somebody looked within a year. `outdated`: longer ago. `open`: nobody has said so. */
  readonly state: 'confirmed' | 'outdated' | 'open';
  readonly evidence?: ManualEvidence;
}

/** Something to know that blocks nothing. */
export interface Notice {
  readonly id: 'manual-checks-open' | 'cost-above-budget';
  /** The field of the configuration. */
  readonly place: string;
  readonly message: Text;
}

export interface ReportMeta {
  readonly tool: string;
  readonly version: string;
  /** The day waivers are judged on. */
  readonly date: Day;
}
