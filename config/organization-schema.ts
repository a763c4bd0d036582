import { z } from 'zod';
import { type ManualCheckId, manualCheckIds } from './manual-evidence';
import { profiles } from './profiles';
import { account } from './schema/account';
import { alternateContact } from './schema/alternate-contact';
import { bedrock } from './schema/bedrock';
import { chat } from './schema/chat';
import { configurationRecorder } from './schema/configuration-recorder';
import { identityCenter } from './schema/identity-center';
import { manualEvidence } from './schema/manual-evidence';
import { optionalPolicies } from './schema/optional-policies';
import { organizationGuardrail } from './schema/organization-guardrail';
import { privateNetwork } from './schema/private-network';
import { retention } from './schema/retention';
import { rollout } from './schema/rollout';
import { accountId, email, region, resourceName } from './schema/scalars';
import { services } from './schema/services';
import { standardTag } from './schema/standard-tag';
import { workload } from './schema/workload';

/**
 * Every field of the configuration: what it is, what is allowed, its default and, where it costs money, what it costs.
 * Fields of fields are in `config/schema/`.
 *
 * The message of each field follows one form, `what; why. what to do`, and the loader adds the path and the value.
 * Rules that look at several fields are in `config/rules/`.
 */
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
  rollout,
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
