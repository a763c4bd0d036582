/** What AWS would answer about an organization. Plain data: a test changes one thing of it. */
export interface AwsState {
  caller: string;
  organization: { Id: string; FeatureSet: string; MasterAccountId: string };
  rootId: string;
  policyTypes: Record<string, string>;
  accounts: { Id: string; Name: string; State: string; parent: string }[];
  units: { id: string; name: string; parent: string }[];
  trustedServices: string[];
  /** Attached to each of the targets; AWS attaches its own `everywhere`. */
  policies: { id: string; name: string; type: string; content: object; targets: string[] }[];
  /** Accounts by service principal. */
  delegated: Record<string, string[]>;
  /** By service and region: `guardduty us-east-1`; Security Hub by feature: `SecurityHubV2 us-east-1`. */
  administrators: Record<string, { account: string; status: string }[]>;
  trails: { name: string; region: string; organization: boolean; bucket: string; management: boolean }[];
  /** By region. */
  instances: Record<string, { arn: string; store: string }[]>;
  recorders: Record<string, string[]>;
  /** Where the delivery channels of AWS Config deliver. */
  configurationBucket: string;
  channels: Record<string, string[]>;
  detectors: Record<string, { id: string; administrator?: string }>;
  /** By account and region; 1000 of 1000 where nothing is said. */
  concurrency: Record<string, { all: number; free: number }>;
  /** Version of the bootstrap where it is not 30; undefined where there is none. */
  bootstrap: Record<string, string | undefined>;
  /** `account region` of the look-up roles that cannot be assumed. */
  lockedRoles: string[];
  parameters: Record<string, string>;
}

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

/** The organization that config/organization.ts describes, before the first deployment: nothing is wrong with it. */
export function soundOrganization(): AwsState {
  const security = 'ou-exmp-security1';
  return {
    caller: '111122223333',
    organization: { Id: 'o-exampleorg1', FeatureSet: 'ALL', MasterAccountId: '111122223333' },
    rootId: 'r-exmp',
    policyTypes: { SERVICE_CONTROL_POLICY: 'ENABLED', TAG_POLICY: 'ENABLED' },
    accounts: [
      { Id: '111122223333', Name: 'management', State: 'ACTIVE', parent: 'r-exmp' },
      { Id: '222233334444', Name: 'log-archive', State: 'ACTIVE', parent: security },
      { Id: '333344445555', Name: 'audit', State: 'ACTIVE', parent: security },
      { Id: '444455556666', Name: 'assistant', State: 'ACTIVE', parent: 'r-exmp' },
    ],
    units: [{ id: security, name: 'security', parent: 'r-exmp' }],
    trustedServices: ['cloudtrail.amazonaws.com', 'sso.amazonaws.com', 'ram.amazonaws.com'],
    policies: [
      {
        id: 'p-FullAWSAccess',
        name: 'FullAWSAccess',
        type: 'SERVICE_CONTROL_POLICY',
        content: { Version: '2012-10-17', Statement: [everything] },
        targets: ['everywhere'],
      },
    ],
    delegated: { 'guardduty.amazonaws.com': ['333344445555'] },
    administrators: { 'guardduty ap-northeast-1': [{ account: '333344445555', status: 'ENABLED' }] },
    trails: [],
    instances: {
      'ap-northeast-1': [{ arn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef', store: 'd-1234567890' }],
    },
    recorders: {},
    configurationBucket: 'somebody-elses-bucket',
    channels: {},
    detectors: { 'ap-northeast-1': { id: 'detector-tokyo', administrator: '333344445555' } },
    concurrency: {},
    bootstrap: {},
    lockedRoles: [],
    parameters: {},
  };
}
