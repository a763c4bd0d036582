import type { Fault } from './fault';

export const serviceFaults: readonly Fault[] = [
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
    what: 'a recorder of Config is where the baseline makes one',
    plant: (aws) => {
      aws.recorders['us-east-1'] = ['theirs'];
      aws.channels['us-east-1'] = ['their-channel'];
    },
    configuration: { services: { securityHub: 'cspm' } },
    question: 'configuration-recorders',
    places: ['us-east-1'],
    found: /recorder theirs, delivery channel their-channel/,
    alone: true,
  },
  {
    what: 'the recorder that the configuration names is not there',
    plant: (aws) => {
      aws.recorders['us-east-1'] = ['default'];
    },
    configuration: { services: { securityHub: 'cspm' }, configurationRecorder: { existingIn: ['management'] } },
    question: 'configuration-recorders',
    places: ['ap-northeast-1'],
    found: /existingIn names this account/,
    alone: true,
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
];
