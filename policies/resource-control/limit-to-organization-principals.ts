import { resourceUses } from '../example-resources';
import { developerRole } from '../example-roles';
import type { OrganizationPolicy, PolicyFacts, StringOrList } from '../policy';

const services = ['dynamodb:*', 'kms:*', 'logs:*', 's3:*', 'secretsmanager:*', 'sqs:*'];

/** An account of somebody else. */
const stranger = '999988887777';

/**
 * Data, keys, queues, secrets, logs and roles of member accounts are used by principals of this organization and by AWS services
 * that act for it, whatever a resource policy says.
 *
 * Amazon Bedrock, AWS Lambda and Amazon SNS do not support resource control policies: their resource policies are the only fence
 * there is. Of STS only `sts:AssumeRole` is limited. Who signs in with SAML or OpenID Connect belongs to no organization before the
 * role is assumed; the trust policy names the provider and the subject. Service-linked roles and resources of the management
 * account are never affected.
 *
 * The second statement counts where a service says for which account it acts, and not where it does not say so. Accounts of others that
 * must get in are listed as trusted: vendors, and the accounts with which Elastic Load Balancing delivers access logs in older regions.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const limitToOrganizationPrincipals: OrganizationPolicy = {
  id: 'limit-to-organization-principals',
  kind: 'resource-control-policy',
  title: {
    en: 'Only this organization uses its data, keys and roles',
    ja: 'データ、キー、ロールを使えるのは自組織だけ',
  },
  why: {
    en: 'One resource policy with a star, or with the account of a former vendor, opens a bucket to strangers, and nothing else in the account objects.',
    ja: 'リソースポリシーの「*」一つ、あるいは以前の取引先のアカウント一つで、バケットは第三者に開かれる。それを止める仕組みはアカウントの中にはない。',
  },
  statements: (facts) =>
    [
      {
        Sid: 'LimitToOrganizationPrincipals',
        Effect: 'Deny',
        Principal: '*',
        // All actions of these services: a resource policy can open any of them.
        Action: [...services, 'sts:AssumeRole'],
        // Every resource of the account.
        Resource: '*',
        Condition: {
          // Both are true as well for a request that nobody signed.
          StringNotEquals: ofTheOrganization(facts, 'aws:PrincipalOrgID', 'aws:PrincipalAccount'),
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
      {
        Sid: 'LimitToOrganizationPrincipalsServices',
        Effect: 'Deny',
        Principal: '*',
        // The same, when an AWS service asks on behalf of somebody.
        Action: [...services, 'sts:AssumeRole'],
        // Every resource of the account.
        Resource: '*',
        Condition: {
          StringNotEquals: ofTheOrganization(facts, 'aws:SourceOrgID', 'aws:SourceAccount'),
          Null: { 'aws:SourceAccount': 'false' },
          Bool: { 'aws:PrincipalIsAWSService': 'true' },
        },
      },
    ] as const,
  denied: (facts) => [
    ...resourceUses(facts).map((use) => ({
      says: {
        en: `A stranger whom a resource policy lets in: ${use.action}`,
        ja: `リソースポリシーで許可された第三者による ${use.action}`,
      },
      principal: `arn:${facts.partition}:iam::${stranger}:role/stranger`,
      ...use,
      context: { 'aws:PrincipalOrgID': 'o-anotherorg' },
    })),
    {
      says: { en: 'Anybody reads a public bucket', ja: '誰でも公開バケットを読める' },
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: `arn:${facts.partition}:s3:::customer-files/contract.pdf`,
    },
    ...resourceUses(facts).map((use) => ({
      says: {
        en: `An AWS service acts for the account of a stranger: ${use.action}`,
        ja: `AWS サービスが第三者のアカウントのために ${use.action} を実行する`,
      },
      principal: 'cloudtrail.amazonaws.com',
      ...use,
      context: actingFor(stranger, 'o-anotherorg'),
    })),
    {
      says: {
        en: 'An AWS service acts for an account that belongs to no organization',
        ja: 'AWS サービスが、どの組織にも属さないアカウントのために書き込む',
      },
      principal: 'cloudtrail.amazonaws.com',
      action: 's3:PutObject',
      resource: `${facts.trailBucketArn}/AWSLogs/log.json.gz`,
      context: { 'aws:SourceAccount': stranger },
    },
  ],
  allowed: (facts) => [
    ...resourceUses(facts).map((use) => ({
      says: { en: `A developer of the organization: ${use.action}`, ja: `組織内の開発者による ${use.action}` },
      principal: developerRole(facts),
      ...use,
    })),
    {
      says: {
        en: 'CloudTrail delivers the organization trail of the management account',
        ja: 'CloudTrail が管理アカウントの組織の証跡を配信する',
      },
      principal: 'cloudtrail.amazonaws.com',
      action: 's3:PutObject',
      resource: `${facts.trailBucketArn}/AWSLogs/log.json.gz`,
      context: actingFor(facts.managementAccountId, facts.organizationId),
    },
    {
      says: {
        en: 'A service that does not say for whom it acts uses a key',
        ja: '誰のためかを示さないサービスがキーを使う',
      },
      principal: 'dynamodb.amazonaws.com',
      action: 'kms:Decrypt',
      resource: `arn:${facts.partition}:kms:${facts.homeRegion}:${facts.workloadAccountId}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    },
    {
      says: {
        en: 'Lambda assumes the role of a function',
        ja: 'Lambda が関数のロールを引き受ける',
      },
      principal: 'lambda.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/report`,
      context: actingFor(facts.workloadAccountId, facts.organizationId),
    },
    {
      says: {
        en: 'A role of the organization acts, whatever source its request names',
        ja: 'リクエストの送信元が何であれ、組織内のロールが操作する',
      },
      principal: developerRole(facts),
      action: 's3:PutObject',
      resource: `arn:${facts.partition}:s3:::customer-files/report.json`,
      context: actingFor(stranger, 'o-anotherorg'),
    },
    {
      says: {
        en: 'A pipeline outside AWS assumes a role with OpenID Connect',
        ja: 'AWS 外のパイプラインが OpenID Connect でロールを引き受ける',
      },
      principal: `arn:${facts.partition}:iam::${facts.workloadAccountId}:oidc-provider/token.actions.githubusercontent.com`,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/pipeline`,
    },
    ...(facts.trustedAccountIds ?? []).flatMap((accountId) => trustedUses(facts, accountId)),
  ],
};

/** What a principal, or the account a service acts for, must not be for a denial. */
function ofTheOrganization(
  { organizationId, trustedAccountIds = [] }: PolicyFacts,
  organizationKey: string,
  accountKey: string,
): Readonly<Record<string, StringOrList>> {
  return {
    [organizationKey]: organizationId,
    ...(trustedAccountIds.length > 0 ? { [accountKey]: trustedAccountIds } : {}),
  };
}

function actingFor(accountId: string, organizationId: string) {
  return { 'aws:SourceAccount': accountId, 'aws:SourceOrgID': organizationId };
}

function trustedUses(facts: PolicyFacts, accountId: string) {
  const report = `arn:${facts.partition}:iam::${facts.workloadAccountId}:role/vendor`;
  return [
    {
      says: { en: 'A vendor the organization trusts assumes its role', ja: '信頼済みの取引先がロールを引き受ける' },
      principal: `arn:${facts.partition}:iam::${accountId}:role/vendor`,
      action: 'sts:AssumeRole',
      resource: report,
      context: { 'aws:PrincipalOrgID': 'o-vendororg1' },
    },
    {
      says: {
        en: 'An AWS service acts for a vendor the organization trusts',
        ja: 'AWS サービスが信頼済みの取引先のために動作する',
      },
      principal: 'cloudtrail.amazonaws.com',
      action: 's3:PutObject',
      resource: `arn:${facts.partition}:s3:::customer-files/delivery.json`,
      context: actingFor(accountId, 'o-vendororg1'),
    },
  ];
}
