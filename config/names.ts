import { globalServicesRegion } from './regions';
import type { Organization } from './resolve-organization';

/**
 * Names that one stack gives and another uses.
 *
 * Values cross accounts as names computed here, never as exports or look-ups: each account deploys by itself, in any
 * order the deployment plan allows, and a reader sees both ends of a name in one place.
 */
export function namesOf(organization: Organization) {
  const { name, partition, homeRegion, accounts } = organization;
  const { management, logArchive } = accounts;
  const trail = `${name}-organization-trail`;
  const trailBucket = `${name}-trail-${logArchive.id}-${homeRegion}`;
  const findingsBucket = `${name}-findings-${logArchive.id}-${homeRegion}`;
  const configurationBucket = `${name}-configuration-${logArchive.id}-${homeRegion}`;
  const trailKeyAlias = `alias/${name}-trail`;
  const findingsKeyAlias = `alias/${name}-findings`;
  const iamPath = `/${name}/`;
  const messageBus = `${name}-messages`;
  const trailMessageSender = `${name}-trail-message-sender`;
  const inLogArchive = `arn:${partition}:kms:${homeRegion}:${logArchive.id}`;
  return {
    trail,
    trailArn: `arn:${partition}:cloudtrail:${homeRegion}:${management.id}:trail/${trail}`,
    trailBucket,
    trailBucketArn: `arn:${partition}:s3:::${trailBucket}`,
    /** Where S3 writes who asked the other buckets of the log archive for what. It keeps no log of itself: that would never end. */
    accessLogBucket: `${name}-access-logs-${logArchive.id}-${homeRegion}`,
    findingsBucket,
    findingsBucketArn: `arn:${partition}:s3:::${findingsBucket}`,
    /** Where AWS Config delivers, when it is used. */
    configurationBucket,
    configurationBucketArn: `arn:${partition}:s3:::${configurationBucket}`,
    configurationKeyAlias: `alias/${name}-configuration`,
    queryResultsBucket: `${name}-queries-${logArchive.id}-${homeRegion}`,
    /** Daily proofs that the trail bucket holds what CloudTrail delivered. */
    proofBucket: `${name}-log-proofs-${logArchive.id}-${homeRegion}`,
    /** Parameter that holds the ARN of the key of the trail, in the log archive account and the home region. */
    trailKeyParameter: `/${name}/trail-key`,
    /** Glue database of the log archive; its names have no hyphens. */
    logDatabase: `${name.replaceAll('-', '_')}_log_archive`,
    /** A key in another account is named by its alias ARN: the key's id is not known before it exists. */
    trailKeyAlias,
    trailKeyAliasArn: `${inLogArchive}:${trailKeyAlias}`,
    findingsKeyAlias,
    findingsKeyAliasArn: `${inLogArchive}:${findingsKeyAlias}`,
    /** The function of the management account that writes messages about the trail, in the home region. */
    trailMessageFunction: `${name}-trail-messages`,
    trailMessageFunctionArn: `arn:${partition}:lambda:${homeRegion}:${management.id}:function:${name}-trail-messages`,
    /** The role that hands the messages over, and the event bus of the audit account that takes them. */
    trailMessageSender,
    trailMessageSenderArn: `arn:${partition}:iam::${management.id}:role${iamPath}${trailMessageSender}`,
    messageBus,
    messageBusArn: `arn:${partition}:events:${homeRegion}:${accounts.audit.id}:event-bus/${messageBus}`,
    permissionsBoundary: `${name}-permissions-boundary`,
    /** IAM path of roles and policies whose names CloudFormation makes. */
    iamPath,
    /** The same for the functions that apply settings; their roles are exempt from the policies that would stop them. */
    settingsIamPath: `/${name}/settings/`,
    invocationLogGroup: `/${name}/bedrock/invocations`,
    auditLogGroup: `/${name}/bedrock/audit`,
    /** Roles are global and a workload may live in several regions. */
    bedrockCallerRoleIn: (region: string) => `${name}-bedrock-caller-${region}`,
    /** The function that calls Converse; people who run the assistant may call it by this name. */
    converseFunction: `${name}-converse`,
    guardrail: `${name}-guardrail`,
    /** Begins the names of the alarms of the assistant; the dashboard of the Bedrock stack shows them. */
    assistantAlarms: `${name}-bedrock-assistant`,
    /** Begins the parameters by which the Bedrock stack of a region hands over its key, guardrail and alarm topic. */
    bedrockParameters: `/${name}/bedrock`,
    /** Roles are global, and a workload may move to another region. */
    assistantIngressRoleIn: (region: string) => `${name}-assistant-ingress-${region}`,
    assistantWorkerRoleIn: (region: string) => `${name}-assistant-worker-${region}`,
    assistantPosterRoleIn: (region: string) => `${name}-assistant-poster-${region}`,
    /** The function that posts in Slack for a worker that cannot reach it; the VPC endpoint of Lambda names it. */
    assistantPoster: `${name}-assistant-poster`,
    /** Begins the parameters by which the network of a region is handed over. */
    networkParameters: `/${name}/network`,
    /** Begins the names of the secrets of the baseline. */
    secrets: `${name}/`,
    /** Where prompts and answers beyond 100 KB are, and who read them. */
    largePayloadBucketIn: (accountId: string, region: string) => `${name}-prompts-${accountId}-${region}`,
    /** The same in any account and region, as policies name it. */
    largePayloadBuckets: `arn:${partition}:s3:::${name}-prompts-*`,
    largePayloadAccessLogBucketIn: (accountId: string, region: string) =>
      `${name}-prompt-access-${accountId}-${region}`,
    /** Secrets whose values people set: what Slack signs with, and what the assistant posts with. */
    slackSigningSecret: `${name}/slack/signing-secret`,
    slackBotToken: `${name}/slack/bot-token`,
    /** Parameter that holds the UUID of the configuration policy of Security Hub CSPM, in the audit account and the home region. */
    securityHubPolicyParameter: `/${name}/security-hub/configuration-policy`,
    /** Parameter that holds the ARN of the key of an account's log groups, in that account and each region. */
    accountKeyParameter: `/${name}/account-key`,
    /** Region of the foundation, which publishes the key of the management account's log groups there. */
    foundationRegion: globalServicesRegion as string,
    /** Parameter that holds the id of an organizational unit, in the management account and the region of its stack. */
    organizationalUnitParameter: (unit: string) => `/${name}/organizational-units/${unit}`,
    /** Parameters of the management account in the Identity Center region: ARN of a permission set, id of a group, id of an account. */
    permissionSetParameter: (permissionSet: string) => `/${name}/identity-center/permission-sets/${permissionSet}`,
    groupParameter: (group: string) => `/${name}/identity-center/groups/${group}`,
    assignmentsParameter: (account: string) => `/${name}/identity-center/assignments/${account}`,
  };
}

export type Names = ReturnType<typeof namesOf>;
