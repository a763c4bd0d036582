import type { AwsState } from './sound-organization';

/** A call as the server understands it. */
export interface Call {
  /** As IAM names it: `organizations:ListRoots`. */
  readonly action: string;
  readonly region: string;
  readonly account: string;
  readonly input: Readonly<Record<string, string>> & { readonly trailNameList?: readonly string[] };
}

/** An error as AWS answers it. */
export class AwsError extends Error {
  constructor(
    override readonly name: string,
    message = 'as planned',
    readonly status = 400,
  ) {
    super(message);
  }
}

/** Two items a page: the second page is asked for, or the test fails. */
function page<Item>(items: readonly Item[], token = '0', size = 2) {
  const start = Number(token);
  const next = start + size < items.length ? String(start + size) : undefined;
  return { items: items.slice(start, start + size), next };
}

const found = <Value>(value: Value | undefined, error: string): Value => {
  if (value === undefined) throw new AwsError(error);
  return value;
};

function pages(name: string, items: readonly unknown[], { NextToken }: Call['input']) {
  const { items: some, next } = page(items, NextToken);
  return { [name]: some, NextToken: next };
}

const trailArn = ({ name, region }: AwsState['trails'][number]) =>
  `arn:aws:cloudtrail:${region}:111122223333:trail/${name}`;

const summary = ({ id, name, type }: AwsState['policies'][number]) => ({ Id: id, Name: name, Type: type });

/** What AWS answers to a call, as JSON. */
export const answers: Readonly<Record<string, (aws: AwsState, call: Call) => unknown>> = {
  'sts:GetCallerIdentity': ({ caller }) => ({ Account: caller, Arn: `arn:aws:iam::${caller}:role/Administrator` }),
  'sts:AssumeRole': ({ lockedRoles }, { input: { RoleArn = '' } }) => {
    const [, account = '', region = ''] = /::(\d+):role\/cdk-[a-z0-9]+-lookup-role-\d+-(.*)$/.exec(RoleArn) ?? [];
    if (lockedRoles.includes(`${account} ${region}`)) throw new AwsError('AccessDenied', 'not authorized', 403);
    return {
      Credentials: {
        AccessKeyId: `ASIA${account}`,
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: '2099-01-01T00:00:00Z',
      },
    };
  },
  'organizations:DescribeOrganization': ({ organization }) => ({ Organization: organization }),
  'organizations:ListRoots': ({ rootId, policyTypes }) => ({
    Roots: [{ Id: rootId, PolicyTypes: Object.entries(policyTypes).map(([Type, Status]) => ({ Type, Status })) }],
  }),
  'organizations:ListAccounts': ({ accounts }, { input }) =>
    pages(
      'Accounts',
      accounts.map(({ parent, ...account }) => ({ ...account, Status: 'ACTIVE' })),
      input,
    ),
  'organizations:ListParents': ({ accounts, units }, { input: { ChildId } }) => {
    const id = found(
      accounts.find(({ Id }) => Id === ChildId)?.parent ?? units.find((unit) => unit.id === ChildId)?.parent,
      'ChildNotFoundException',
    );
    return { Parents: [{ Id: id, Type: id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }] };
  },
  'organizations:ListOrganizationalUnitsForParent': ({ units }, { input }) =>
    pages(
      'OrganizationalUnits',
      units.filter(({ parent }) => parent === input.ParentId).map(({ id, name }) => ({ Id: id, Name: name })),
      input,
    ),
  'organizations:DescribeOrganizationalUnit': ({ units }, { input }) => {
    const unit = found(
      units.find(({ id }) => id === input.OrganizationalUnitId),
      'OrganizationalUnitNotFoundException',
    );
    return { OrganizationalUnit: { Id: unit.id, Name: unit.name } };
  },
  'organizations:ListAWSServiceAccessForOrganization': ({ trustedServices }, { input }) =>
    pages(
      'EnabledServicePrincipals',
      trustedServices.map((ServicePrincipal) => ({ ServicePrincipal })),
      input,
    ),
  'organizations:ListPolicies': ({ policies }, { input }) =>
    pages('Policies', policies.filter(({ type }) => type === input.Filter).map(summary), input),
  'organizations:ListPoliciesForTarget': ({ policies }, { input }) =>
    pages(
      'Policies',
      policies
        .filter(
          ({ type, targets }) =>
            type === input.Filter && (targets.includes('everywhere') || targets.includes(input.TargetId ?? '')),
        )
        .map(summary),
      input,
    ),
  'organizations:DescribePolicy': ({ policies }, { input }) => {
    const policy = found(
      policies.find(({ id }) => id === input.PolicyId),
      'PolicyNotFoundException',
    );
    return { Policy: { PolicySummary: summary(policy), Content: JSON.stringify(policy.content) } };
  },
  'organizations:ListDelegatedAdministrators': ({ delegated }, { input }) =>
    pages(
      'DelegatedAdministrators',
      (delegated[input.ServicePrincipal ?? ''] ?? []).map((Id) => ({ Id })),
      input,
    ),
  'cloudtrail:ListTrails': ({ trails }, { input }) =>
    pages(
      'Trails',
      trails.map((trail) => ({ TrailARN: trailArn(trail), Name: trail.name, HomeRegion: trail.region })),
      input,
    ),
  'cloudtrail:DescribeTrails': ({ trails }, { region, input: { trailNameList = [] } }) => ({
    trailList: trails
      .filter((trail) => trail.region === region && trailNameList.includes(trailArn(trail)))
      .map((trail) => ({
        TrailARN: trailArn(trail),
        Name: trail.name,
        HomeRegion: trail.region,
        S3BucketName: trail.bucket,
        IsOrganizationTrail: trail.organization,
        IsMultiRegionTrail: true,
      })),
  }),
  'cloudtrail:GetEventSelectors': ({ trails }, { input }) => {
    const trail = found(
      trails.find((one) => trailArn(one) === input.TrailName),
      'TrailNotFoundException',
    );
    const Equals = [trail.management ? 'Management' : 'Data'];
    return { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: 'eventCategory', Equals }] }] };
  },
  'sso:ListInstances': ({ instances }, { region }) => ({
    Instances: (instances[region] ?? []).map(({ arn, store }) => ({ InstanceArn: arn, IdentityStoreId: store })),
  }),
  'config:DescribeConfigurationRecorders': ({ recorders }, { region }) => ({
    ConfigurationRecorders: (recorders[region] ?? []).map((name) => ({ name })),
  }),
  'config:DescribeDeliveryChannels': ({ channels }, { region }) => ({
    DeliveryChannels: (channels[region] ?? []).map((name) => ({ name })),
  }),
  'guardduty:ListDetectors': ({ detectors }, { region }) => ({
    detectorIds: detectors[region] ? [detectors[region].id] : [],
  }),
  'guardduty:GetAdministratorAccount': ({ detectors }, { region }) => {
    const accountId = detectors[region]?.administrator;
    return { administrator: accountId ? { accountId, relationshipStatus: 'Enabled' } : {} };
  },
  'guardduty:ListOrganizationAdminAccounts': ({ administrators }, { region }) => ({
    adminAccounts: (administrators[`guardduty ${region}`] ?? []).map(({ account, status }) => ({
      adminAccountId: account,
      adminStatus: status,
    })),
  }),
  'inspector2:ListDelegatedAdminAccounts': ({ administrators }, { region }) => ({
    delegatedAdminAccounts: (administrators[`inspector2 ${region}`] ?? []).map(({ account, status }) => ({
      accountId: account,
      status,
    })),
  }),
  'macie2:ListOrganizationAdminAccounts': ({ administrators }, { region }) => ({
    adminAccounts: (administrators[`macie2 ${region}`] ?? []).map(({ account, status }) => ({
      accountId: account,
      status,
    })),
  }),
  'securityhub:ListOrganizationAdminAccounts': ({ administrators }, { region, input: { Feature } }) => ({
    AdminAccounts: (administrators[`${Feature} ${region}`] ?? []).map(({ account, status }) => ({
      AccountId: account,
      Status: status,
    })),
  }),
  'lambda:GetAccountSettings': ({ concurrency }, { account, region }) => {
    const { all, free } = concurrency[`${account} ${region}`] ?? { all: 1000, free: 1000 };
    return { AccountLimit: { ConcurrentExecutions: all, UnreservedConcurrentExecutions: free } };
  },
  'ssm:GetParameter': ({ bootstrap, parameters }, { account, region, input: { Name = '' } }) => {
    const place = `${account} ${region}`;
    const version = place in bootstrap ? bootstrap[place] : '30';
    const Value = found(Name.startsWith('/cdk-bootstrap/') ? version : parameters[Name], 'ParameterNotFound');
    return { Parameter: { Name, Value } };
  },
};
