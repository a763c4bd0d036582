/** A text for people, in both languages of the project. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

/** What shows that a promise is kept. A control without any of them is not listed as enforced. */
export interface Evidence {
  /** Policies whose examples are judged by the evaluator in every test run. */
  readonly policies?: readonly string[];
  /** Rules of the project's cdk-nag pack. */
  readonly rules?: readonly string[];
  /** Checks of the gate across accounts. */
  readonly checks?: readonly string[];
  /** Settings that the custom resource reads back after it applied them: a deployment fails when AWS does not keep them. */
  readonly settings?: readonly string[];
  /** Tests of templates, for what a template alone can show. */
  readonly tests?: readonly string[];
}

/** Catalogues that ask for a control, by their own ids. Ids only: the texts belong to their publishers. */
export interface Catalogues {
  /** CIS AWS Foundations Benchmark 7.0.0. */
  readonly cis7?: readonly string[];
  /** AWS Security Hub CSPM. */
  readonly securityHub?: readonly string[];
  /** NIST SP 800-53 Rev. 5. */
  readonly nist80053?: readonly string[];
  /** OWASP Top 10 for LLM applications 2025. */
  readonly owaspLlm?: readonly string[];
}

/** A promise of the baseline. Ids are never reused. */
export interface Control {
  readonly id: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low';
  /** One line, present tense: what holds, not how. */
  readonly promise: Text;
  /** Files that make it so, the first being where to start reading. */
  readonly implementedBy: readonly string[];
  readonly shownBy: Evidence;
  readonly askedBy: Catalogues;
}
