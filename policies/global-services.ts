/**
 * Services without regions. Their requests go to one region of AWS's choice, so the region of a request says nothing.
 *
 * https://docs.aws.amazon.com/controltower/latest/controlreference/primary-region-deny-policy.html
 */
export const globalServices: readonly string[] = [
  'account:*',
  'artifact:*',
  'aws-marketplace:*',
  'billing:*',
  'budgets:*',
  'ce:*',
  'cloudfront:*',
  // The keys that sign the digests of the trail: a trail of every region is proven with those of every region.
  'cloudtrail:ListPublicKeys',
  'consolidatedbilling:*',
  'cost-optimization-hub:*',
  'cur:*',
  'ec2:DescribeRegions',
  'freetier:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'invoicing:*',
  'networkmanager:*',
  'notifications-contacts:*',
  'notifications:*',
  'organizations:*',
  'payments:*',
  'pricing:*',
  'route53:*',
  'route53domains:*',
  's3:GetAccountPublicAccessBlock',
  's3:GetBucketLocation',
  's3:ListAllMyBuckets',
  's3:PutAccountPublicAccessBlock',
  'savingsplans:*',
  'shield:*',
  'sts:*',
  'support:*',
  'supportplans:*',
  'tax:*',
  'trustedadvisor:*',
];

/**
 * Regional services with a part for global ones in us-east-1: certificates and firewalls of CloudFront, events and quotas of IAM, public
 * container images.
 */
export const partlyGlobalServices: readonly string[] = [
  'acm:*',
  'cloudtrail:LookupEvents',
  'ecr-public:*',
  'servicequotas:*',
  'wafv2:*',
];

/** One call of each service without regions, and of each action that is listed by itself. */
export const globalServiceCalls: readonly string[] = [
  'account:GetContactInformation',
  'artifact:GetReport',
  'aws-marketplace:ViewSubscriptions',
  'billing:GetBillingData',
  'budgets:ViewBudget',
  'ce:GetCostAndUsage',
  'cloudfront:ListDistributions',
  'cloudtrail:ListPublicKeys',
  'consolidatedbilling:GetAccountBillingRole',
  'cost-optimization-hub:ListRecommendations',
  'cur:DescribeReportDefinitions',
  'ec2:DescribeRegions',
  'freetier:GetFreeTierUsage',
  'globalaccelerator:ListAccelerators',
  'health:DescribeEvents',
  'invoicing:GetInvoicePDF',
  'networkmanager:ListCoreNetworks',
  'notifications-contacts:ListEmailContacts',
  'notifications:ListNotificationHubs',
  'organizations:DescribeOrganization',
  'payments:GetPaymentStatus',
  'pricing:GetProducts',
  'route53:ListHostedZones',
  'route53domains:ListDomains',
  's3:GetAccountPublicAccessBlock',
  's3:GetBucketLocation',
  's3:ListAllMyBuckets',
  's3:PutAccountPublicAccessBlock',
  'savingsplans:DescribeSavingsPlans',
  'shield:DescribeSubscription',
  'sts:DecodeAuthorizationMessage',
  'support:DescribeCases',
  'supportplans:GetSupportPlan',
  'tax:GetTaxRegistration',
  'trustedadvisor:ListChecks',
];
