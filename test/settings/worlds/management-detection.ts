import { AwsError } from '../fake-aws';
import { Listed, type Memory, type World } from './world';

const hubArn = 'arn:aws:securityhub:ap-northeast-1:111122223333:hub/default';

/** What the management account switches on for itself. */
export const guardDutyAccount: World = {
  desired: {},
  start(): Memory {
    const state = { on: false, plans: {} as Record<string, string> };
    return {
      reads: {
        'guardduty:ListDetectors': () => new Listed('detectorIds', 'nextToken', state.on ? ['d-1'] : []),
        'guardduty:GetDetector': () => ({
          status: 'ENABLED',
          serviceRole: 'role',
          findingPublishingFrequency: 'FIFTEEN_MINUTES',
          features: Object.entries(state.plans).map(([name, status]) => ({ name, status })),
        }),
      },
      writes: {
        'guardduty:CreateDetector': {
          effect: ({ Features = [] }: { Features?: { Name: string; Status: string }[] }) => {
            state.on = true;
            for (const { Name, Status } of Features) state.plans[Name] = Status;
          },
          answer: () => ({ detectorId: 'd-1' }),
        },
      },
      state: () => state,
    };
  },
  lies: {
    'has a detector that stays suspended': () => ({
      'guardduty:ListDetectors': { detectorIds: ['d-1'] },
      'guardduty:GetDetector': { status: 'DISABLED', serviceRole: 'role' },
      'guardduty:UpdateDetector': {},
    }),
    'lists a detector without a status': () => ({
      'guardduty:ListDetectors': { detectorIds: ['d-1'] },
      'guardduty:GetDetector': { serviceRole: 'role' },
      'guardduty:UpdateDetector': {},
    }),
  },
};

export const macieAccount: World = {
  desired: {},
  start(): Memory {
    const state = { session: 'off' };
    return {
      reads: {
        'macie2:GetMacieSession': () =>
          state.session === 'off'
            ? new AwsError('AccessDeniedException', 'Macie is not enabled', 403)
            : { status: state.session },
      },
      writes: {
        'macie2:EnableMacie': {
          effect: () => {
            state.session = 'ENABLED';
          },
          already: new AwsError('ConflictException', 'is on', 409),
        },
      },
      state: () => state,
    };
  },
  lies: {
    'goes on being paused': () => ({
      'macie2:GetMacieSession': { status: 'PAUSED' },
      'macie2:UpdateMacieSession': {},
    }),
  },
};

export const securityHubAccount: World = {
  desired: {},
  start(): Memory {
    const state = { on: false };
    return {
      reads: {
        'securityhub:DescribeHub': () =>
          state.on
            ? { HubArn: hubArn, AutoEnableControls: true }
            : new AwsError('InvalidAccessException', 'Account 111122223333 is not subscribed to AWS Security Hub', 401),
      },
      writes: {
        'securityhub:EnableSecurityHub': {
          effect: () => {
            state.on = true;
          },
          already: new AwsError('ResourceConflictException', 'Account is already subscribed to AWS Security Hub', 409),
        },
      },
      state: () => state,
    };
  },
  lies: {
    'describes a hub that has no ARN': () => ({ 'securityhub:DescribeHub': {} }),
  },
};
