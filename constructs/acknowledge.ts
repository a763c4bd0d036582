import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding that a waiver accepts. */
export interface AcceptedFinding {
  /**
   * The namespaced rule id as the validation report prints it: `AwsSolutions::AwsSolutions-S1`,
   * `AwsSolutions::AwsSolutions-IAM5[Resource::*]`.
   */
  readonly rule: string;
  /** Id of the waiver in waivers.yaml: `W-0001`. */
  readonly waiver: string;
  /** Why the finding is accepted, in one sentence. */
  readonly reason: string;
}

/**
 * Acknowledges a finding on a construct and everything below it, so that the validation report lists it as suppressed, with its
 * waiver and reason. The only caller of CDK's `acknowledge`: a bare rule id, an empty reason or an acknowledgement without a waiver
 * would hide the finding from every report, and each is an error here.
 *
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Validations.html
 */
export function acknowledge(scope: IConstruct, { rule, waiver, reason }: AcceptedFinding): void {
  if (!/^[^:[\]]+::[^:]/.test(rule)) {
    throw new Error(
      `"${rule}" is a bare rule id; acknowledged like that the finding leaves no trace. Use "<pack>::${rule}"`,
    );
  }
  if (!/^W-\d{4}$/.test(waiver)) throw new Error(`"${waiver}" is not the id of a waiver; ids look like W-0001`);
  if (reason.trim() === '') throw new Error(`${waiver} has no reason; nobody could tell why "${rule}" is accepted`);
  Validations.of(scope).acknowledge({ id: rule, reason: `[${waiver}] ${reason}` });
}
