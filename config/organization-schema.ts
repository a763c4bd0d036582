import { z } from 'zod';
import { profiles, securityHubChoices } from './profiles';
import { defaultRegions } from './regions';
import { logRetentionDays, retentionClasses } from './retention-classes';

/**
 * Every field of the configuration: what it is, what is allowed, its default and, where it costs money, what it costs.
 *
 * The message of each field follows one form, `what; why. what to do`, and the loader adds the path and the value.
 * Rules that look at several fields are in `config/rules/`.
 */
const accountId = z
  .string('is not a string; an account id may start with 0. Quote it: "012345678901"')
  .regex(
    /^\d{12}$/,
    'is not an account id; AWS account ids have exactly 12 digits. Copy it from `aws organizations list-accounts`',
  );

const email = z.email('is not an e-mail address; AWS and the alarms write to it. Give one that a person reads');

const resourceName = z
  .string()
  .regex(
    /^(?=.{3,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is not a usable name; it becomes part of bucket, trail and role names. Use 3 to 20 lower-case letters, digits and single hyphens, starting with a letter',
  );

const region = z.enum(
  defaultRegions,
  'is not a region that every account has; the trail and the security services would miss accounts that did not opt in. ' +
    `Use one of ${defaultRegions.join(', ')}`,
);

const retention = z.strictObject({
  /** The class that says how long, and why. Longer costs more storage and keeps personal data longer. */
  class: z.enum(
    Object.keys(retentionClasses) as [keyof typeof retentionClasses],
    `is not a retention class; the class carries the reason. Use one of ${Object.keys(retentionClasses).join(', ')}`,
  ),
  /** Days, when the class's own number is not enough. One of the values CloudWatch Logs accepts. Default: the class's. */
  days: z
    .union(
      logRetentionDays.map((days) => z.literal(days)),
      `is not a retention period CloudWatch Logs accepts. Use one of ${logRetentionDays.join(', ')}`,
    )
    .optional(),
});

const account = z.strictObject({
  id: accountId,
  /** The root e-mail address of the account, as Organizations shows it. */
  email,
  /** The organizational unit the account belongs to. The management account stays in the root. */
  organizationalUnit: resourceName,
});

const workload = account.extend({
  /** Names the account in stack ids: `cdk deploy '<name>-*'`. */
  name: resourceName,
  /** Where the Bedrock resources live. Default: the home region. Each region adds one key and one dashboard, about $4 a month. */
  regions: z
    .array(region)
    .min(1, 'is empty; the assistant has to live somewhere. Name at least one governed region')
    .optional(),
  /** The approved inference profile the account's function calls. Default: the first of `bedrock.inferenceProfiles`. */
  inferenceProfile: z.string().optional(),
  /**
   * Buckets of this account that hold prompts, answers or what they are made from, such as the sources of a knowledge base. With the
   * `macie` switch they are inspected in full every week, $1 per GB that is new. Default: none, only the samples Macie takes everywhere.
   */
  promptBuckets: z
    .array(
      z.strictObject({
        name: z
          .string()
          .regex(
            /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
            'is not a bucket name. Use the name, without s3:// and without an ARN',
          ),
        /** Default: the first region of the workload. */
        region: region.optional(),
      }),
    )
    .optional(),
  /** How long prompts and answers are kept in the account's own CloudWatch Logs. Default: the organization's class. */
  invocationLogRetention: retention.optional(),
});

const managedPermissionSets = [
  'security-auditor',
  'bedrock-developer',
  'bedrock-operator',
  'prompt-log-reader',
  'platform-administrator',
  'billing-viewer',
  'break-glass-administrator',
] as const;

const identityCenter = z.strictObject({
  /** From `aws sso-admin list-instances`. The organization instance cannot be created by CloudFormation. */
  instanceArn: z
    .string()
    .regex(
      /^arn:aws(-[a-z]+)*:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/,
      'is not an Identity Center instance ARN. Copy it from `aws sso-admin list-instances`',
    ),
  /** From the same answer, d- and ten characters. */
  identityStoreId: z
    .string()
    .regex(/^d-[0-9a-f]{10}$/, 'is not an identity store id. Copy it from `aws sso-admin list-instances`'),
  /** The primary region of Identity Center. Default: the home region. */
  region: region.optional(),
  /** Groups to create. Groups of an external identity provider are named under `existingGroups`. */
  groups: z.array(z.strictObject({ name: resourceName, description: z.string().min(1).max(256) })).default([]),
  /** Groups that the identity provider owns: name to group id. They are referenced, never created. */
  existingGroups: z.record(z.string(), z.uuid('is not a group id; Identity Store ids are UUIDs')).default({}),
  /** Who may do what where. `accounts` are the names `management`, `log-archive`, `audit` and the workloads' names. */
  assignments: z
    .array(
      z.strictObject({
        group: z.string(),
        permissionSet: z.enum(
          managedPermissionSets,
          `is not a permission set; permission sets are the files of policies/permission-sets/. Use one of ${managedPermissionSets.join(', ')}`,
        ),
        accounts: z.array(z.string()).min(1, 'is empty; an assignment needs an account. Name one'),
      }),
    )
    .default([]),
});

const bedrock = z.strictObject({
  /** The approved inference profiles, and by them the approved models. Everything else is denied by policy. */
  inferenceProfiles: z
    .array(z.string())
    .min(1, 'is empty; no model could be called. Approve at least one inference profile'),
  /** `standard`: guardrail filters that understand Japanese, evaluated in the geography. `in-region`: personal-data filters only. */
  guardrailTier: z
    .enum(['standard', 'in-region'], 'is neither `standard` nor `in-region`. Choose one')
    .default('standard'),
});

const services = z
  .strictObject({
    securityHub: z.enum(
      securityHubChoices,
      'is neither `unified` nor `cspm`; config/profiles.ts says what each costs. Choose one',
    ),
    trailAlarms: z.boolean(),
    bedrockDataEvents: z.boolean(),
    guardDutyS3Protection: z.boolean(),
    guardDutyMalwareProtection: z.boolean(),
    inspectorCodeScanning: z.boolean(),
    inspectorServers: z.boolean(),
    unusedAccessAnalyzer: z.boolean(),
    macie: z.boolean(),
  })
  .partial();

/** AWS Config, where `services.securityHub` is `cspm`; otherwise Security Hub brings its own recorder and nothing of this is read. */
const configurationRecorder = z.strictObject({
  /**
   * Accounts whose own recorder is used in every governed region: AWS Config allows one. It has to record what the controls look at.
   * With `controlTower`, every account but the management account is among them: Control Tower has made theirs. Default: none.
   */
  existingIn: z.array(z.string()).default([]),
  /**
   * Accounts that have the role AWSServiceRoleForConfig but no recorder, such as those where the unified Security Hub ran before:
   * the role cannot be made twice. Default: none.
   */
  roleExistsIn: z.array(z.string()).default([]),
});

const chat = z.strictObject({
  /** The workspace, after somebody has authorized it once in the console of Amazon Q Developer in chat applications, in the audit account. */
  slackWorkspaceId: z
    .string()
    .regex(
      /^[0-9A-Z]{1,255}$/,
      'is not a Slack workspace id. Copy it from the console of Amazon Q Developer in chat applications',
    ),
  /** The channel; for a private one, invite @Amazon Q first. */
  slackChannelId: z
    .string()
    .regex(/^[A-Z0-9]{8,16}$/, 'is not a Slack channel id. Copy the last part of the link of the channel'),
});

const rolloutStage = z.enum(
  ['canary', 'organizational-units', 'root'],
  'is not a rollout stage. Use one of canary, organizational-units, root',
);

const optionalPolicies = z
  .strictObject({
    /** Deny model calls without a guardrail, organization-wide. Breaks callers that cannot name one, such as knowledge bases. Default: false. */
    requireGuardrail: z.boolean(),
    /** Deny the priority tier, which costs more per token. Default: false. */
    denyPriorityTier: z.boolean(),
    /** Roles made in workload accounts carry the permissions boundary. Default: true in the profile `regulated`, false otherwise. */
    requirePermissionsBoundary: z.boolean(),
  })
  .partial();

export const organizationSchema = z.strictObject({
  /** Short name of the organization; prefix of resource names. */
  name: resourceName,
  /** From `aws organizations describe-organization`. */
  organizationId: z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, 'is not an organization id. Copy it from `aws organizations describe-organization`'),
  /** From `aws organizations list-roots`. */
  rootId: z.string().regex(/^r-[0-9a-z]{4,32}$/, 'is not a root id. Copy it from `aws organizations list-roots`'),
  /** What is switched on: see config/profiles.ts. */
  profile: z.enum(
    Object.keys(profiles) as [keyof typeof profiles],
    `is not a profile. Use one of ${Object.keys(profiles).join(', ')}`,
  ),
  /** Single switches that differ from the profile. Default: none. */
  services: services.default({}),
  /** Policies that are a choice: see policies/. Default: none, but for what the profile says. */
  optionalPolicies: optionalPolicies.default({}),
  /** How far the access policies have come: service control and resource control policies. */
  rollout: z
    .strictObject({
      /** Where all of them are attached: to canary units only, to every unit, or to the root. Default: every unit. */
      stage: rolloutStage.default('organizational-units'),
      /** Single policies at another stage, by policy id: a new policy starts with `canary`. Default: none. */
      policies: z.record(z.string(), rolloutStage).default({}),
    })
    .default({ stage: 'organizational-units', policies: {} }),
  /** Language of alarms and messages to people. */
  language: z.enum(['en', 'ja'], 'is neither `en` nor `ja`. Choose one').default('en'),
  /** Where the trail, the log archive and the security administration live. */
  homeRegion: region,
  /**
   * Every region people may use; the home region is one of them. At least two, because Security Hub's central configuration links the
   * home region to another; us-east-1 is a good second, since global services act there. Each further region costs GuardDuty's share,
   * about $3 to $5 a month.
   */
  governedRegions: z
    .array(region)
    .min(
      2,
      'has fewer than two regions; Security Hub links the home region to at least one other. Add us-east-1, where global services act, or another',
    ),
  /** How long the log archive keeps evidence. */
  retention,
  /** Object Lock of the log archive. `governance` can be lifted by an administrator; `compliance` by nobody, not even AWS. */
  objectLock: z
    .enum(['governance', 'compliance'], 'is neither `governance` nor `compliance`. Choose one')
    .default('governance'),
  /** Whether AWS Control Tower runs the landing zone. Then its units are adopted by id and its trail is not repeated. */
  controlTower: z.boolean().default(false),
  /** Qualifier of `cdk bootstrap`; its roles are exempt from the policies that would lock deployments out. */
  bootstrapQualifier: z
    .string()
    .regex(/^[a-z0-9]{1,10}$/, 'is not a bootstrap qualifier; it has up to 10 lower-case letters and digits')
    .default('hnb659fds'),
  /** Who is told when something is wrong. */
  alertContacts: z
    .array(email)
    .min(1, 'is empty; nobody would be told of an incident. Give at least one e-mail address that people read'),
  /** A Slack channel that is told too, besides the mail. Free. Default: none. */
  chat: chat.optional(),
  configurationRecorder: configurationRecorder.default({ existingIn: [], roleExistsIn: [] }),
  /** Organizational units below the root. With `id` the existing unit is adopted, without it the unit is created. */
  organizationalUnits: z
    .array(
      z.strictObject({
        name: resourceName,
        id: z
          .string()
          .regex(
            /^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/,
            'is not an organizational unit id. Copy it from `aws organizations list-organizational-units-for-parent`',
          )
          .optional(),
        /** Receives access policies first, as the stage `canary` of the rollout. Put an account in it that nobody depends on. Default: false. */
        canary: z.boolean().optional(),
        /** Holds accounts that are suspended: everything but looking is denied there. Default: false. */
        suspended: z.boolean().optional(),
      }),
    )
    .min(1, 'is empty; policies are attached to organizational units. Name at least one'),
  accounts: z.strictObject({
    management: account.omit({ organizationalUnit: true }),
    logArchive: account,
    audit: account,
    workloads: z.array(workload).min(1, 'is empty; there would be no Bedrock account. Add one'),
  }),
  bedrock,
  identityCenter,
  /** Whole-account budget of each workload account in USD a month; models bought through Marketplace escape a Bedrock filter. */
  monthlyBudget: z
    .number('is not a number of US dollars')
    .positive('is not a positive number of US dollars')
    .default(100),
});

/** What a user writes. */
export type OrganizationInput = z.input<typeof organizationSchema>;
/** The same with defaults filled in. */
export type OrganizationDocument = z.output<typeof organizationSchema>;
export type PermissionSetName = (typeof managedPermissionSets)[number];
