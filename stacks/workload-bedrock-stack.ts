import { Annotations, ArnFormat, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Workload } from '../config/resolve-organization';
import { AlertTopic } from '../constructs/alert-topic';
import { assistantAlarmNames } from '../constructs/assistant-alarms';
import { BedrockAlarms } from '../constructs/bedrock-alarms';
import { BedrockCallerRole } from '../constructs/bedrock-caller-role';
import { BedrockDashboard, type BedrockDashboardProps } from '../constructs/bedrock-dashboard';
import { BedrockGuardrail } from '../constructs/bedrock-guardrail';
import { BedrockParameters } from '../constructs/bedrock-parameters';
import { BedrockQueries } from '../constructs/bedrock-queries';
import { ConverseFunction } from '../constructs/converse-function';
import { EncryptionKey } from '../constructs/encryption-key';
import { EnforcedGuardrail } from '../constructs/enforced-guardrail';
import { EvidenceLogGroup } from '../constructs/evidence-log-group';
import { InterfaceEndpoint } from '../constructs/interface-endpoint';
import { LargePayloadBucket } from '../constructs/large-payload-bucket';
import { functionNetworkOf, functionParts, NetworkParameters } from '../constructs/network-parameters';
import { insightsQueries } from '../insights/saved-queries';
import { type BedrockCallerFacts, bedrockCallerStatements } from '../policies/bedrock-caller-role';
import { bedrockEndpointPolicy } from '../policies/endpoint-policies';
import { bedrockCallerFactsOf, type InferenceProps } from './bedrock-caller-facts';
import { loggedInvocations } from './logged-invocations';

export interface WorkloadBedrockStackProps extends InferenceProps {
  readonly workload: Workload;
}

/**
 * Amazon Bedrock in one account and region, behind a guardrail, with who, when and what on record. The prompts stay here.
 *
 * Needs the account's permissions boundary, so the account's stack of the home region is deployed first.
 */
export class WorkloadBedrockStack extends Stack {
  constructor(scope: Construct, id: string, props: WorkloadBedrockStackProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { language } = organization;

    const key = new EncryptionKey(this, 'Key', {
      description: 'Encrypts prompts, answers, audit records, alarms and the guardrail',
      alias: `alias/${organization.name}-bedrock`,
      forLogGroups: true,
      forTopics: true,
    }).key;
    const invocationLog = loggedInvocations(this, props, key, this.largePayloads(props, key));
    const auditLogGroup = new EvidenceLogGroup(this, 'AuditLog', {
      logGroupName: names.auditLogGroup,
      encryptionKey: key,
      retentionDays: organization.retentionDays,
    }).logGroup;
    const guardrail = new BedrockGuardrail(this, 'Guardrail', {
      name: names.guardrail,
      encryptionKey: key,
      language,
      guardrailProfileId: props.guardrailProfile?.id,
      deniedTopics: organization.bedrock.deniedTopics,
    });
    if (!props.guardrailProfile) this.warnOfWhatIsLost();
    if (organization.bedrock.enforceGuardrail) {
      new EnforcedGuardrail(this, 'Enforcement', {
        guardrailArn: guardrail.guardrailArn,
        guardrailVersion: guardrail.version,
      });
    }

    const caller = bedrockCallerFactsOf(this, props, { arn: guardrail.guardrailArn, keyArn: key.keyArn });
    const converse = new ConverseFunction(this, 'Assistant', {
      functionName: names.converseFunction,
      code: props.functions.converse,
      iamPath: names.iamPath,
      role: this.callerRole(props, caller).role,
      network: this.network(props, caller),
      inferenceProfile: props.inference.profileId,
      foundationModel: props.inference.foundationModel,
      guardrail,
      auditLogGroup,
      logKey: key,
      logRetentionDays: organization.retentionDays,
    });

    const alarmNamePrefix = `${organization.name}-bedrock`;
    const { topic } = new AlertTopic(this, 'Alerts', {
      displayName: `${organization.name} Bedrock`,
      encryptionKey: key,
      contacts: organization.alertContacts,
      alarmNamePrefix: `${alarmNamePrefix}-`,
    });
    new BedrockParameters(this, 'Parameters', {
      prefix: names.bedrockParameters,
      keyArn: key.keyArn,
      guardrailId: guardrail.guardrailId,
      guardrailVersion: guardrail.version,
      alertTopicArn: topic.topicArn,
    });
    const watched = {
      language,
      guardrailArn: guardrail.guardrailArn,
      guardrailVersion: guardrail.version,
      converse: converse.function,
    };
    const logs = { auditLogGroup, invocationLogGroup: invocationLog.logGroup };
    const { alarms } = new BedrockAlarms(this, 'Alarms', { ...watched, ...logs, namePrefix: alarmNamePrefix, topic });
    new BedrockDashboard(this, 'Dashboard', {
      ...watched,
      dashboardName: `${organization.name}-bedrock-${this.region}`,
      auditLogGroup,
      alarms,
      inferenceProfile: props.inference.profileId,
      tokenPrice: props.inference.tokenPrice,
      monthlyBudget: organization.monthlyBudget,
      assistant: this.assistantOf(props),
    });
    new BedrockQueries(this, 'Queries', {
      folder: `${organization.name}-bedrock`,
      queries: insightsQueries,
      ...logs,
    });
  }

  /** The assistant of this region, if people ask here in Slack. Its stack comes later, so that its alarms are known by name. */
  private assistantOf({ workload, names }: WorkloadBedrockStackProps): BedrockDashboardProps['assistant'] {
    if (!workload.slack || workload.regions[0] !== this.region) return undefined;
    const named = (alarmName: string) =>
      Alarm.fromAlarmArn(
        this,
        alarmName,
        this.formatArn({
          service: 'cloudwatch',
          resource: 'alarm',
          resourceName: alarmName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      );
    const { putAside, others } = assistantAlarmNames(names.assistantAlarms);
    return {
      dailyTokenBudget: workload.slack.dailyTokenBudget,
      putAsideAlarm: named(putAside),
      alarms: others.map(named),
    };
  }

  /** Text that must not leave its region is not looked at by the filters that understand Japanese. */
  private warnOfWhatIsLost(): void {
    Annotations.of(this).addWarningV2(
      'ishizue:guardrail-in-region',
      'The guardrail stays in its region: it filters personal data only. Harmful content and prompt attacks are not filtered, because the tier ' +
        'that understands Japanese evaluates text in other regions of the geography. Set bedrock.guardrailTier to `standard` to have them.',
    );
  }

  /** For what is larger than the log of prompts takes. */
  private largePayloads({ organization, names, workload }: WorkloadBedrockStackProps, encryptionKey: Key) {
    if (!organization.bedrock.logLargePayloads) return undefined;
    return new LargePayloadBucket(this, 'LargePayloads', {
      bucketName: names.largePayloadBucketIn(this.account, this.region),
      accessLogBucketName: names.largePayloadAccessLogBucketIn(this.account, this.region),
      organizationId: organization.organizationId,
      encryptionKey,
      retentionDays: workload.invocationLogRetentionDays,
    }).bucket;
  }

  private callerRole(props: WorkloadBedrockStackProps, caller: BedrockCallerFacts): BedrockCallerRole {
    return new BedrockCallerRole(this, 'Caller', {
      roleName: props.names.bedrockCallerRoleIn(this.region),
      iamPath: props.names.iamPath,
      permissionsBoundary: props.names.permissionsBoundary,
      statements: bedrockCallerStatements(caller),
    });
  }

  /** The endpoint of Amazon Bedrock in the private network, where there is one: its policy names the guardrail. */
  private network({ organization, names }: WorkloadBedrockStackProps, caller: BedrockCallerFacts) {
    if (!organization.services.privateNetwork) return undefined;
    const network = NetworkParameters.published(this, names.networkParameters, [
      ...functionParts,
      'vpcId',
      'endpointsGroupId',
    ]);
    new InterfaceEndpoint(this, 'Runtime', {
      service: 'bedrock-runtime',
      policy: bedrockEndpointPolicy(caller, organization.organizationId),
      network,
    });
    return functionNetworkOf(network);
  }
}
