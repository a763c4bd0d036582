import { z } from 'zod';
import { type ManualCheckId, manualCheckIds } from './manual-evidence';
import { isNetworkAddress } from './network-addresses';
import { permissionSetNames } from './permission-set-accounts';
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

const tagText = z.string().min(1, 'is empty; nothing could be found by it. Write a text, or remove the tag').max(256);

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

const alternateContact = z.strictObject({
  /** A person, or better a team that is on duty. */
  name: z
    .string()
    .min(1, 'is empty; AWS asks for somebody. Name a person or a team')
    .max(64, 'has more than 64 characters. Shorten it'),
  /** What they are, such as `Security team`. */
  title: z
    .string()
    .min(1, 'is empty; AWS asks for it. Say what they do')
    .max(50, 'has more than 50 characters. Shorten it'),
  /** A mailbox that several people read. */
  email: z
    .email('is not an e-mail address; AWS writes to it when an account is abused. Give one that a team reads')
    .max(254, 'has more than 254 characters, the most AWS takes. Give a shorter one'),
  /** Digits, spaces and `+-()`, as AWS takes them. */
  phone: z
    .string()
    .regex(
      /^(?=.*\d)[\s0-9()+-]{1,25}$/,
      'is not a phone number; AWS takes digits, spaces and +-(), at most 25. Write it like "+81 3-1234-5678"',
    ),
});

const account = z.strictObject({
  id: accountId,
  /** The root e-mail address of the account, as Organizations shows it. */
  email,
  /** The organizational unit the account belongs to. The management account stays in the root. */
  organizationalUnit: resourceName,
  /** Labels of this file, such as `{ env: 'dev' }`, for assignments by tag. They are not written to AWS. Default: none. */
  tags: z.record(tagText, tagText).optional(),
});

const slackId = (kind: string, pattern: RegExp, place: string) =>
  z
    .string()
    .regex(pattern, `is not the id of a Slack ${kind}; names change and are not accepted. Copy it from ${place}`);

const tokens = (smallest: number) =>
  z
    .int(`is not a number of tokens. Give a whole number of ${smallest} or more`)
    .min(smallest, `is less than one question can need; nobody would be answered. Give ${smallest} or more`);

const slack = z.strictObject({
  /** The workspace whose people may ask. */
  teamId: slackId('workspace', /^[TE][A-Z0-9]{2,20}$/, 'the address of the workspace in a browser, after /client/'),
  /** The app that is the assistant; its page in Slack says the id. */
  appId: slackId('app', /^A[A-Z0-9]{2,20}$/, 'the page "Basic Information" of the app'),
  /** Channels that are answered. Default: every channel the app is invited to, and direct messages. */
  channels: z
    .array(slackId('channel', /^[CG][A-Z0-9]{2,20}$/, 'the details of the channel, at their end'))
    .min(1, 'is empty; nobody would be answered. Name a channel, or leave the field out')
    .optional(),
  /**
   * Tokens of all people together a day, in UTC; the budget is a limit, not a warning. Default: 1,000,000, at most about $4 a day with
   * Nova 2 Lite in Tokyo.
   */
  dailyTokenBudget: tokens(30_000).default(1_000_000),
  /** Tokens of one person a day. Default: 100,000. */
  dailyTokenBudgetPerUser: tokens(30_000).default(100_000),
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
  /**
   * The Slack app that asks. Adds a stack with an HTTP API, two functions, a queue and a table in the first region of the workload: about
   * $2 a month without use. Default: no assistant in Slack.
   */
  slack: slack.optional(),
  /** How long prompts and answers are kept in the account's own CloudWatch Logs. Default: the organization's class. */
  invocationLogRetention: retention.optional(),
});

const assignmentTarget = z.union(
  [
    z.string(),
    z.strictObject({ organizationalUnit: z.string() }),
    z.strictObject({ tag: z.string(), value: z.string() }),
  ],
  "is not an assignment target; an assignment needs accounts. Write an account name, { organizationalUnit: 'name' } or { tag: 'name', value: 'value' }",
);

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
  /**
   * Who may do what where. `accounts` are the names `management`, `log-archive`, `audit` and the workloads' names, an organizational unit
   * as `{ organizationalUnit: 'workloads' }`, or a tag as `{ tag: 'env', value: 'dev' }`. config/permission-set-accounts.ts says where a
   * permission set may go.
   */
  assignments: z
    .array(
      z.strictObject({
        group: z.string(),
        permissionSet: z.enum(
          permissionSetNames,
          `is not a permission set; permission sets are the files of policies/permission-sets/. Use one of ${permissionSetNames.join(', ')}`,
        ),
        accounts: z.array(assignmentTarget).min(1, 'is empty; an assignment needs an account. Name one'),
      }),
    )
    .default([]),
  /**
   * Attributes of people that policies may ask for as `aws:PrincipalTag/<name>`: name to source in the identity store, such as
   * `{ department: '${path:enterprise.department}' }`. Once there are any, they go into every session. Default: none, access by attribute
   * stays off. Identity Center has one such list: remove one that was made in the console first.
   */
  accessControlAttributes: z
    .record(
      z
        .string()
        .regex(
          /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u,
          'is not a tag key; sessions carry the attribute as a tag. Use letters, digits and _.:/=+-@',
        ),
      z
        .string()
        .regex(
          /^\$\{(path|dir):[^{}]+\}$/,
          `is not a source of an attribute; Identity Center reads it from the identity store. Write it as \${path:enterprise.department}`,
        ),
    )
    .default({}),
});

const manualEvidence = z.strictObject({
  /** Who looked. */
  checkedBy: z.string().trim().min(1, 'is empty; somebody has to answer for it. Name a person or a team'),
  /** The day they looked. After a year somebody has to look again. */
  checkedOn: z.iso.date('is not a day of the calendar. Write it as YYYY-MM-DD'),
  /** Where the proof is. */
  link: z.url('is not a link; a claim without proof is no evidence. Give the address of the ticket or the screenshot'),
});

const deniedTopic = z.strictObject({
  name: z
    .string()
    .regex(
      /^[0-9a-zA-Z_ !?.-]{1,100}$/,
      'is not a name of a topic; audit records carry it. Use up to 100 Latin letters, digits, blanks and -_!?.',
    ),
  /** What belongs to the topic, in a sentence or two, in the language of the prompts. */
  definition: z
    .string()
    .min(1, 'is empty; the guardrail could not tell what belongs to the topic. Describe it')
    .max(1000, 'is longer than the 1,000 characters a guardrail takes. Shorten it'),
  /** Prompts that belong to it. Default: none. */
  examples: z
    .array(z.string().min(1).max(100, 'is longer than the 100 characters a guardrail takes. Shorten it'))
    .max(5, 'has more than 5 examples, which is all a guardrail takes. Keep the most telling ones')
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
  /** What nobody may ask the assistant about or be told. About $0.15 per 1,000 text units. Needs the tier `standard`. Default: nothing. */
  deniedTopics: z
    .array(deniedTopic)
    .max(30, 'has more than 30 topics, which is all a guardrail can hold. Join or remove some')
    .default([]),
  /**
   * Amazon Bedrock applies the guardrail of each workload region to every model call of that account and region, whether the caller names
   * one or not. A caller that names it as well pays for it twice. Roles without `bedrock:ApplyGuardrail` can call no model. Default: false.
   */
  enforceGuardrail: z.boolean().default(false),
  /**
   * Requests and answers beyond 100 KB, and images and documents, are kept as well, in a bucket of each workload and region, as long as its
   * log of prompts. The log alone names them and leaves them out. Storage of about $0.025 per GB and month. Nothing masks what is in the
   * bucket. Default: false.
   */
  logLargePayloads: z.boolean().default(false),
});

const zone = z
  .string()
  .regex(
    /^[a-f]$/,
    'is not the letter of an availability zone; the region goes before it. Use the last letter of its name, such as a of ap-northeast-1a',
  );

/** AWS reserves five addresses of each subnet; a network of two subnets needs 27 in each. */
const cidr = z
  .string()
  .regex(
    /^(10|172\.(1[6-9]|2\d|3[01])|192\.168)(\.\d{1,3}){2,3}\/(1[6-9]|2[0-6])$/,
    'is not a private block of addresses; the network is cut in two subnets. Use 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, with /16 to /26',
  )
  .refine(
    isNetworkAddress,
    'does not begin where a block of that size begins; AWS would change it silently. Begin at a multiple of its size, such as 10.100.0.0/24',
  );

const privateNetwork = z.strictObject({
  /** Addresses of the network of each workload and region. It is connected to nothing, so all may have the same. Default: 10.100.0.0/24. */
  cidr: cidr.default('10.100.0.0/24'),
  /**
   * Endpoints besides those the functions of the baseline call (Amazon Bedrock, Lambda, Logs, SQS, DynamoDB), for functions of your own in
   * the same network. About $15 to $24 a month each. Default: all three.
   */
  furtherEndpoints: z
    .array(
      z.enum(
        ['kms', 'secretsmanager', 'sts'],
        'is not a further endpoint; the network has policies for three of them. Use kms, secretsmanager or sts, or leave it out',
      ),
    )
    .default(['kms', 'secretsmanager', 'sts']),
  /**
   * Letters of the two availability zones, such as ['a', 'c']. Default: the first two of the account, which in a few old zones do not have
   * every service: then the deployment says so.
   */
  zones: z
    .tuple([zone, zone], 'is not two zones; a network in one zone fails with it. Give two letters, such as a and c')
    .refine(
      ([first, second]) => first !== second,
      'is twice the same zone; the network would fail with it. Give two letters, such as a and c',
    )
    .optional(),
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
    privateNetwork: z.boolean(),
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
    /** Open the endpoint bedrock-mantle, which has neither guardrails nor an invocation log. Only its approved models answer. Default: false. */
    allowBedrockMantle: z.boolean(),
    /** Block connections from the internet into every VPC, but for exclusions an account makes. Breaks public servers. Free. Default: false. */
    blockInternetIntoVpcs: z.boolean(),
  })
  .partial();

const organizationGuardrail = z.strictObject({
  /** Where AWS applies it: on canary units first, where a mistake stops the model calls of nobody else. Default: canary units. */
  target: z
    .enum(['canary-units', 'root'], 'is neither `canary-units` nor `root`. Start with canary-units')
    .default('canary-units'),
  /** One guardrail of the management account for each region in which it is applied, shared with the organization beforehand. */
  guardrails: z
    .array(
      z.strictObject({
        region,
        id: z
          .string()
          .regex(
            /^[a-z0-9]{1,32}$/,
            'is not the id of a guardrail; with a wrong id every model call fails. Copy it from `aws bedrock list-guardrails`',
          ),
        version: z
          .number('is not a number; a draft cannot be enforced. Publish a version and give its number')
          .int('is not a version; versions are whole numbers. Copy it from `aws bedrock list-guardrails`')
          .min(1, 'is not a version; they start with 1, and a draft cannot be enforced. Publish a version'),
      }),
    )
    .min(1, 'is empty; nothing would be applied. Name a guardrail, or remove organizationGuardrail'),
  /** Models it is not applied to, such as embeddings, by foundation model id. Default: none. */
  excludedModels: z.array(z.string().min(1, 'is empty. Name a foundation model')).default([]),
});

const standardTag = z.strictObject({
  /** The key in the one spelling that counts. */
  key: z
    .string()
    .regex(
      /^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$/,
      'is not a tag key; it has up to 128 letters, digits and _ . : / = + - @, and does not start with aws:. Correct it',
    ),
  /** The values it may have. Default: any. */
  values: z.array(z.string().max(256)).min(1, 'is empty; name a value, or remove `values` to allow any').optional(),
});

/** Attached policies that AWS Organizations counts besides ours; AWS's own FullAWSAccess and RCPFullAWSAccess are counted already. */
const slotsHeld = z
  .strictObject({
    serviceControlPolicies: z
      .number()
      .int()
      .min(0)
      .max(9, 'is more than a target has left; AWS attaches 10, one of them its own. Detach some'),
    resourceControlPolicies: z
      .number()
      .int()
      .min(0)
      .max(4, 'is more than a target has left; AWS attaches 5, one of them its own. Detach some'),
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
      /**
       * Policies that others have attached to the root and to each unit, at most; `aws organizations list-policies-for-target` shows
       * them. Default: none; with AWS Control Tower 5 service control and 2 resource control policies, to be on the safe side.
       */
      slotsHeld: slotsHeld.default({}),
    })
    .default({ stage: 'organizational-units', policies: {}, slotsHeld: {} }),
  /** Accounts outside the organization whose principals may use resources inside, such as a vendor's. Default: none. */
  trustedAccountIds: z.array(accountId).default([]),
  /** Tags in the one spelling that counts; what deviates is reported, nothing is stopped. Free. Default: none. */
  standardTags: z.array(standardTag).default([]),
  /**
   * The guardrail AWS applies to every model call, whoever calls. Each call is billed for it, to the account that calls. What it needs
   * is in policies/declarative/enforce-organization-guardrail.ts. Default: none.
   */
  organizationGuardrail: organizationGuardrail.optional(),
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
  /** Whether AWS Control Tower runs the landing zone. Then its units are adopted by id and its trail is not repeated: see `trail`. */
  controlTower: z.boolean().default(false),
  /**
   * What the organization trail of this baseline records. `complete`: management events, and Bedrock data events where they are switched
   * on. `data-only`: Bedrock data events only, because another organization trail records management events already and a second copy
   * costs $2 per 100,000. Default: `data-only` under AWS Control Tower, which has such a trail; `complete` otherwise. A landing zone
   * whose CloudTrail integration is off has none: say `complete` there.
   */
  trail: z.enum(['complete', 'data-only'], 'is neither `complete` nor `data-only`. Choose one').optional(),
  /** Qualifier of `cdk bootstrap`; its roles are exempt from the policies that would lock deployments out. */
  bootstrapQualifier: z
    .string()
    .regex(/^[a-z0-9]{1,10}$/, 'is not a bootstrap qualifier; it has up to 10 lower-case letters and digits')
    .default('hnb659fds'),
  /** Who is told when something is wrong. */
  alertContacts: z
    .array(email)
    .min(1, 'is empty; nobody would be told of an incident. Give at least one e-mail address that people read'),
  /**
   * Whom AWS calls about any account of the organization, besides the root e-mail address: `security` when an account is abused,
   * `operations` when something will stop working, `billing` about invoices. The same for every active account. Default: none is set,
   * and what accounts have stays.
   */
  alternateContacts: z
    .strictObject({ security: alternateContact, operations: alternateContact, billing: alternateContact })
    .partial()
    .default({}),
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
  /** The network of `services.privateNetwork`. Not used where that is off. */
  privateNetwork: privateNetwork.default({
    cidr: '10.100.0.0/24',
    furtherEndpoints: ['kms', 'secretsmanager', 'sts'],
  }),
  identityCenter,
  /** Whole-account budget of each workload account in USD a month; models bought through Marketplace escape a Bedrock filter. */
  monthlyBudget: z
    .number('is not a number of US dollars')
    .positive('is not a positive number of US dollars')
    .default(100),
  /**
   * What the whole baseline may cost in USD a month, models not counted. The gate tells when the upper bound of `ishizue cost` is above it,
   * and does not block. Default: none, nothing is compared.
   */
  monthlyCostBudget: z
    .number('is not a number of US dollars')
    .positive('is not a positive number of US dollars')
    .optional(),
  /** What a person has looked at because no API shows it: id of the manual check to who, when and where the proof is. Default: none. */
  manualEvidence: z
    .strictObject(
      Object.fromEntries(manualCheckIds.map((id) => [id, manualEvidence])) as Record<
        ManualCheckId,
        typeof manualEvidence
      >,
    )
    .partial()
    .default({}),
});

/** What a user writes. */
export type OrganizationInput = z.input<typeof organizationSchema>;
/** The same with defaults filled in. */
export type OrganizationDocument = z.output<typeof organizationSchema>;
