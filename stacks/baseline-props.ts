import type { StackProps } from 'aws-cdk-lib';
import type { Names } from '../config/names';
import type { Organization } from '../config/resolve-organization';
import type { FunctionCode } from '../constructs/function-code';

/** What every stack of the baseline is given by bin/app.ts. `env` always names an account and a region. */
export interface BaselineProps extends StackProps {
  readonly env: { readonly account: string; readonly region: string };
  readonly organization: Organization;
  /** Names that one stack gives and another uses. */
  readonly names: Names;
  readonly functions: FunctionCode;
}
