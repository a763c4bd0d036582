/** The options of `ishizue policies explain`, unchecked. */
export interface ExplainOptions {
  readonly account?: string;
  readonly as?: string;
  readonly action?: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly region?: string;
  /** `key=value`; a key without value says that the request does not have it. */
  readonly context?: readonly string[];
  readonly identityPolicy?: readonly string[];
  readonly permissionsBoundary?: string;
  readonly sessionPolicy?: readonly string[];
  readonly resourcePolicy?: string;
  /** `name=file`. */
  readonly managedPolicy?: readonly string[];
  readonly allowEverything?: boolean;
  readonly json?: boolean;
  readonly config: string;
  readonly lang: string;
}
