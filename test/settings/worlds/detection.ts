import { auditId, logArchiveId, managementId, workloadId } from '../example-place';
import { AwsError } from '../fake-aws';
import { Listed, type Memory, type World } from './world';

const detector = { status: 'ENABLED', serviceRole: 'role' };

export const guardDutyOrganization: World = {
  desired: {
    features: ['LAMBDA_NETWORK_LOGS', 'AI_PROTECTION'],
    members: [{ accountId: managementId, email: 'management@example.com' }],
  },
  start(): Memory {
    const state = {
      frequency: 'SIX_HOURS',
      members: 'NONE',
      features: {} as Record<string, string>,
      auto: {} as Record<string, string>,
      named: [] as string[],
    };
    return {
      reads: {
        'guardduty:ListDetectors': () => new Listed('detectorIds', 'nextToken', ['d-1']),
        'guardduty:GetDetector': () => ({
          ...detector,
          findingPublishingFrequency: state.frequency,
          features: Object.entries(state.features).map(([name, status]) => ({ name, status })),
        }),
        'guardduty:DescribeOrganizationConfiguration': () => ({
          memberAccountLimitReached: false,
          autoEnableOrganizationMembers: state.members,
          features: Object.entries(state.auto).map(([name, autoEnable]) => ({ name, autoEnable })),
        }),
        'guardduty:ListMembers': () =>
          new Listed(
            'members',
            'nextToken',
            state.named.map((accountId) => ({ accountId, relationshipStatus: 'Enabled' })),
          ),
      },
      writes: {
        'guardduty:CreateMembers': {
          effect: ({ AccountDetails }: { AccountDetails: { AccountId: string }[] }) => {
            state.named.push(...AccountDetails.map(({ AccountId }) => AccountId));
          },
          answer: () => ({ unprocessedAccounts: [] }),
        },
        'guardduty:UpdateDetector': {
          effect: ({ Features = [] }: { Features?: { Name: string; Status: string }[] }) => {
            state.frequency = 'FIFTEEN_MINUTES';
            for (const { Name, Status } of Features) state.features[Name] = Status;
          },
        },
        'guardduty:UpdateOrganizationConfiguration': {
          effect: ({ Features = [] }: { Features?: { Name: string; AutoEnable: string }[] }) => {
            state.members = 'ALL';
            for (const { Name, AutoEnable } of Features) state.auto[Name] = AutoEnable;
          },
        },
      },
      state: () => state,
    };
  },
  lies: {
    'enables a plan for new accounts only': () => ({
      'guardduty:DescribeOrganizationConfiguration': {
        memberAccountLimitReached: false,
        autoEnableOrganizationMembers: 'ALL',
        features: [
          { name: 'LAMBDA_NETWORK_LOGS', autoEnable: 'ALL' },
          { name: 'AI_PROTECTION', autoEnable: 'NEW' },
        ],
      },
    }),
    'does not know a plan in this region': () => ({
      'guardduty:GetDetector': {
        ...detector,
        findingPublishingFrequency: 'FIFTEEN_MINUTES',
        features: [{ name: 'LAMBDA_NETWORK_LOGS', status: 'ENABLED' }],
      },
    }),
    'does not add a member, and says so in an answer that is fine otherwise': () => ({
      'guardduty:CreateMembers': { unprocessedAccounts: [{ accountId: managementId, result: 'GuardDuty is not on' }] },
    }),
    'makes a detector and does not say which': () => ({
      'guardduty:ListDetectors': { detectorIds: [] },
      'guardduty:CreateDetector': {},
    }),
  },
};

const bucketArn = 'arn:aws:s3:::example-findings';
const keyAliasArn = `arn:aws:kms:ap-northeast-1:${logArchiveId}:alias/example-findings`;
const keyArn = `arn:aws:kms:ap-northeast-1:${logArchiveId}:key/1`;

export const guardDutyFindingsExport: World = {
  desired: { bucketArn, bucketOwner: logArchiveId, keyAliasArn },
  start(): Memory {
    let destination: object | undefined;
    const keep = ({ DestinationProperties: to }: { DestinationProperties: Record<string, string> }) => {
      destination = {
        destinationArn: to.DestinationArn,
        kmsKeyArn: to.KmsKeyArn,
        expectedBucketOwner: to.ExpectedBucketOwner,
      };
    };
    return {
      reads: {
        'kms:DescribeKey': () => ({ KeyMetadata: { KeyId: '1', Arn: keyArn, KeyState: 'Enabled' } }),
        'guardduty:ListDetectors': () => new Listed('detectorIds', 'nextToken', ['d-1']),
        'guardduty:ListPublishingDestinations': () =>
          new Listed(
            'destinations',
            'nextToken',
            destination ? [{ destinationId: 'p-1', destinationType: 'S3', status: 'PUBLISHING' }] : [],
          ),
        'guardduty:DescribePublishingDestination': () => ({
          destinationId: 'p-1',
          destinationType: 'S3',
          status: 'PUBLISHING',
          destinationProperties: destination,
        }),
      },
      writes: {
        'guardduty:CreatePublishingDestination': { effect: keep, answer: () => ({ destinationId: 'p-1' }) },
      },
      state: () => destination,
    };
  },
  lies: {
    'takes a destination that it cannot write to': () => ({
      'guardduty:DescribePublishingDestination': {
        status: 'UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY',
        destinationProperties: {},
      },
    }),
    'makes a destination and does not say which': () => ({ 'guardduty:CreatePublishingDestination': {} }),
    'has disabled the key': () => ({ 'kms:DescribeKey': { KeyMetadata: { Arn: keyArn, KeyState: 'Disabled' } } }),
    'has no detector': () => ({ 'guardduty:ListDetectors': { detectorIds: [] } }),
  },
};

export const macieOrganization: World = {
  desired: {
    members: [
      { accountId: logArchiveId, email: 'log-archive@example.com' },
      { accountId: workloadId, email: 'workload@example.com' },
    ],
  },
  start(): Memory {
    const state = {
      session: 'off',
      auto: false,
      discovery: 'DISABLED',
      everyMember: 'NONE',
      members: {} as Record<string, string>,
    };
    return {
      reads: {
        'macie2:GetMacieSession': () =>
          state.session === 'off'
            ? new AwsError('AccessDeniedException', 'Macie is not enabled', 403)
            : { status: state.session },
        'macie2:DescribeOrganizationConfiguration': () => ({ autoEnable: state.auto, maxAccountLimitReached: false }),
        'macie2:GetAutomatedDiscoveryConfiguration': () => ({
          status: state.discovery,
          autoEnableOrganizationMembers: state.everyMember,
        }),
        'macie2:ListMembers': () =>
          new Listed(
            'members',
            'nextToken',
            Object.entries(state.members).map(([accountId, relationshipStatus]) => ({ accountId, relationshipStatus })),
          ),
      },
      writes: {
        'macie2:EnableMacie': {
          effect: () => {
            state.session = 'ENABLED';
          },
          already: new AwsError('ConflictException', 'is on', 409),
        },
        'macie2:UpdateOrganizationConfiguration': {
          effect: () => {
            state.auto = true;
          },
        },
        'macie2:CreateMember': {
          effect: ({ account }: { account: { accountId: string } }) => {
            state.members[account.accountId] = 'Enabled';
          },
        },
        'macie2:UpdateAutomatedDiscoveryConfiguration': {
          effect: () => {
            Object.assign(state, { discovery: 'ENABLED', everyMember: 'ALL' });
          },
        },
      },
      state: () => state,
    };
  },
  lies: {
    'lists a member whose Macie is paused, and leaves it so': () => ({
      'macie2:ListMembers': {
        members: [logArchiveId, workloadId].map((accountId) => ({ accountId, relationshipStatus: 'Paused' })),
      },
      'macie2:UpdateMemberSession': {},
    }),
    'lists a member that is suspended': () => ({
      'macie2:ListMembers': {
        members: [logArchiveId, workloadId, auditId].map((accountId) => ({
          accountId,
          relationshipStatus: 'AccountSuspended',
        })),
      },
    }),
    'samples the buckets of new accounts only': () => ({
      'macie2:GetAutomatedDiscoveryConfiguration': { status: 'ENABLED', autoEnableOrganizationMembers: 'NEW' },
    }),
  },
};

interface Job {
  readonly jobId: string;
  readonly name: string;
  readonly bucketDefinitions: readonly object[];
  jobStatus: string;
}

/** The buckets of another list, which somebody has had inspected until now. */
const jobBefore = (): Job => ({
  jobId: 'j-1',
  name: 'example-prompts',
  bucketDefinitions: [{ accountId: workloadId, buckets: ['example-older-prompts'] }],
  jobStatus: 'RUNNING',
});

export const maciePromptDiscovery: World = {
  desired: {
    excludedBuckets: ['example-trail'],
    job: { name: 'example-prompts', buckets: [{ accountId: workloadId, buckets: ['example-prompts'] }] },
  },
  start(): Memory {
    const state = { excluded: ['example-excluded-by-people'], jobs: [jobBefore()] };
    return {
      reads: {
        'macie2:ListClassificationScopes': () => ({ classificationScopes: [{ id: 's-1', name: 'automated' }] }),
        'macie2:GetClassificationScope': () => ({ id: 's-1', s3: { excludes: { bucketNames: state.excluded } } }),
        'macie2:ListClassificationJobs': () => new Listed('items', 'nextToken', state.jobs),
      },
      writes: {
        'macie2:UpdateClassificationScope': {
          effect: ({ s3 }: { s3: { excludes: { bucketNames: string[] } } }) => {
            state.excluded.push(...s3.excludes.bucketNames);
          },
        },
        'macie2:CreateClassificationJob': {
          effect: (job: { name: string; s3JobDefinition: { bucketDefinitions: object[] } }) => {
            state.jobs.push({
              jobId: `j-${state.jobs.length + 1}`,
              name: job.name,
              bucketDefinitions: job.s3JobDefinition.bucketDefinitions,
              jobStatus: 'RUNNING',
            });
          },
          answer: () => ({ jobId: 'j-2' }),
        },
        'macie2:UpdateClassificationJob': {
          effect: ({ jobId, jobStatus }: { jobId: string; jobStatus: string }) => {
            for (const job of state.jobs) if (job.jobId === jobId) job.jobStatus = jobStatus;
          },
        },
      },
      state: () => state,
    };
  },
  lies: {
    'has no scope in this region': () => ({ 'macie2:ListClassificationScopes': { classificationScopes: [] } }),
    'makes a job over other buckets': () => ({
      'macie2:CreateClassificationJob': { jobId: 'j-2' },
      'macie2:ListClassificationJobs': { items: [jobBefore()] },
    }),
    'goes on sampling a bucket that is left out': () => ({ 'macie2:GetClassificationScope': { id: 's-1', s3: {} } }),
  },
};
