/** What no API can show: a person looks and writes down who looked, when, and where the proof is. The texts are in gate/manual-checks.ts. */
export const manualCheckIds = [
  'alert-subscriptions-confirmed',
  'identity-center-requires-mfa',
  'organization-policies-attached',
  'break-glass-tested',
] as const;

export type ManualCheckId = (typeof manualCheckIds)[number];

/** That a person has looked. */
export interface ManualEvidence {
  /** Who looked: a person or a team that still answers for it. */
  readonly checkedBy: string;
  /** The day they looked, YYYY-MM-DD. After a year somebody has to look again. */
  readonly checkedOn: string;
  /** Where the proof is: a ticket, a screenshot in your document store. */
  readonly link: string;
}
