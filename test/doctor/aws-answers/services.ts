import type { AwsState } from '../sound-organization';
import { type Answers, AwsError, found, pages } from './call';

const trailArn = ({ name, region }: AwsState['trails'][number]) =>
  `arn:aws:cloudtrail:${region}:111122223333:trail/${name}`;

export const servicesAnswers: Answers = {
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
  'config:DescribeDeliveryChannels': ({ channels, configurationBucket }, { region }) => ({
    DeliveryChannels: (channels[region] ?? []).map((name) => ({ name, s3BucketName: configurationBucket })),
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
