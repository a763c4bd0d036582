import { allowedStackChanges, deniedStackChanges } from '../example-stack-changes';
import type { OrganizationPolicy } from '../policy';

/**
 * The stacks of the baseline, and the functions in them, are changed by deployments and administrators alone.
 *
 * CloudFormation remembers the role a stack was deployed with and uses it again for whoever updates or deletes the stack, and
 * a function runs with its role whoever wrote its code: both would lend an exempt role to anybody. A function is known by the
 * tag that CloudFormation itself puts on it. Names of one's own stacks must not look like those of the baseline.
 *
 * The functions that apply settings are called by CloudFormation on behalf of a deployment, and by nobody else: what they are told,
 * they set. The function of the assistant may be called by whoever is allowed to.
 *
 * What a deployment reads is protected as well: code that waits in the bucket of `cdk bootstrap` would run with an exempt role, and a
 * parameter says which key the next log group is encrypted with.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html
 * https://docs.aws.amazon.com/lambda/latest/dg/attribute-based-access-control.html
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export const protectBaselineStacks: OrganizationPolicy = {
  id: 'protect-baseline-stacks',
  kind: 'service-control-policy',
  title: {
    en: 'Only deployments and administrators change the stacks of the baseline',
    ja: 'ベースラインのスタックは、デプロイと管理者だけが変更できる',
  },
  why: {
    en: 'Whoever updates a stack uses the role it was deployed with, and whoever replaces the code of a function uses its role.',
    ja: 'スタックを更新する者はデプロイ時のロールを、関数のコードを差し替える者は関数のロールを使えてしまう。',
  },
  statements: ({ partition, administrationRoleArns, baselineStacks, baselineParameters, bootstrapQualifier }) =>
    [
      {
        Sid: 'ProtectBaselineStacks',
        Effect: 'Deny',
        Action: [
          'cloudformation:CancelUpdateStack',
          'cloudformation:ContinueUpdateRollback',
          'cloudformation:CreateChangeSet',
          'cloudformation:CreateStack',
          'cloudformation:DeleteChangeSet',
          'cloudformation:DeleteStack',
          'cloudformation:ExecuteChangeSet',
          'cloudformation:RollbackStack',
          'cloudformation:SetStackPolicy',
          'cloudformation:SignalResource',
          'cloudformation:UpdateStack',
          'cloudformation:UpdateTerminationProtection',
          's3:DeleteBucket',
          's3:DeleteBucketPolicy',
          's3:DeleteObject',
          's3:DeleteObjectVersion',
          's3:PutBucketPolicy',
          's3:PutObject',
          'ssm:DeleteParameter',
          'ssm:DeleteParameters',
          'ssm:PutParameter',
        ],
        // One list for three services: each action meets the resources of its own service only.
        Resource: [
          ...baselineStacks.map((name) => `arn:${partition}:cloudformation:*:*:stack/${name}/*`),
          // The bucket and, behind the wildcard, its objects.
          `arn:${partition}:s3:::cdk-${bootstrapQualifier}-assets-*`,
          ...baselineParameters.map((name) => `arn:${partition}:ssm:*:*:parameter${name}`),
        ],
        Condition: { ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns } },
      },
      {
        Sid: 'ProtectBaselineStacksFunctions',
        Effect: 'Deny',
        Action: [
          'lambda:AddPermission',
          'lambda:CreateFunctionUrlConfig',
          'lambda:DeleteFunction',
          'lambda:PublishVersion',
          'lambda:PutFunctionConcurrency',
          'lambda:PutResourcePolicy',
          'lambda:TagResource',
          'lambda:UntagResource',
          'lambda:UpdateFunctionCode',
          'lambda:UpdateFunctionConfiguration',
        ],
        // Names of functions come from CloudFormation, which shortens them; its tag has the whole name of the stack.
        Resource: '*',
        Condition: {
          StringLike: { 'aws:ResourceTag/aws:cloudformation:stack-name': baselineStacks },
          ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns },
        },
      },
      {
        Sid: 'ProtectBaselineStacksSettings',
        Effect: 'Deny',
        Action: 'lambda:InvokeFunction',
        // As above; the logical id tells those that apply settings from the others.
        Resource: '*',
        Condition: {
          StringLike: {
            'aws:ResourceTag/aws:cloudformation:stack-name': baselineStacks,
            'aws:ResourceTag/aws:cloudformation:logical-id': '*ApplyFunction*',
          },
          ArnNotLike: { 'aws:PrincipalArn': administrationRoleArns },
        },
      },
    ] as const,
  denied: deniedStackChanges,
  allowed: allowedStackChanges,
};
