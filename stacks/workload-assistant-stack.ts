import { CfnOutput, Stack } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Workload } from '../config/resolve-organization';
import { AssistantAlarms } from '../constructs/assistant-alarms';
import { AssistantIngress } from '../constructs/assistant-ingress';
import { AssistantPoster } from '../constructs/assistant-poster';
import { AssistantWorker, workerTimeout } from '../constructs/assistant-worker';
import { BedrockCallerRole } from '../constructs/bedrock-caller-role';
import { BedrockParameters, type BedrockParts } from '../constructs/bedrock-parameters';
import { ClaimTable } from '../constructs/claim-table';
import { EmptySecret } from '../constructs/empty-secret';
import { functionNetworkOf, functionParts, NetworkParameters } from '../constructs/network-parameters';
import { QuestionQueue } from '../constructs/question-queue';
import { SlackHttpApi } from '../constructs/slack-http-api';
import { bedrockCallerStatements } from '../policies/bedrock-caller-role';
import { bedrockCallerFactsOf, type InferenceProps } from './bedrock-caller-facts';

export interface WorkloadAssistantStackProps extends InferenceProps {
  readonly workload: Workload;
  /** The app that asks, and how much it may use. */
  readonly slack: NonNullable<Workload['slack']>;
}

/**
 * The assistant in Slack: what a person asks there is answered in its thread, through the guardrail, once, and with who, when and
 * what on record.
 *
 * Uses key, guardrail, alarm topic and logs of the Bedrock stack of the same account and region, which is deployed first. Two secrets
 * are made without a value; README says how to set them.
 */
export class WorkloadAssistantStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkloadAssistantStackProps) {
    super(scope, id, props);
    const { organization, names, slack } = props;
    const bedrock = BedrockParameters.published(this, names.bedrockParameters);
    const key = Key.fromKeyArn(this, 'Key', bedrock.keyArn);
    const logRetentionDays = organization.retentionDays;
    const auditLogGroup = LogGroup.fromLogGroupName(this, 'AuditLog', names.auditLogGroup);

    const { queue, putAside } = new QuestionQueue(this, 'Questions', { encryptionKey: key, workerTimeout });
    const { table: claims } = new ClaimTable(this, 'Claims', { encryptionKey: key });
    const signingSecret = new EmptySecret(this, 'SigningSecret', {
      secretName: names.slackSigningSecret,
      description: 'What Slack signs its requests with: page "Basic Information" of the app',
      encryptionKey: key,
    });
    const botToken = new EmptySecret(this, 'BotToken', {
      secretName: names.slackBotToken,
      description: 'What the assistant posts with: page "OAuth & Permissions" of the app, begins with xoxb-',
      encryptionKey: key,
    });
    const { ingress } = new AssistantIngress(this, 'Slack', {
      roleName: names.assistantIngressRoleIn(this.region),
      iamPath: names.iamPath,
      permissionsBoundary: names.permissionsBoundary,
      code: props.functions.assistantIngress,
      teamId: slack.teamId,
      appId: slack.appId,
      channels: slack.channels,
      queue,
      signingSecretArn: signingSecret.secretArn,
      encryptionKey: key,
      logRetentionDays,
    });
    const { worker } = new AssistantWorker(this, 'Assistant', {
      iamPath: names.iamPath,
      code: props.functions.assistantWorker,
      role: this.callerRole(props, bedrock, key).role,
      inferenceProfile: props.inference.profileId,
      foundationModel: props.inference.foundationModel,
      guardrailId: bedrock.guardrailId,
      guardrailVersion: bedrock.guardrailVersion,
      queue,
      claims,
      ...this.wayToSlack(props, botToken.secretArn, key),
      auditLogGroup,
      language: organization.language,
      dailyTokens: slack.dailyTokenBudget,
      dailyTokensPerUser: slack.dailyTokenBudgetPerUser,
      logKey: key,
      logRetentionDays,
    });
    const { requestUrl } = new SlackHttpApi(this, 'Api', {
      apiName: `${organization.name}-assistant`,
      ingress: ingress.function,
      accessLogGroupName: `/aws/vendedlogs/${organization.name}-bedrock-assistant/access`,
      logKey: key,
      logRetentionDays,
    });
    new AssistantAlarms(this, 'Alarms', {
      // The topic of the Bedrock stack lets alarms publish whose names begin like this.
      namePrefix: names.assistantAlarms,
      topic: Topic.fromTopicArn(this, 'Alerts', bedrock.alertTopicArn),
      language: organization.language,
      ingress,
      worker,
      putAside,
      auditLogGroup,
    });
    new CfnOutput(this, 'SlackRequestUrl', {
      value: requestUrl,
      description: 'Goes into the Slack app under "Event Subscriptions"',
    });
  }

  private callerRole(props: WorkloadAssistantStackProps, { guardrailId }: BedrockParts, key: IKey): BedrockCallerRole {
    const arn = `arn:${this.partition}:bedrock:${this.region}:${this.account}:guardrail/${guardrailId}`;
    return new BedrockCallerRole(this, 'Caller', {
      roleName: props.names.assistantWorkerRoleIn(this.region),
      iamPath: props.names.iamPath,
      permissionsBoundary: props.names.permissionsBoundary,
      statements: bedrockCallerStatements(bedrockCallerFactsOf(this, props, { arn, keyArn: key.keyArn })),
    });
  }

  /** In a network without a way to the internet another function posts, and has the token instead of the worker. */
  private wayToSlack(props: WorkloadAssistantStackProps, botTokenArn: string, encryptionKey: IKey) {
    const { organization, names } = props;
    if (!organization.services.privateNetwork) return { posts: { botTokenArn } };
    const { poster } = new AssistantPoster(this, 'Poster', {
      functionName: names.assistantPoster,
      roleName: names.assistantPosterRoleIn(this.region),
      iamPath: names.iamPath,
      permissionsBoundary: names.permissionsBoundary,
      code: props.functions.assistantPoster,
      botTokenArn,
      encryptionKey,
      logRetentionDays: organization.retentionDays,
    });
    const network = functionNetworkOf(NetworkParameters.published(this, names.networkParameters, functionParts));
    return { posts: { through: poster.function }, network };
  }
}
