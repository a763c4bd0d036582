import type { PermissionSet } from '../permission-set';
import { denyReadingPrompts } from '../prompt-log-access';

/**
 * Deploys the baseline through the roles of `cdk bootstrap`, and sees what it changed. Changes by hand are not part of it, so
 * that the code stays the truth.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export const platformAdministrator: PermissionSet = {
  name: 'platform-administrator',
  title: {
    en: 'Deploys the baseline with the AWS CDK',
    ja: 'AWS CDK でベースラインをデプロイする',
  },
  why: {
    en: 'Whoever changes the baseline does it through reviewed code. The bootstrap roles hold the rights, and only a deployment uses them.',
    ja: 'ベースラインの変更はレビュー済みのコードで行う。権限はブートストラップのロールが持ち、デプロイだけがそれを使う。',
  },
  sessionDuration: 'PT2H',
  managedPolicies: ['job-function/ViewOnlyAccess', 'AWSSupportAccess'],
  statements: (facts) => {
    const { partition, bootstrapQualifier } = facts;
    return [
      {
        Sid: 'DeployThroughTheBootstrapRoles',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(
          (role) => `arn:${partition}:iam::*:role/cdk-${bootstrapQualifier}-${role}-role-*`,
        ),
      },
      {
        Sid: 'SeeAndSettleDeployments',
        Effect: 'Allow',
        Action: [
          'cloudformation:ContinueUpdateRollback',
          'cloudformation:DescribeChangeSet',
          'cloudformation:DescribeStackEvents',
          'cloudformation:DescribeStackResources',
          'cloudformation:DescribeStacks',
          'cloudformation:DetectStackDrift',
          'cloudformation:GetTemplate',
          'cloudformation:ListStackResources',
        ],
        Resource: `arn:${partition}:cloudformation:*:*:stack/*`,
      },
      {
        Sid: 'SeeDrift',
        Effect: 'Allow',
        Action: ['cloudformation:DescribeStackDriftDetectionStatus', 'cloudformation:ListStacks'],
        // Neither has a resource to name.
        Resource: '*',
      },
      ...denyReadingPrompts(facts),
    ];
  },
};
