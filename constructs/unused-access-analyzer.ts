import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { Construct } from 'constructs';

export interface UnusedAccessAnalyzerProps {
  readonly name: string;
  /** Access that was not used for so many days is reported, 1 to 365. */
  readonly unusedAccessAge: number;
}

/**
 * Reports roles, users, keys, passwords and permissions that nobody has used, in every account of the organization.
 *
 * IAM is global, so one region is enough and a second analyzer would be billed again: about $0.20 a month for each role and user.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-unused.html
 */
export class UnusedAccessAnalyzer extends Construct {
  constructor(scope: Construct, id: string, props: UnusedAccessAnalyzerProps) {
    super(scope, id);
    new CfnAnalyzer(this, 'Analyzer', {
      analyzerName: props.name,
      type: 'ORGANIZATION_UNUSED_ACCESS',
      analyzerConfiguration: { unusedAccessConfiguration: { unusedAccessAge: props.unusedAccessAge } },
    });
  }
}
