import { Annotations, ArnFormat, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { GuardrailProfile } from '../config/guardrail-profiles';
import type { Workload } from '../config/resolve-organization';
import type { TokenPrice } from '../config/token-prices';
import { AlertTopic } from '../constructs/alert-topic';
import { AppliedSettings } from '../constructs/applied-settings';
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
import { InvocationLog } from '../constructs/invocation-log';
import { insightsQueries } from '../insights/saved-queries';
import { bedrockCallerStatements } from '../policies/bedrock-caller-role';
import { bedrockInvocationLogging } from '../settings/bedrock-invocation-logging';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

export interface WorkloadBedrockStackProps extends BaselineProps {
  readonly workload: Workload;
  /** What the function calls. Empty destinations mean any commercial region: a global profile. */
  readonly inference: {
    readonly profileId: string;
    readonly foundationModel: string;
    readonly destinationRegions: readonly string[];
    /** US dollars for a million tokens. @default not known */
    readonly tokenPrice?: TokenPrice;
  };
  /** Where the guardrail may be evaluated. @default in its own region, with personal-data filters only */
  readonly guardrailProfile?: GuardrailProfile;
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
    const invocationLog = this.loggedInvocations(props, key);
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

    const converse = new ConverseFunction(this, 'Assistant', {
      functionName: names.converseFunction,
      code: props.functions.converse,
      iamPath: names.iamPath,
      role: this.callerRole(props, guardrail, key).role,
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

  /** Every invocation in this account and region is logged, whoever makes it. */
  private loggedInvocations(props: WorkloadBedrockStackProps, key: IKey): InvocationLog {
    const { organization, names, workload } = props;
    const log = new InvocationLog(this, 'InvocationLog', {
      logGroupName: names.invocationLogGroup,
      iamPath: names.iamPath,
      encryptionKey: key,
      retentionDays: workload.invocationLogRetentionDays,
    });
    const settings = new AppliedSettings(this, 'Settings', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: key,
      settings: [
        desiredSetting(
          bedrockInvocationLogging,
          { logGroupName: names.invocationLogGroup, roleArn: log.role.roleArn },
          placeOf(organization, props.env),
        ),
      ],
    });
    // Bedrock writes a trial record when logging is switched on: log group and permission have to be there.
    settings.node.addDependency(log);
    return log;
  }

  private callerRole(props: WorkloadBedrockStackProps, guardrail: BedrockGuardrail, key: IKey): BedrockCallerRole {
    return new BedrockCallerRole(this, 'Caller', {
      roleName: props.names.bedrockCallerRoleIn(this.region),
      iamPath: props.names.iamPath,
      permissionsBoundary: props.names.permissionsBoundary,
      statements: bedrockCallerStatements({
        partition: this.partition,
        accountId: this.account,
        region: this.region,
        inferenceProfile: props.inference.profileId,
        foundationModel: props.inference.foundationModel,
        destinationRegions: props.inference.destinationRegions,
        guardrailArn: guardrail.guardrailArn,
        guardrailKeyArn: key.keyArn,
        guardrailProfile: props.guardrailProfile,
        organizationGuardrail: this.enforcedGuardrail(props),
      }),
    });
  }

  /** The guardrail of the management account that AWS enforces in this region, if the organization has chosen one. */
  private enforcedGuardrail({ organization }: WorkloadBedrockStackProps) {
    const { organizationGuardrail, accounts } = organization;
    const enforced = organizationGuardrail?.guardrails.find(({ region }) => region === this.region);
    return enforced && { accountId: accounts.management.id, id: enforced.id };
  }
}
