/** Where the gate writes. A test passes one that remembers. */
export interface Terminal {
  /** The result: the summary, or the report as JSON. */
  writeOut(text: string): void;
  /** Progress and mistakes. */
  writeError(text: string): void;
  /** Whether the result may have colours. */
  readonly colors: boolean;
  /** Whether progress may rewrite its line. */
  readonly rewritesLines: boolean;
  /** Milliseconds since some moment; for durations only. */
  clock(): number;
}
