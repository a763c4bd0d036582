import { anyOf, type DangerousChange } from './dangerous-change';

/**
 * What the CIS AWS Foundations Benchmark 5.0.0 wants an alarm for, with the patterns that AWS Security Hub CSPM looks for. There are no
 * exceptions in them: a deployment through CloudFormation raises the alarm too, for it is one way to make the change. Recommendation
 * 4.16, Security Hub itself, is not a matter of alarms.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const cisBenchmarkChanges: readonly DangerousChange[] = [
  {
    id: 'unauthorized-calls',
    cis: '4.1',
    title: {
      en: 'Many API calls were denied within five minutes: somebody is trying what they can do, or something is broken',
      ja: '5 分間に多数の API 呼び出しが拒否されました。権限を探っている者がいるか、何かが壊れています',
    },
    pattern: '{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}',
    // Single denials are everyday life in a whole organization.
    threshold: 50,
  },
  {
    id: 'sign-in-without-mfa',
    cis: '4.2',
    title: {
      en: 'An IAM user signed in to the console without MFA',
      ja: 'IAM ユーザーが MFA なしでコンソールにサインインしました',
    },
    pattern:
      '{($.eventName="ConsoleLogin") && ($.additionalEventData.MFAUsed !="Yes") && ($.userIdentity.type="IAMUser") && ($.responseElements.ConsoleLogin="Success")}',
  },
  {
    id: 'root-use',
    cis: '4.3',
    title: { en: 'The root user of an account was used', ja: 'アカウントのルートユーザーが使われました' },
    pattern: '{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}',
  },
  {
    id: 'iam-policy-change',
    cis: '4.4',
    title: { en: 'An IAM policy was changed', ja: 'IAM ポリシーが変更されました' },
    pattern: anyOf(
      [
        ...['DeleteGroupPolicy', 'DeleteRolePolicy', 'DeleteUserPolicy', 'PutGroupPolicy', 'PutRolePolicy'],
        ...['PutUserPolicy', 'CreatePolicy', 'DeletePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion'],
        ...['AttachRolePolicy', 'DetachRolePolicy', 'AttachUserPolicy', 'DetachUserPolicy'],
        ...['AttachGroupPolicy', 'DetachGroupPolicy'],
      ],
      'iam.amazonaws.com',
    ),
  },
  {
    id: 'trail-change',
    cis: '4.5',
    title: { en: 'A CloudTrail trail was changed or stopped', ja: 'CloudTrail の証跡が変更または停止されました' },
    pattern: anyOf(['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging']),
  },
  {
    id: 'sign-in-failures',
    cis: '4.6',
    title: {
      en: 'Several sign-ins to the console failed within five minutes',
      ja: '5 分間にコンソールへのサインインが何度も失敗しました',
    },
    pattern: '{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}',
    // One wrong password is not an attack.
    threshold: 5,
  },
  {
    id: 'key-deletion',
    cis: '4.7',
    title: {
      en: 'An encryption key was disabled or scheduled for deletion: what it encrypts will be lost',
      ja: '暗号化キーが無効化されたか、削除が予約されました。暗号化されたデータが失われます',
    },
    pattern: anyOf(['DisableKey', 'ScheduleKeyDeletion'], 'kms.amazonaws.com'),
  },
  {
    id: 'bucket-policy-change',
    cis: '4.8',
    title: { en: 'The policy of an S3 bucket was changed', ja: 'S3 バケットのポリシーが変更されました' },
    pattern: anyOf(
      [
        ...['PutBucketAcl', 'PutBucketPolicy', 'PutBucketCors', 'PutBucketLifecycle', 'PutBucketReplication'],
        ...['DeleteBucketPolicy', 'DeleteBucketCors', 'DeleteBucketLifecycle', 'DeleteBucketReplication'],
      ],
      's3.amazonaws.com',
    ),
  },
  {
    id: 'config-change',
    cis: '4.9',
    title: {
      en: 'The recording of AWS Config was changed or stopped',
      ja: 'AWS Config の記録が変更または停止されました',
    },
    pattern: anyOf(
      ['StopConfigurationRecorder', 'DeleteDeliveryChannel', 'PutDeliveryChannel', 'PutConfigurationRecorder'],
      'config.amazonaws.com',
    ),
  },
  {
    id: 'security-group-change',
    cis: '4.10',
    title: { en: 'A security group was changed', ja: 'セキュリティグループが変更されました' },
    pattern: anyOf([
      ...['AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress'],
      ...['RevokeSecurityGroupEgress', 'CreateSecurityGroup', 'DeleteSecurityGroup'],
    ]),
  },
  {
    id: 'network-acl-change',
    cis: '4.11',
    title: { en: 'A network ACL was changed', ja: 'ネットワーク ACL が変更されました' },
    pattern: anyOf([
      ...['CreateNetworkAcl', 'CreateNetworkAclEntry', 'DeleteNetworkAcl', 'DeleteNetworkAclEntry'],
      ...['ReplaceNetworkAclEntry', 'ReplaceNetworkAclAssociation'],
    ]),
  },
  {
    id: 'network-gateway-change',
    cis: '4.12',
    title: { en: 'A network gateway was changed', ja: 'ネットワークゲートウェイが変更されました' },
    pattern: anyOf([
      ...['CreateCustomerGateway', 'DeleteCustomerGateway', 'AttachInternetGateway', 'CreateInternetGateway'],
      ...['DeleteInternetGateway', 'DetachInternetGateway'],
    ]),
  },
  {
    id: 'route-table-change',
    cis: '4.13',
    title: { en: 'A route table was changed', ja: 'ルートテーブルが変更されました' },
    pattern: anyOf(
      [
        ...['CreateRoute', 'CreateRouteTable', 'ReplaceRoute', 'ReplaceRouteTableAssociation'],
        ...['DeleteRouteTable', 'DeleteRoute', 'DisassociateRouteTable'],
      ],
      'ec2.amazonaws.com',
    ),
  },
  {
    id: 'vpc-change',
    cis: '4.14',
    title: { en: 'A VPC was changed', ja: 'VPC が変更されました' },
    pattern: anyOf([
      ...['CreateVpc', 'DeleteVpc', 'ModifyVpcAttribute', 'AcceptVpcPeeringConnection', 'CreateVpcPeeringConnection'],
      ...['DeleteVpcPeeringConnection', 'RejectVpcPeeringConnection', 'AttachClassicLinkVpc'],
      ...['DetachClassicLinkVpc', 'DisableVpcClassicLink', 'EnableVpcClassicLink'],
    ]),
  },
  {
    id: 'organization-change',
    cis: '4.15',
    title: {
      en: 'The organization was changed: an account, a unit or a policy',
      ja: '組織が変更されました（アカウント・組織単位・ポリシーのいずれか）',
    },
    pattern: anyOf(
      [
        ...['AcceptHandshake', 'AttachPolicy', 'CreateAccount', 'CreateOrganizationalUnit', 'CreatePolicy'],
        ...['DeclineHandshake', 'DeleteOrganization', 'DeleteOrganizationalUnit', 'DeletePolicy', 'DetachPolicy'],
        ...['DisablePolicyType', 'EnablePolicyType', 'InviteAccountToOrganization', 'LeaveOrganization'],
        ...['MoveAccount', 'RemoveAccountFromOrganization', 'UpdatePolicy', 'UpdateOrganizationalUnit'],
      ],
      'organizations.amazonaws.com',
    ),
  },
];
