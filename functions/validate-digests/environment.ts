export interface ValidationSettings {
  readonly trailBucket: string;
  /** Below which the trail delivers, such as `AWSLogs/o-exampleorg1/`. */
  readonly prefix: string;
  readonly proofBucket: string;
  readonly metricNamespace: string;
  /** What validates, as it stands in a proof. */
  readonly tool: string;
}

/** Reads what the stack sets. Throws with the name of every variable that is missing. */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Omit<ValidationSettings, 'tool'> {
  const names = ['TRAIL_BUCKET', 'TRAIL_PREFIX', 'PROOF_BUCKET', 'METRIC_NAMESPACE'] as const;
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0) throw new Error(`the function has no ${missing.join(', ')} in its environment`);
  const [trailBucket, prefix, proofBucket, metricNamespace] = names.map((name) => environment[name] as string) as [
    string,
    string,
    string,
    string,
  ];
  return { trailBucket, prefix, proofBucket, metricNamespace };
}
