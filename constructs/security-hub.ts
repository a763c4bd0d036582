import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnAggregatorV2, CfnHubV2 } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';

export interface SecurityHubProps {
  /** Regions whose findings, resources and trends come to this region. At least one. */
  readonly linkedRegions: readonly string[];
}

/**
 * Security Hub, the successor beside Security Hub CSPM, in the account that administers it: the administrator has to enable its own
 * account before an organization policy may enable the others, and aggregates their findings in this region.
 *
 * Deleting the stack disables nothing. Aggregation is free; Security Hub itself costs about $3.75 a month for each unit of resources:
 * 1 EC2 instance, 12 functions, 18 container images or 125 users and roles.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-v2-enable.html
 * https://docs.aws.amazon.com/securityhub/latest/userguide/security-hub-region-aggregation.html
 */
export class SecurityHub extends Construct {
  constructor(scope: Construct, id: string, props: SecurityHubProps) {
    super(scope, id);
    const hub = new CfnHubV2(this, 'Hub');
    const aggregator = new CfnAggregatorV2(this, 'Aggregator', {
      regionLinkingMode: 'SPECIFIED_REGIONS',
      linkedRegions: [...props.linkedRegions],
    });
    aggregator.addResourceDependency(hub);
    for (const resource of [hub, aggregator]) resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}
