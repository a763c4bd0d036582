import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { Construct } from 'constructs';

export interface ExternalAccessAnalyzerProps {
  readonly name: string;
}

/**
 * Reports every resource in this region, of any account of the organization, that somebody outside the organization can reach. Free.
 *
 * Belongs into every region of the account that administers IAM Access Analyzer.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-create-external.html
 */
export class ExternalAccessAnalyzer extends Construct {
  constructor(scope: Construct, id: string, props: ExternalAccessAnalyzerProps) {
    super(scope, id);
    new CfnAnalyzer(this, 'Analyzer', { analyzerName: props.name, type: 'ORGANIZATION' });
  }
}
