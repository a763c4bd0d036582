import { attach, deny, type Fault } from './fault';

export const policyFaults: readonly Fault[] = [
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
    found: /SCP: 13 of 10 slots: FullAWSAccess, 3 of the baseline .* 9 of others: taken-0 \(\d+\)/,
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
