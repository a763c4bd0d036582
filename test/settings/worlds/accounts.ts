import { managementId, workloadId } from '../example-place';
import { AwsError } from '../fake-aws';
import { Listed, type Memory, type World } from './world';

const security = { name: 'Security team', title: 'On duty', email: 'security@example.com', phone: '+81 3-0000-0000' };
const stranger = { Name: 'Somebody', Title: 'Left', EmailAddress: 'left@example.com', PhoneNumber: '1' };

interface ContactInput {
  readonly AccountId?: string;
  readonly Name: string;
  readonly Title: string;
  readonly EmailAddress: string;
  readonly PhoneNumber: string;
}

export const alternateContacts: World = {
  desired: {
    managementAccountId: managementId,
    accountIds: [managementId, workloadId],
    contacts: { SECURITY: security },
  },
  start(): Memory {
    const contacts: Record<string, object> = { [workloadId]: stranger };
    return {
      reads: {
        'organizations:ListAccounts': () =>
          new Listed('Accounts', 'NextToken', [
            { Id: managementId, State: 'ACTIVE' },
            { Id: workloadId, State: 'ACTIVE' },
            // The older field still says so; the account is being closed.
            { Id: '555555555555', State: 'PENDING_CLOSURE', Status: 'ACTIVE' },
          ]),
        'account:GetAlternateContact': ({ AccountId = managementId }: { AccountId?: string }) => {
          const found = contacts[AccountId];
          return found ? { AlternateContact: found } : new AwsError('ResourceNotFoundException', 'none', 404);
        },
      },
      writes: {
        'account:PutAlternateContact': {
          effect: ({ AccountId = managementId, ...contact }: ContactInput) => {
            contacts[AccountId] = contact;
          },
        },
      },
      state: () => contacts,
    };
  },
  lies: {
    'keeps another contact': () => ({ 'account:GetAlternateContact': { AlternateContact: stranger } }),
    'answers without a contact': () => ({ 'account:GetAlternateContact': {} }),
    'has suspended an account of the configuration, by the field that counts': () => ({
      'organizations:ListAccounts': {
        Accounts: [
          { Id: managementId, State: 'ACTIVE' },
          { Id: workloadId, State: 'SUSPENDED', Status: 'ACTIVE' },
        ],
      },
    }),
    'lists accounts without a state': () => ({
      'organizations:ListAccounts': { Accounts: [{ Id: managementId }, { Id: workloadId }] },
    }),
  },
};

export const ebsEncryptionByDefault: World = {
  desired: { regions: ['ap-northeast-1'] },
  start(): Memory {
    let encrypted = false;
    return {
      reads: { 'ec2:GetEbsEncryptionByDefault': () => ({ ebsEncryptionByDefault: encrypted }) },
      writes: {
        'ec2:EnableEbsEncryptionByDefault': {
          effect: () => {
            encrypted = true;
          },
          answer: () => ({ ebsEncryptionByDefault: true }),
        },
      },
      state: () => encrypted,
    };
  },
  lies: {
    'answers that it is still off': () => ({ 'ec2:EnableEbsEncryptionByDefault': { ebsEncryptionByDefault: false } }),
    'answers nothing to the change': () => ({ 'ec2:EnableEbsEncryptionByDefault': {} }),
  },
};

export const bedrockDataRetention: World = {
  desired: { mode: 'none', regions: ['ap-northeast-1'] },
  start(): Memory {
    let mode = 'inherit';
    return {
      reads: { 'bedrock:GetAccountDataRetention': () => ({ mode }) },
      writes: {
        'bedrock:PutAccountDataRetention': {
          effect: (input: { mode: string }) => {
            mode = input.mode;
          },
          answer: (input: { mode: string }) => ({ mode: input.mode }),
        },
      },
      state: () => mode,
    };
  },
  lies: {
    'answers with another mode': () => ({ 'bedrock:PutAccountDataRetention': { mode: 'default' } }),
    'answers without a mode': () => ({ 'bedrock:PutAccountDataRetention': {} }),
  },
};

export const bedrockInvocationLogging: World = {
  desired: {
    logGroupName: '/example',
    roleArn: `arn:aws:iam::${workloadId}:role/example`,
    largePayloadBucket: 'example-prompts',
  },
  start(): Memory {
    let loggingConfig: object | undefined;
    return {
      reads: { 'bedrock:GetModelInvocationLoggingConfiguration': () => ({ loggingConfig }) },
      writes: {
        'bedrock:PutModelInvocationLoggingConfiguration': {
          effect: (input: { loggingConfig: object }) => {
            loggingConfig = input.loggingConfig;
          },
        },
      },
      state: () => loggingConfig,
    };
  },
  lies: {
    'drops what is larger than the log takes': (memory) => ({
      'bedrock:GetModelInvocationLoggingConfiguration': () => {
        const loggingConfig = memory.state() as { cloudWatchConfig?: object } | undefined;
        if (!loggingConfig) return {};
        const cloudWatchConfig = { ...loggingConfig.cloudWatchConfig, largeDataDeliveryS3Config: undefined };
        return { loggingConfig: { ...loggingConfig, cloudWatchConfig } };
      },
    }),
    'logs everything but images': (memory) => ({
      'bedrock:GetModelInvocationLoggingConfiguration': () => {
        const loggingConfig = memory.state();
        return loggingConfig ? { loggingConfig: { ...loggingConfig, imageDataDeliveryEnabled: false } } : {};
      },
    }),
  },
};
