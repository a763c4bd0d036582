import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ExternalAccessAnalyzer } from '../constructs/external-access-analyzer';
import { UnusedAccessAnalyzer } from '../constructs/unused-access-analyzer';
import type { BaselineProps } from './baseline-props';

/** Access that reaches further than it should: from outside the organization, and, in one region, access that nobody uses. */
export class AuditAccessAnalyzerStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
    super(scope, id, props);
    const { name, homeRegion, services } = props.organization;
    new ExternalAccessAnalyzer(this, 'ExternalAccess', { name: `${name}-external-access` });
    if (services.unusedAccessAnalyzer && this.region === homeRegion) {
      new UnusedAccessAnalyzer(this, 'UnusedAccess', { name: `${name}-unused-access`, unusedAccessAge: 90 });
    }
  }
}
