import { anyOf, type DangerousChange } from './dangerous-change';

/**
 * Changes that would take the ground from under this baseline and that the CIS benchmark does not know: Bedrock, detection, people.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/logging-using-cloudtrail.html
 */
export const baselineChanges: readonly DangerousChange[] = [
  {
    id: 'bedrock-safeguard-change',
    title: {
      en: 'A guardrail, the invocation log or the data retention of Amazon Bedrock was changed',
      ja: 'Amazon Bedrock のガードレール、呼び出しログ、データ保持のいずれかが変更されました',
    },
    pattern: anyOf(
      [
        ...['PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration'],
        ...['UpdateGuardrail', 'DeleteGuardrail', 'PutAccountDataRetention'],
        ...['PutEnforcedGuardrailConfiguration', 'DeleteEnforcedGuardrailConfiguration'],
        ...['PutResourcePolicy', 'DeleteResourcePolicy'],
      ],
      'bedrock.amazonaws.com',
    ),
  },
  {
    id: 'detection-weakened',
    title: {
      en: 'GuardDuty, Security Hub, Inspector, Macie or Access Analyzer was switched off or lost its administrator',
      ja: 'GuardDuty・Security Hub・Inspector・Macie・Access Analyzer のいずれかが無効化されたか、管理者を失いました',
    },
    pattern: anyOf([
      ...['DeleteDetector', 'StopMonitoringMembers', 'DisassociateMembers', 'DeletePublishingDestination'],
      ...['DisassociateFromAdministratorAccount', 'DisableOrganizationAdminAccount', 'DisableDelegatedAdminAccount'],
      ...['DisableSecurityHub', 'DisableSecurityHubV2', 'DeleteFindingAggregator', 'DeleteConfigurationPolicy'],
      ...['DisableMacie', 'DeleteAnalyzer', 'DeregisterDelegatedAdministrator', 'DisableAWSServiceAccess'],
    ]),
  },
  {
    id: 'permission-set-change',
    title: {
      en: 'A permission set of IAM Identity Center or its assignment was changed: somebody may do more or less than before',
      ja: 'IAM Identity Center の許可セットまたは割り当てが変更されました。誰かの権限が変わっています',
    },
    pattern: anyOf(
      [
        ...['CreatePermissionSet', 'UpdatePermissionSet', 'DeletePermissionSet', 'PutInlinePolicyToPermissionSet'],
        ...['AttachManagedPolicyToPermissionSet', 'AttachCustomerManagedPolicyReferenceToPermissionSet'],
        ...['PutPermissionsBoundaryToPermissionSet', 'DeletePermissionsBoundaryFromPermissionSet'],
        ...['CreateAccountAssignment', 'DeleteAccountAssignment'],
      ],
      'sso.amazonaws.com',
    ),
  },
  {
    id: 'break-glass-use',
    title: {
      en: 'Somebody signs in or works with a break-glass permission set',
      ja: '緊急用（break-glass）の許可セットが使われています',
    },
    // The sign-in has no session yet and names the role it asks for; the console's own event has no issuer; every later call has both.
    pattern:
      '{($.requestParameters.roleArn="*AWSReservedSSO_break-glass-*") || ' +
      '($.userIdentity.arn="*:assumed-role/AWSReservedSSO_break-glass-*") || ' +
      '($.userIdentity.sessionContext.sessionIssuer.userName="AWSReservedSSO_break-glass-*")}',
  },
];
