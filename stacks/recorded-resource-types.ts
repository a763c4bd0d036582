/**
 * What the recorder of AWS Config has to record for the enabled standards: the lists of FSBP 1.0.0 and CIS 5.0.0, and what AI Security
 * Best Practices adds. A control whose type is missing here shows WARNING, and Config.1 shows FAILED.
 *
 * A type costs nothing where there is no resource of it, so types of services that the baseline does not run are in the list as well:
 * somebody will try one, and its controls are on.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/controls-config-resources.html
 */
const regionalTypes: Readonly<Record<string, readonly string[]>> = {
  ACM: ['Certificate'],
  ApiGateway: ['DomainName', 'Stage'],
  ApiGatewayV2: ['Stage'],
  AppSync: ['ApiCache', 'GraphQLApi'],
  AutoScaling: ['AutoScalingGroup', 'LaunchConfiguration'],
  Backup: ['RecoveryPoint'],
  Bedrock: ['DataSource'],
  BedrockAgentCore: ['BrowserCustom', 'CodeInterpreterCustom', 'Gateway', 'Memory', 'Runtime'],
  CloudFormation: ['Stack'],
  CloudFront: ['Distribution'],
  CloudTrail: ['EventDataStore'],
  CodeBuild: ['Project', 'ReportGroup'],
  Cognito: ['IdentityPool', 'UserPool'],
  Connect: ['Instance'],
  DMS: ['Endpoint', 'ReplicationInstance', 'ReplicationTask'],
  DataSync: ['Task'],
  DynamoDB: ['Table'],
  EC2: [
    ...['ClientVpnEndpoint', 'Instance', 'LaunchTemplate', 'NetworkAcl', 'NetworkInterface', 'SecurityGroup'],
    ...['SnapshotBlockPublicAccess', 'SpotFleet', 'Subnet', 'TransitGateway', 'VPC', 'VPCBlockPublicAccessOptions'],
    ...['VPNConnection', 'Volume'],
  ],
  ECR: ['Repository'],
  ECS: ['CapacityProvider', 'Cluster', 'Service', 'TaskDefinition', 'TaskSet'],
  EFS: ['AccessPoint', 'FileSystem'],
  EKS: ['Cluster', 'Nodegroup'],
  EMR: ['SecurityConfiguration'],
  ElasticBeanstalk: ['Environment'],
  ElasticLoadBalancing: ['LoadBalancer'],
  ElasticLoadBalancingV2: ['Listener', 'LoadBalancer'],
  Elasticsearch: ['Domain'],
  Glue: ['Job', 'MLTransform'],
  KMS: ['Key'],
  KafkaConnect: ['Connector'],
  Kinesis: ['Stream'],
  Lambda: ['Function'],
  MSK: ['Cluster'],
  NetworkFirewall: ['Firewall', 'FirewallPolicy', 'RuleGroup'],
  OpenSearch: ['Domain'],
  RDS: [
    ...['DBCluster', 'DBClusterSnapshot', 'DBInstance', 'DBProxy', 'DBSnapshot', 'EventSubscription', 'GlobalCluster'],
  ],
  Redshift: ['Cluster', 'ClusterSubnetGroup'],
  RedshiftServerless: ['Workgroup'],
  Route53: ['HostedZone'],
  S3: ['AccessPoint', 'AccountPublicAccessBlock', 'Bucket', 'MultiRegionAccessPoint'],
  S3Express: ['DirectoryBucket'],
  SNS: ['Topic'],
  SQS: ['Queue'],
  SSM: ['AssociationCompliance', 'ManagedInstanceInventory', 'PatchCompliance'],
  SageMaker: [
    ...['FeatureGroup', 'InferenceExperiment', 'Model', 'ModelExplainabilityJobDefinition'],
    ...['ModelQualityJobDefinition', 'MonitoringSchedule', 'NotebookInstance'],
  ],
  SecretsManager: ['Secret'],
  StepFunctions: ['StateMachine'],
  Transfer: ['Connector'],
  WAF: ['Rule', 'RuleGroup', 'WebACL'],
  WAFRegional: ['Rule', 'RuleGroup', 'WebACL'],
  WAFv2: ['RuleGroup', 'WebACL'],
  WorkSpaces: ['WorkSpace'],
};

/** IAM is global. Security Hub CSPM judges it in the home region only, and a second recording would be billed again. */
const globalTypes = { IAM: ['Group', 'Policy', 'Role', 'User'] };

/** The types to record in a region, by their names in AWS Config. */
export function recordedResourceTypes(isHomeRegion: boolean): string[] {
  return Object.entries({ ...regionalTypes, ...(isHomeRegion ? globalTypes : {}) }).flatMap(([service, types]) =>
    types.map((type) => `AWS::${service}::${type}`),
  );
}
