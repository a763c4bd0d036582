import { attach, deny, type Fault, withControlTower } from './fault';

export const organizationFaults: readonly Fault[] = [
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
    what: 'under Control Tower, an account is not in its unit',
    alone: true,
    configuration: { controlTower: true },
    plant: withControlTower,
    question: 'accounts',
    state: 'warning',
    places: ['assistant 444455556666'],
    found: /in the root, and belongs in workloads/,
  },
];
