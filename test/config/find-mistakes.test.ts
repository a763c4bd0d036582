import { findMistakes } from '../../config/find-mistakes';
import { formatMistake } from '../../config/mistakes';
import type { OrganizationInput } from '../../config/organization-schema';
import example from '../helpers/example-organization';

/** A copy of the example in which one thing is wrong. */
function broken(change: (organization: Draft) => void): unknown {
  const copy = structuredClone(example) as Draft;
  change(copy);
  return copy;
}

type Draft = { -readonly [Key in keyof OrganizationInput]: OrganizationInput[Key] } & Record<string, unknown>;
const workload = (organization: Draft) =>
  organization.accounts.workloads[0] as Record<string, unknown> & { id: string };

const cases: [promise: string, change: (organization: Draft) => void, expected: string[]][] = [
  [
    'an account id that is not 12 digits',
    (o) => {
      o.accounts.audit.id = '33334444555';
    },
    [
      'accounts.audit.id: is not an account id, got "33334444555"; AWS account ids have exactly 12 digits. Copy it from',
    ],
  ],
  [
    'an account id that is a number, because a leading zero would be lost',
    (o) => {
      workload(o).id = 444455556666 as never;
    },
    ['accounts.workloads.0.id: is not a string, got 444455556666; an account id may start with 0. Quote it'],
  ],
  [
    'a recorder that is adopted in an account nobody has',
    (o) => {
      o.configurationRecorder = { existingIn: ['audit', 'sandbox'] };
    },
    [
      'configurationRecorder.existingIn.1: is not an account name, got "sandbox"; a recorder is adopted in an account of this file. Use one of management',
    ],
  ],
  [
    'a Security Hub that is neither of the two',
    (o) => {
      o.services = { securityHub: 'both' as never };
    },
    ['services.securityHub: is neither `unified` nor `cspm`, got "both"; config/profiles.ts says what each costs'],
  ],
  [
    'a Slack channel by its name',
    (o) => {
      o.chat = { slackWorkspaceId: 'T07EXAMPLE', slackChannelId: '#alerts' };
    },
    ['chat.slackChannelId: is not a Slack channel id, got "#alerts"; copy the last part of the link'],
  ],
  [
    'a prompt bucket by its ARN',
    (o) => {
      o.services = { macie: true };
      workload(o).promptBuckets = [{ name: 'arn:aws:s3:::knowledge' }];
    },
    ['accounts.workloads.0.promptBuckets.0.name: is not a bucket name, got "arn:aws:s3:::knowledge"; use the name'],
  ],
  [
    'a prompt bucket that nobody would inspect',
    (o) => {
      workload(o).promptBuckets = [{ name: 'knowledge', region: 'eu-west-1' }];
    },
    [
      'accounts.workloads.0.promptBuckets.0.name: is inspected by nobody, got "knowledge"; Macie is off in this profile',
      'accounts.workloads.0.promptBuckets.0.region: is not one of governedRegions, got "eu-west-1"; Macie is set up in governed',
    ],
  ],
  [
    'two accounts with one id',
    (o) => {
      workload(o).id = o.accounts.logArchive.id;
    },
    [
      'accounts.workloads.0.id: is the id of accounts.logArchive too, got "222233334444"; every account of the baseline',
    ],
  ],
  [
    'the management account used as audit account',
    (o) => {
      o.accounts.audit.id = o.accounts.management.id;
    },
    [
      'accounts.audit.id: is the id of accounts.management too, got "111122223333"; the management account cannot administer Security Hub centrally',
    ],
  ],
  [
    'a network with public addresses, in one zone, with a door nobody knows',
    (o) => {
      o.privateNetwork = { cidr: '8.8.8.0/24', zones: ['a', 'a'], furtherEndpoints: ['s3' as never] };
    },
    [
      'privateNetwork.cidr: is not a private block of addresses, got "8.8.8.0/24"; the network is cut in two subnets. Use 10.0.0.0/8',
      'privateNetwork.furtherEndpoints.0: is not a further endpoint, got "s3"; the network has policies for three of them. Use kms',
      'privateNetwork.zones: is twice the same zone, got ["a","a"]; the network would fail with it. Give two letters',
    ],
  ],
  [
    'a network that begins in the middle of a block',
    (o) => {
      o.privateNetwork = { cidr: '10.100.0.128/24' };
    },
    [
      'privateNetwork.cidr: does not begin where a block of that size begins, got "10.100.0.128/24"; AWS would change it',
    ],
  ],
  [
    'a network of which two subnets cannot be made',
    (o) => {
      o.privateNetwork = { cidr: '10.100.0.0/27' };
    },
    ['privateNetwork.cidr: is not a private block of addresses, got "10.100.0.0/27"'],
  ],
  [
    'a Slack app by its name, no channel at all, and a budget that no question fits in',
    (o) => {
      o.accounts.workloads[0]!.slack = { teamId: 'acme', appId: '@assistant', channels: [], dailyTokenBudget: 100 };
    },
    [
      'accounts.workloads.0.slack.appId: is not the id of a Slack app, got "@assistant"; names change and are not accepted. Copy it from',
      'accounts.workloads.0.slack.channels: is empty, got []; nobody would be answered. Name a channel',
      'accounts.workloads.0.slack.dailyTokenBudget: is less than one question can need, got 100; nobody would be answered. Give 30000',
      'accounts.workloads.0.slack.teamId: is not the id of a Slack workspace, got "acme"; names change',
    ],
  ],
  [
    'two workloads with one name',
    (o) => {
      o.accounts.workloads.push({ ...o.accounts.workloads[0]!, id: '555566667777', email: 'other@example.com' });
    },
    [
      'accounts.workloads.1.name: is the name of accounts.workloads.0 too, got "assistant"; stack ids start with the name',
    ],
  ],
  [
    'a workload that takes the name of the audit account',
    (o) => {
      workload(o).name = 'audit';
      o.identityCenter.assignments = [];
    },
    ['accounts.workloads.0.name: is the name of accounts.audit too, got "audit"'],
  ],
  [
    'an opt-in home region',
    (o) => {
      o.homeRegion = 'ap-east-1' as never;
    },
    ['homeRegion: is not a region that every account has, got "ap-east-1"; the trail and the security services'],
  ],
  [
    'a home region that is not governed',
    (o) => {
      o.governedRegions = ['us-east-1', 'us-west-2'];
      o.bedrock.inferenceProfiles = ['us.amazon.nova-2-lite-v1:0'];
      workload(o).regions = ['us-east-1'];
      o.identityCenter.region = 'us-east-1';
    },
    ['homeRegion: is not one of governedRegions, got "ap-northeast-1"; the log archive lives there'],
  ],
  [
    'a name that AWS refuses in a trail or bucket',
    (o) => {
      o.name = 'my--company';
    },
    ['name: is not a usable name, got "my--company"; it becomes part of bucket, trail and role names'],
  ],
  [
    'a single governed region',
    (o) => {
      o.governedRegions = ['ap-northeast-1'];
    },
    ['governedRegions: has fewer than two regions, got ["ap-northeast-1"]; Security Hub links the home region'],
  ],
  [
    'a workload in a region that is not governed',
    (o) => {
      workload(o).regions = ['ap-northeast-1', 'ap-northeast-3'];
    },
    [
      'accounts.workloads.0.regions.1: is not one of governedRegions, got "ap-northeast-3"; the region policy would deny',
    ],
  ],
  [
    'an unknown key, with the keys that exist',
    (o) => {
      o.regions = ['ap-northeast-1'];
    },
    [
      'regions: is not a field, got ["ap-northeast-1"]; a misspelt field would be ignored silently. Remove it or use one of name, organizationId',
    ],
  ],
  [
    'an unknown key deep in a list',
    (o) => {
      workload(o).retention = 30;
    },
    [
      'accounts.workloads.0.retention: is not a field, got 30; a misspelt field would be ignored silently. Remove it or use one of id, email',
    ],
  ],
  [
    'a retention below the minimum of its class',
    (o) => {
      o.retention = { class: 'jp-jsox', days: 400 };
    },
    ['retention.days: is below the minimum of jp-jsox, got 400; jp-jsox means at least 1827 days'],
  ],
  [
    'a retention CloudWatch Logs does not accept',
    (o) => {
      o.retention = { class: 'standard', days: 500 as never };
    },
    ['retention.days: is not a retention period CloudWatch Logs accepts, got 500; use one of 1, 3, 5'],
  ],
  [
    'a model id without an inference profile prefix',
    (o) => {
      o.bedrock.inferenceProfiles = ['anthropic.claude-haiku-5-5'];
    },
    [
      'bedrock.inferenceProfiles.0: has no known inference profile prefix, got "anthropic.claude-haiku-5-5"; a bare model id',
    ],
  ],
  [
    'a model that no governed region can call',
    (o) => {
      o.bedrock.inferenceProfiles.push('eu.anthropic.claude-haiku-5-5');
    },
    ['bedrock.inferenceProfiles.2: cannot be called from any governed region, got "eu.anthropic.claude-haiku-5-5"'],
  ],
  [
    'a workload whose region cannot call its model',
    (o) => {
      workload(o).regions = ['us-east-1'];
    },
    [
      'accounts.workloads.0.regions.0: cannot call its inference profile, got "us-east-1"; jp.amazon.nova-2-lite-v1:0 can be',
    ],
  ],
  [
    'a workload with a model that is not approved',
    (o) => {
      workload(o).inferenceProfile = 'jp.anthropic.claude-sonnet-5-5';
    },
    [
      'accounts.workloads.0.inferenceProfile: is not one of bedrock.inferenceProfiles, got "jp.anthropic.claude-sonnet-5-5"',
    ],
  ],
  [
    'no alert contact',
    (o) => {
      o.alertContacts = [];
    },
    ['alertContacts: is empty, got []; nobody would be told of an incident. Give at least one e-mail address'],
  ],
  [
    'a contact AWS would refuse, with each of its fields',
    (o) => {
      o.alternateContacts = {
        security: { name: '', title: 'x'.repeat(51), email: 'security', phone: '03-1234-5678 (office)' },
      };
    },
    [
      'alternateContacts.security.email: is not an e-mail address, got "security"; AWS writes to it when an account is abused',
      'alternateContacts.security.name: is empty, got ""; AWS asks for somebody. Name a person or a team',
      'alternateContacts.security.phone: is not a phone number, got "03-1234-5678 (office)"; AWS takes digits, spaces and +-()',
      'alternateContacts.security.title: has more than 50 characters',
    ],
  ],
  [
    'a kind of contact that AWS does not have',
    (o) => {
      o.alternateContacts = { privacy: o.alternateContacts?.security } as never;
    },
    ['alternateContacts.privacy: is not a field'],
  ],
  [
    'a trail that records something else',
    (o) => {
      o.trail = 'none' as never;
    },
    ['trail: is neither `complete` nor `data-only`, got "none"; choose one'],
  ],
  [
    'an assignment to a group that does not exist',
    (o) => {
      o.identityCenter.assignments![0]!.group = 'securty';
    },
    [
      'identityCenter.assignments.0.group: is not a group of identityCenter, got "securty"; an assignment needs a group',
    ],
  ],
  [
    'an assignment in an account that does not exist',
    (o) => {
      o.identityCenter.assignments![0]!.accounts = ['archive'];
    },
    ['identityCenter.assignments.0.accounts.0: is not an account name, got "archive"; an assignment needs an account'],
  ],
  [
    'an assignment target of no known form',
    (o) => {
      o.identityCenter.assignments![0]!.accounts = [{ unit: 'security' } as never];
    },
    [
      'identityCenter.assignments.0.accounts.0: is not an assignment target, got {"unit":"security"}; an assignment needs accounts. Write',
    ],
  ],
  [
    'an assignment in an organizational unit that does not exist',
    (o) => {
      o.identityCenter.assignments![0]!.accounts = [{ organizationalUnit: 'securty' }];
    },
    [
      'identityCenter.assignments.0.accounts.0.organizationalUnit: is not an organizational unit of this file, got "securty"; an assignment needs a unit of this file. Use one of security, workloads',
    ],
  ],
  [
    'an assignment by a tag no account has',
    (o) => {
      workload(o).tags = { env: 'prod' };
      o.identityCenter.assignments![0]!.accounts = [{ tag: 'env', value: 'production' }];
    },
    [
      'identityCenter.assignments.0.accounts.0: is a tag no account has, got "env=production"; the assignment would give nobody anything. Use one of env=prod',
    ],
  ],
  [
    'a permission set for member accounts in the management account',
    (o) => {
      o.identityCenter.assignments![0]!.accounts = ['audit', 'management'];
    },
    [
      'identityCenter.assignments.0.accounts.1: takes security-auditor to management, where it may not go, got "management"; it may be assigned in accounts of the kind log-archive, audit, workload. The management account has permission sets of its own',
    ],
  ],
  [
    'a permission set of the management account in another one',
    (o) => {
      o.identityCenter.assignments![0]! = { group: 'security', permissionSet: 'billing-viewer', accounts: ['audit'] };
    },
    [
      'identityCenter.assignments.0.accounts.0: takes billing-viewer to audit, where it may not go, got "audit"; it may be assigned in accounts of the kind management. Use',
    ],
  ],
  [
    'a permission set that a unit would take where it may not go',
    (o) => {
      o.identityCenter.assignments![1]!.accounts = [{ organizationalUnit: 'security' }];
    },
    [
      'identityCenter.assignments.1.accounts.0: takes prompt-log-reader to log-archive, audit, where it may not go, got {"organizationalUnit":"security"}; it may be',
    ],
  ],
  [
    'more groups in an account than its stack can hold',
    (o) => {
      const groups = Array.from({ length: 200 }, (_, index) => ({ name: `group-${index}`, description: 'A group' }));
      o.identityCenter.groups = groups;
      o.identityCenter.assignments = groups.map(({ name }) => ({
        group: name,
        permissionSet: 'security-auditor',
        accounts: ['audit', { organizationalUnit: 'security' }],
      }));
    },
    [
      'identityCenter.assignments: gives 200 assignments to audit; CloudFormation takes 499 in a stack, of 200 created groups',
      'identityCenter.assignments: gives 200 assignments to log-archive; CloudFormation takes',
    ],
  ],
  [
    'an access control attribute without a source',
    (o) => {
      o.identityCenter.accessControlAttributes = { department: 'enterprise.department' };
    },
    [
      'identityCenter.accessControlAttributes.department: is not a source of an attribute, got "enterprise.department"; Identity Center reads it',
    ],
  ],
  [
    'manual evidence without proof',
    (o) => {
      o.manualEvidence = {
        'identity-center-requires-mfa': { checkedBy: 'platform', checkedOn: '2026-02-30', link: 'I saw it' },
      };
    },
    [
      'manualEvidence.identity-center-requires-mfa.checkedOn: is not a day of the calendar, got "2026-02-30"; write it as YYYY-MM-DD',
      'manualEvidence.identity-center-requires-mfa.link: is not a link, got "I saw it"; a claim without proof is no evidence.',
    ],
  ],
  [
    'manual evidence for a check that does not exist',
    (o) => {
      o.manualEvidence = {
        mfa: { checkedBy: 'platform', checkedOn: '2026-11-20', link: 'https://example.com/1' },
      } as never;
    },
    [
      'manualEvidence.mfa: is not a field, got {"checkedBy":"platform","checkedOn":"2026-11-20","link":"https://example.com/1"}; a misspelt field would be ignored silently. Remove it or use one of alert-subscriptions-confirmed, identity-center-requires-mfa',
    ],
  ],
  [
    'a budget of nothing',
    (o) => {
      o.monthlyCostBudget = 0;
    },
    ['monthlyCostBudget: is not a positive number of US dollars, got 0'],
  ],
  [
    'an organizational unit that does not exist',
    (o) => {
      workload(o).organizationalUnit = 'production';
    },
    [
      'accounts.workloads.0.organizationalUnit: is not one of organizationalUnits, got "production"; policies reach an account',
    ],
  ],
  [
    'units without an id under AWS Control Tower',
    (o) => {
      o.controlTower = true;
      o.organizationalUnits = [{ name: 'security', id: 'ou-exmp-security1' }, { name: 'workloads' }];
    },
    ['organizationalUnits.1.id: is missing; AWS Control Tower reports a unit it did not create as drift'],
  ],
  [
    'a rollout to canary units of an organization that has none',
    (o) => {
      o.rollout = { policies: { 'limit-regions': 'canary' } };
    },
    ['rollout.policies.limit-regions: has no canary unit, got "canary"; the policy would be attached nowhere'],
  ],
  [
    'denied topics where no tier understands them',
    (o) => {
      o.bedrock.guardrailTier = 'in-region';
      o.bedrock.deniedTopics = [{ name: 'Payroll', definition: '給与' }];
    },
    ['bedrock.deniedTopics: needs the guardrail tier `standard`, got "1 topic"; within the region topics are not'],
  ],
  [
    'a denied topic that a guardrail cannot hold',
    (o) => {
      o.bedrock.deniedTopics = [{ name: '給与', definition: '', examples: ['x'.repeat(101)] }];
    },
    [
      'bedrock.deniedTopics.0.definition: is empty, got ""; the guardrail could not tell',
      'bedrock.deniedTopics.0.examples.0: is longer than the 100 characters a guardrail takes',
      'bedrock.deniedTopics.0.name: is not a name of a topic, got "給与"; audit records carry it.',
    ],
  ],
  [
    'a guardrail that is enforced and required by policy at once',
    (o) => {
      o.bedrock.enforceGuardrail = true;
      o.optionalPolicies = { requireGuardrail: true };
    },
    ['bedrock.enforceGuardrail: is on together with optionalPolicies.requireGuardrail, got true'],
  ],
  [
    'a stage of a policy that does not exist',
    (o) => {
      o.rollout = { policies: { 'limit-region': 'root' } };
    },
    ['rollout.policies.limit-region: is not an access policy, got "root"; policies are the files of'],
  ],
  [
    'more attached policies of others than a target takes',
    (o) => {
      o.rollout = { slotsHeld: { serviceControlPolicies: 10, resourceControlPolicies: 5 } };
    },
    [
      'rollout.slotsHeld.resourceControlPolicies: is more than a target has left, got 5; AWS attaches 5, one of them its own',
      'rollout.slotsHeld.serviceControlPolicies: is more than a target has left, got 10; AWS attaches 10, one of them its own',
    ],
  ],
  [
    'trusted accounts that are ours, that are listed twice or that are none',
    (o) => {
      o.trustedAccountIds = [o.accounts.audit.id, '999988887777', '999988887777', '1'];
    },
    [
      'trustedAccountIds.0: is the id of accounts.audit, got "333344445555"; accounts of the organization are trusted',
      'trustedAccountIds.2: is listed twice, got "999988887777"; once is enough',
      'trustedAccountIds.3: is not an account id, got "1"',
    ],
  ],
  [
    'standard tags in two spellings, of AWS, and without values',
    (o) => {
      o.standardTags = [
        { key: 'CostCenter' },
        { key: 'costcenter' },
        { key: 'aws:owner' },
        { key: 'Team', values: [] },
      ];
    },
    [
      'standardTags.1.key: is the key of standardTags.0 too, got "costcenter"; a tag policy fixes one spelling',
      'standardTags.2.key: is not a tag key, got "aws:owner"',
      'standardTags.3.values: is empty, got []; name a value',
    ],
  ],
  [
    'an organization guardrail that is applied nowhere, twice in a region, where nothing is governed, and as a draft',
    (o) => {
      o.organizationGuardrail = {
        guardrails: [
          { region: 'us-east-1', id: 'abc123', version: 1 },
          { region: 'us-east-1', id: 'abc123', version: 0 },
          { region: 'eu-west-1', id: 'arn:aws:bedrock', version: 'DRAFT' as never },
        ],
      };
    },
    [
      'organizationGuardrail.guardrails.1.region: is listed twice, got "us-east-1"',
      'organizationGuardrail.guardrails.1.version: is not a version, got 0; they start with 1, and a draft',
      'organizationGuardrail.guardrails.2.id: is not the id of a guardrail, got "arn:aws:bedrock"; with a wrong id',
      'organizationGuardrail.guardrails.2.region: is not one of governedRegions, got "eu-west-1"',
      'organizationGuardrail.guardrails.2.version: is not a number, got "DRAFT"; a draft cannot be enforced',
      'organizationGuardrail.target: has no canary unit, got "canary-units"; the guardrail would be applied nowhere',
    ],
  ],
  [
    'optional policies that are misspelt',
    (o) => {
      o.optionalPolicies = { allowMantle: true } as never;
    },
    [
      'optionalPolicies.allowMantle: is not a field, got true; a misspelt field would be ignored silently. Remove it or use one of requireGuardrail, denyPriorityTier, requirePermissionsBoundary, allowBedrockMantle, blockInternetIntoVpcs',
    ],
  ],
  [
    'a missing field',
    (o) => {
      delete (o as Record<string, unknown>).rootId;
    },
    ['rootId: is missing; the baseline cannot be built without it. Add it'],
  ],
];

describe('the configuration', () => {
  test('the example has no mistake', () => {
    expect(findMistakes(example)).toEqual([]);
  });

  test.each(cases)('reports %s', (_promise, change, expected) => {
    const found = findMistakes(broken(change)).map(formatMistake);
    expect(found).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(found[index]).toContain(start);
  });

  test('reports every mistake of a file at once, those between fields too', () => {
    const found = findMistakes(
      broken((o) => {
        o.accounts.audit.id = '1';
        workload(o).id = o.accounts.management.id;
        o.alertContacts = [];
        o.bedrock.inferenceProfiles = ['claude'];
        o.colour = 'blue';
      }),
    ).map(({ path }) => path);
    expect(found).toEqual([
      'accounts.audit.id',
      'accounts.workloads.0.id',
      'alertContacts',
      'bedrock.inferenceProfiles.0',
      'colour',
    ]);
  });

  test.each([[undefined], [null], ['text'], [[]], [42]])('reports %j, which is no configuration at all', (document) => {
    expect(findMistakes(document)).toHaveLength(1);
  });
});
