import type { OrganizationInput } from '../../config/organization-schema';
import type { State } from '../../doctor/answer';
import type { AwsState } from './sound-organization';

/** One thing that is wrong with an organization, and what the doctor must say of it. */
export interface Fault {
  readonly what: string;
  plant(aws: AwsState): void;
  readonly configuration?: Partial<OrganizationInput>;
  readonly question: string;
  /** @default blocker */
  readonly state?: State;
  readonly places?: readonly string[];
  readonly found: RegExp;
  /** It contradicts another fault, or hides one: it is not planted together with the others. @default false */
  readonly alone?: boolean;
}

const deny = (Action: string | string[], rest: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Planted', Effect: 'Deny', Action, Resource: '*', ...rest }],
});

function attach(aws: AwsState, name: string, type: string, content: object, target: string): void {
  aws.policies.push({ id: `p-${name}`, name, type, content, targets: [target] });
}

const withControlTower = (aws: AwsState) => {
  aws.trustedServices.push('controltower.amazonaws.com');
  aws.trails.push({
    name: 'aws-controltower-BaselineCloudTrail',
    region: 'ap-northeast-1',
    organization: true,
    bucket: 'aws-controltower-logs',
    management: true,
  });
};

export const faults: readonly Fault[] = [
  {
    what: 'the credentials belong to another account',
    alone: true,
    plant: (aws) => {
      aws.caller = '999988887777';
    },
    question: 'caller-account',
    found: /account 999988887777 .*accounts\.management is 111122223333/,
  },
  {
    what: 'the organization has another id',
    plant: (aws) => {
      aws.organization.Id = 'o-another00001';
    },
    question: 'organization-identity',
    found: /organizationId is o-exampleorg1 .* o-another00001/,
  },
  {
    what: 'the root has another id',
    plant: (aws) => {
      aws.rootId = 'r-other';
    },
    question: 'organization-identity',
    found: /rootId is r-exmp .* r-other/,
  },
  {
    what: 'another account manages the organization',
    plant: (aws) => {
      aws.organization.MasterAccountId = '999988887777';
    },
    question: 'organization-identity',
    found: /accounts\.management\.id is 111122223333 .* 999988887777/,
  },
  {
    what: 'only consolidated billing is on',
    plant: (aws) => {
      aws.organization.FeatureSet = 'CONSOLIDATED_BILLING';
    },
    question: 'all-features',
    found: /CONSOLIDATED_BILLING/,
  },
  {
    what: 'a unit that should be adopted is not there',
    alone: true,
    plant: (aws) => {
      aws.units = [];
    },
    question: 'organizational-units',
    places: ['security'],
    found: /no unit ou-exmp-security1/,
  },
  {
    what: 'a unit that should be created is there, made by somebody',
    plant: (aws) => {
      aws.units.push({ id: 'ou-exmp-workload1', name: 'workloads', parent: 'r-exmp' });
    },
    question: 'organizational-units',
    places: ['workloads'],
    found: /\(ou-exmp-workload1\)/,
  },
  {
    what: 'an account is not in the organization',
    plant: (aws) => {
      aws.accounts = aws.accounts.filter(({ Id }) => Id !== '222233334444');
    },
    question: 'accounts',
    places: ['log-archive 222233334444'],
    found: /not in the organization/,
  },
  {
    what: 'an account is suspended, whatever its Status says',
    alone: true,
    plant: (aws) => {
      for (const account of aws.accounts) if (account.Id === '333344445555') account.State = 'SUSPENDED';
    },
    question: 'accounts',
    places: ['audit 333344445555'],
    found: /SUSPENDED/,
  },
  {
    what: 'an account is in a unit it does not belong in',
    plant: (aws) => {
      aws.units.push({ id: 'ou-exmp-sandboxes', name: 'sandboxes', parent: 'r-exmp' });
      for (const account of aws.accounts) if (account.Id === '333344445555') account.parent = 'ou-exmp-sandboxes';
    },
    question: 'accounts',
    places: ['audit 333344445555'],
    found: /in ou-exmp-sandboxes, and belongs in security/,
  },
  {
    what: 'Control Tower is there and the configuration says no',
    plant: withControlTower,
    question: 'control-tower',
    found: /controltower\.amazonaws\.com, aws-controltower-BaselineCloudTrail/,
  },
  {
    what: 'only guardrails of Control Tower betray it',
    alone: true,
    plant: (aws) => attach(aws, 'aws-guardrails-AbCdEf', 'SERVICE_CONTROL_POLICY', deny('iam:CreateUser'), 'r-exmp'),
    question: 'control-tower',
    found: /aws-guardrails-\* \(1\)/,
  },
  {
    what: 'Control Tower is not there and the configuration says yes',
    alone: true,
    configuration: { controlTower: true },
    plant: () => undefined,
    question: 'control-tower',
    found: /No sign of it/,
  },
  {
    what: 'under Control Tower, nothing records management events',
    alone: true,
    configuration: { controlTower: true },
    plant: (aws) => {
      aws.trustedServices.push('controltower.amazonaws.com');
    },
    question: 'organization-trails',
    found: /no organization trail records them/,
  },
  {
    what: 'under Control Tower, an account is not in its unit',
    alone: true,
    configuration: { controlTower: true },
    plant: withControlTower,
    question: 'accounts',
    state: 'warning',
    places: ['assistant 444455556666'],
    found: /in the root, and belongs in workloads/,
  },
  {
    what: 'another trail records the management events of the organization',
    plant: (aws) => {
      aws.trails.push({ name: 'old', region: 'us-east-1', organization: true, bucket: 'old-logs', management: true });
    },
    question: 'organization-trails',
    state: 'warning',
    found: /old \(us-east-1\).* \$2 per 100,000 events/,
  },
  {
    what: 'a trail of the name of the baseline writes somewhere else',
    alone: true,
    plant: (aws) => {
      const name = 'example-organization-trail';
      aws.trails.push({ name, region: 'ap-northeast-1', organization: true, bucket: 'not-ours', management: true });
    },
    question: 'organization-trails',
    found: /named example-organization-trail exists and writes to not-ours/,
  },
  {
    what: 'the home region has no room for a trail',
    plant: (aws) => {
      for (const name of ['one', 'two', 'three', 'four', 'five'])
        aws.trails.push({ name, region: 'ap-northeast-1', organization: false, bucket: name, management: true });
    },
    question: 'organization-trails',
    found: /ap-northeast-1 has \d trails, and 5 are the limit/,
  },
  ...[
    { register: 'guardduty us-east-1', place: 'GuardDuty us-east-1' },
    { register: 'inspector2 ap-northeast-1', place: 'Inspector ap-northeast-1' },
    { register: 'SecurityHub ap-northeast-1', place: 'Security Hub CSPM ap-northeast-1' },
    { register: 'SecurityHubV2 us-east-1', place: 'Security Hub us-east-1' },
    { register: 'macie2 us-east-1', place: 'Macie us-east-1' },
  ].map(({ register, place }, index): Fault => {
    const account = `77778888999${index}`;
    return {
      what: `another account administers ${place}`,
      configuration: { services: { macie: true } },
      plant: (aws) => {
        aws.administrators[register] = [{ account, status: 'ENABLED' }];
      },
      question: 'delegated-administrators',
      places: [place],
      found: new RegExp(`Administered by ${account}`),
    };
  }),
  {
    what: 'another account administers a service for AWS Organizations',
    plant: (aws) => {
      aws.delegated['access-analyzer.amazonaws.com'] = ['777788880000'];
    },
    question: 'delegated-administrators',
    places: ['access-analyzer'],
    found: /Administered by 777788880000/,
  },
  {
    what: 'the audit account is being removed as administrator',
    plant: (aws) => {
      aws.administrators['guardduty ap-northeast-1'] = [{ account: '333344445555', status: 'DISABLE_IN_PROGRESS' }];
    },
    question: 'delegated-administrators',
    places: ['GuardDuty ap-northeast-1'],
    found: /just being removed/,
  },
  {
    what: 'a policy type is being switched off',
    plant: (aws) => {
      aws.policyTypes.RESOURCE_CONTROL_POLICY = 'PENDING_DISABLE';
    },
    question: 'policy-types',
    found: /Being switched off: RESOURCE_CONTROL_POLICY/,
  },
  {
    what: 'others hold the slots for service control policies of a unit',
    plant: (aws) => {
      for (let number = 0; number < 9; number++)
        attach(aws, `taken-${number}`, 'SERVICE_CONTROL_POLICY', deny('iam:CreateUser'), 'ou-exmp-security1');
    },
    question: 'policy-room',
    places: ['security'],
    found: /SCP: others hold 9 of 10 slots: taken-0 \(\d+\)/,
  },
  {
    what: 'others hold the slots for AI opt-out policies of the root',
    plant: (aws) => {
      for (let number = 0; number < 5; number++)
        attach(aws, `opt-out-${number}`, 'AISERVICES_OPT_OUT_POLICY', {}, 'r-exmp');
    },
    question: 'declarative-room',
    places: ['root'],
    found: /AISERVICES_OPT_OUT_POLICY: 1 of the baseline .* and 5 of others/,
  },
  {
    what: 'somebody else scans with Inspector by policy',
    plant: (aws) => attach(aws, 'their-inspector', 'INSPECTOR_POLICY', {}, 'ou-exmp-security1'),
    question: 'declarative-room',
    state: 'warning',
    places: ['security'],
    found: /their-inspector/,
  },
  {
    what: 'Identity Center has no instance',
    alone: true,
    plant: (aws) => {
      aws.instances = {};
    },
    question: 'identity-center',
    found: /no instance in ap-northeast-1/,
  },
  {
    what: 'Identity Center is in another region',
    alone: true,
    plant: (aws) => {
      aws.instances = { 'us-east-1': aws.instances['ap-northeast-1'] ?? [] };
    },
    question: 'identity-center',
    found: /in us-east-1, not in ap-northeast-1/,
  },
  {
    what: 'Identity Center is another instance',
    plant: (aws) => {
      aws.instances['ap-northeast-1'] = [{ arn: 'arn:aws:sso:::instance/ssoins-other', store: 'd-1234567890' }];
    },
    question: 'identity-center',
    found: /instanceArn is .*ssoins-1234567890abcdef .*ssoins-other/,
  },
  {
    what: 'a recorder of Config costs beside the one of Security Hub',
    plant: (aws) => {
      aws.recorders['us-east-1'] = ['default'];
      aws.channels['us-east-1'] = ['default-channel'];
    },
    question: 'configuration-recorders',
    state: 'warning',
    places: ['us-east-1'],
    found: /recorder default, delivery channel default-channel/,
  },
  {
    what: 'the detector of the management account is a member elsewhere',
    plant: (aws) => {
      aws.detectors['us-east-1'] = { id: 'detector-virginia', administrator: '777788880000' };
    },
    question: 'guardduty-detectors',
    places: ['us-east-1'],
    found: /detector-virginia is a member of account 777788880000/,
  },
  {
    what: 'the management account has no concurrency left',
    plant: (aws) => {
      aws.concurrency['111122223333 us-east-1'] = { all: 1000, free: 0 };
    },
    question: 'lambda-concurrency',
    places: ['management 111122223333 us-east-1'],
    found: /0 of 1000/,
  },
  {
    what: 'a new workload account has the small quota of Lambda',
    plant: (aws) => {
      aws.concurrency['444455556666 ap-northeast-1'] = { all: 10, free: 10 };
    },
    question: 'lambda-concurrency',
    state: 'warning',
    places: ['assistant 444455556666 ap-northeast-1'],
    found: /10 of 10/,
  },
  {
    what: 'a region of the management account is not bootstrapped',
    plant: (aws) => {
      aws.bootstrap['111122223333 us-east-1'] = undefined;
    },
    question: 'bootstrap',
    places: ['management 111122223333 us-east-1'],
    found: /not bootstrapped/,
  },
  {
    what: 'the bootstrap of a member account is too old',
    plant: (aws) => {
      aws.bootstrap['333344445555 us-east-1'] = '5';
    },
    question: 'bootstrap',
    places: ['audit 333344445555 us-east-1'],
    found: /version is 5/,
  },
  {
    what: 'the look-up role of a member account cannot be assumed',
    plant: (aws) => {
      aws.lockedRoles.push('222233334444 ap-northeast-1');
    },
    question: 'bootstrap',
    state: 'unknown',
    places: ['log-archive 222233334444 ap-northeast-1'],
    found: /look-up role/,
  },
  {
    what: 'a policy of a unit denies what bootstrap makes',
    plant: (aws) =>
      attach(
        aws,
        'no-roles',
        'SERVICE_CONTROL_POLICY',
        deny(['iam:Create*', 'ecr:CreateRepository']),
        'ou-exmp-security1',
      ),
    question: 'bootstrap-policies',
    found: /no-roles \(Planted\) denies iam:CreateRole, ecr:CreateRepository/,
    alone: true,
  },
  {
    what: 'a policy of the root denies a governed region',
    plant: (aws) =>
      attach(
        aws,
        'one-region',
        'SERVICE_CONTROL_POLICY',
        deny('s3:*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } }),
        '333344445555',
      ),
    question: 'bootstrap-policies',
    places: ['audit 333344445555 us-east-1'],
    found: /one-region \(Planted\) denies s3:CreateBucket/,
  },
  {
    what: 'a policy that denies bootstrap exempts somebody',
    plant: (aws) =>
      attach(
        aws,
        'but-for-one',
        'SERVICE_CONTROL_POLICY',
        deny('ssm:PutParameter', { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Platform' } } }),
        '444455556666',
      ),
    question: 'bootstrap-policies',
    state: 'unknown',
    places: ['assistant 444455556666 ap-northeast-1'],
    found: /but-for-one \(Planted\) may deny ssm:PutParameter/,
  },
  {
    what: 'a level of the organization allows too little for bootstrap',
    alone: true,
    plant: (aws) => {
      const [fullAccess] = aws.policies;
      if (fullAccess) fullAccess.targets = ['r-exmp', 'ou-exmp-security1', '222233334444', '333344445555'];
    },
    question: 'bootstrap-policies',
    places: ['assistant 444455556666 ap-northeast-1'],
    found: /allows too little \(no policy\): cloudformation:CreateStack/,
  },
  {
    what: 'a policy that denies bootstrap depends on what nobody knows',
    plant: (aws) =>
      attach(
        aws,
        'tagged',
        'SERVICE_CONTROL_POLICY',
        deny('kms:CreateKey', { Condition: { Null: { 'aws:RequestTag/team': 'true' } } }),
        '444455556666',
      ),
    question: 'bootstrap-policies',
    state: 'unknown',
    places: ['assistant 444455556666 ap-northeast-1'],
    found: /tagged \(Planted\) may deny kms:CreateKey/,
  },
];
