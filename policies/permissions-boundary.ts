import type { PolicyDocument, Statement } from './policy';

/** What the permissions boundary of a workload account depends on. */
export interface PermissionsBoundaryFacts {
  readonly partition: string;
  /** Twelve digits, or a reference of a template to its own account. */
  readonly accountId: string;
  readonly governedRegions: readonly string[];
  /** Approved inference profiles. */
  readonly inferenceProfiles: readonly string[];
  /** The account whose guardrails AWS enforces on every model call: the management account. @default none is enforced */
  readonly guardrailAccountId?: string;
  /** The one function that a workload's functions may call, where they run in a network of their own. @default they run in none */
  readonly privateNetwork?: { readonly posterFunction: string };
  /** The name of the boundary itself, which must not loosen itself. */
  readonly permissionsBoundary: string;
}

const attachToNetwork = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * The most a role of a workload can ever do, whatever is attached to it: call approved models, use queues, tables, secrets and
 * topics of its own account in governed regions, and write logs.
 *
 * The denials repeat what the allowances leave out, on purpose: a resource policy that names a role session passes by an
 * implicit denial of a boundary, and nobody who widens the allowances later opens these doors.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function permissionsBoundary(facts: PermissionsBoundaryFacts): PolicyDocument {
  return { Version: '2012-10-17', Statement: [...ceiling(facts), ...networkCeiling(facts), ...denials(facts)] };
}

function ceiling({
  partition,
  accountId,
  governedRegions,
  inferenceProfiles,
  guardrailAccountId,
}: PermissionsBoundaryFacts): readonly Statement[] {
  const inAccount = (service: string, resource: string) => `arn:${partition}:${service}:*:${accountId}:${resource}`;
  const profileArns = inferenceProfiles.map((id) => inAccount('bedrock', `inference-profile/${id}`));
  return [
    {
      Sid: 'CallInferenceProfiles',
      Effect: 'Allow',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      // Any profile, but a call is judged for its model as well, and the next statement wants an approved profile there.
      Resource: inAccount('bedrock', 'inference-profile/*'),
    },
    {
      Sid: 'RunModelsThroughApprovedProfiles',
      Effect: 'Allow',
      Action: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
      // The profile decides which model.
      Resource: `arn:${partition}:bedrock:*::foundation-model/*`,
      Condition: { ArnLike: { 'bedrock:InferenceProfileArn': profileArns } },
    },
    {
      Sid: 'ApplyGuardrails',
      Effect: 'Allow',
      Action: 'bedrock:ApplyGuardrail',
      // No region condition: a guardrail of the STANDARD tier is evaluated in its whole geography.
      Resource: [accountId, ...(guardrailAccountId === undefined ? [] : [guardrailAccountId])].flatMap((owner) =>
        ['guardrail', 'guardrail-profile'].map((kind) => `arn:${partition}:bedrock:*:${owner}:${kind}/*`),
      ),
    },
    {
      Sid: 'UseResourcesOfThisAccount',
      Effect: 'Allow',
      Action: [
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
        'dynamodb:UpdateItem',
        'kms:Decrypt',
        'kms:GenerateDataKey',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'secretsmanager:GetSecretValue',
        'sns:Publish',
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      // A ceiling names kinds of resources; the role's own policy names the resource.
      Resource: [
        inAccount('dynamodb', 'table/*'),
        inAccount('kms', 'key/*'),
        inAccount('logs', 'log-group:*'),
        inAccount('secretsmanager', 'secret:*'),
        inAccount('sns', '*'),
        inAccount('sqs', '*'),
      ],
      Condition: { StringEquals: { 'aws:RequestedRegion': governedRegions } },
    },
  ];
}

/**
 * Lambda attaches a function to its network with the role of the function; the code of the function may not. In which regions, the
 * policies of the organization say.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
 */
function networkCeiling({ partition, accountId, privateNetwork }: PermissionsBoundaryFacts): readonly Statement[] {
  if (privateNetwork === undefined) return [];
  return [
    {
      Sid: 'LetLambdaAttachFunctions',
      Effect: 'Allow',
      Action: attachToNetwork,
      // Describing has no resource, and AWS says to name all interfaces for the rest.
      Resource: '*',
      Condition: { Null: { 'lambda:SourceFunctionArn': 'true' } },
    },
    {
      Sid: 'AskTheFunctionThatPosts',
      Effect: 'Allow',
      Action: 'lambda:InvokeFunction',
      Resource: `arn:${partition}:lambda:*:${accountId}:function:${privateNetwork.posterFunction}`,
    },
  ];
}

function denials({ partition, accountId, permissionsBoundary: name }: PermissionsBoundaryFacts): readonly Statement[] {
  // A denial that names single resources would leave the others open.
  const everything = '*';
  return [
    {
      Sid: 'DenyPeopleAndLongLivedKeys',
      Effect: 'Deny',
      Action: [
        'iam:AddUserToGroup',
        'iam:AttachUserPolicy',
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:CreateServiceSpecificCredential',
        'iam:CreateUser',
        'iam:PutUserPolicy',
        'iam:ResetServiceSpecificCredential',
        'iam:UpdateAccessKey',
        'iam:UpdateLoginProfile',
        'iam:UpdateServiceSpecificCredential',
        'iam:UploadSSHPublicKey',
        'iam:UploadSigningCertificate',
      ],
      Resource: everything,
    },
    {
      Sid: 'DenyTheOrganization',
      Effect: 'Deny',
      // All actions: no workload has business with the organization or with the account's own settings.
      Action: ['organizations:*', 'account:*'],
      Resource: everything,
    },
    {
      Sid: 'DenyRemovingABoundary',
      Effect: 'Deny',
      Action: [
        'iam:DeleteRolePermissionsBoundary',
        'iam:DeleteUserPermissionsBoundary',
        'iam:PutRolePermissionsBoundary',
        'iam:PutUserPermissionsBoundary',
      ],
      Resource: everything,
    },
    {
      Sid: 'DenyChangingThisBoundary',
      Effect: 'Deny',
      Action: ['iam:CreatePolicyVersion', 'iam:DeletePolicy', 'iam:DeletePolicyVersion', 'iam:SetDefaultPolicyVersion'],
      Resource: `arn:${partition}:iam::${accountId}:policy/${name}`,
    },
    {
      Sid: 'DenyMarketplaceAndModelAgreements',
      Effect: 'Deny',
      Action: [
        'aws-marketplace:AcceptAgreementRequest',
        'aws-marketplace:CreateAgreementRequest',
        'aws-marketplace:Subscribe',
        'bedrock:CreateFoundationModelAgreement',
        'bedrock:PutFoundationModelEntitlement',
        'bedrock:PutUseCaseForModelAccess',
      ],
      Resource: everything,
    },
    {
      Sid: 'DenyBedrockSideDoors',
      Effect: 'Deny',
      // All actions of the other prefixes: they have no guardrails and no invocation log. The first closes API keys.
      Action: ['bedrock:CallWithBearerToken', 'bedrock-mantle:*', 'bedrock-websearch:*', 'aws-external-anthropic:*'],
      Resource: everything,
    },
    {
      Sid: 'DenyTurningOffEvidence',
      Effect: 'Deny',
      Action: [
        'bedrock:DeleteEnforcedGuardrailConfiguration',
        'bedrock:DeleteGuardrail',
        'bedrock:DeleteModelInvocationLoggingConfiguration',
        'bedrock:PutAccountDataRetention',
        'bedrock:PutEnforcedGuardrailConfiguration',
        'bedrock:PutModelInvocationLoggingConfiguration',
        'bedrock:UpdateGuardrail',
        'cloudtrail:DeleteTrail',
        'cloudtrail:PutEventSelectors',
        'cloudtrail:StopLogging',
        'cloudtrail:UpdateTrail',
        'config:DeleteConfigurationRecorder',
        'config:StopConfigurationRecorder',
        'guardduty:DeleteDetector',
        'guardduty:DisassociateFromAdministratorAccount',
        'guardduty:UpdateDetector',
        'logs:DeleteDataProtectionPolicy',
        'logs:DeleteLogGroup',
        'logs:DeleteLogStream',
        'logs:DeleteRetentionPolicy',
        'logs:DisassociateKmsKey',
        'logs:PutDataProtectionPolicy',
        'logs:PutLogGroupDeletionProtection',
        'logs:PutRetentionPolicy',
        'logs:Unmask',
        'securityhub:DisableSecurityHub',
      ],
      Resource: everything,
    },
  ];
}
