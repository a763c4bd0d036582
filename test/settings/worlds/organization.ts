import { auditId, logArchiveId, workloadId } from '../example-place';
import { AwsError } from '../fake-aws';
import { Listed, type Memory, type World } from './world';

const organizations = (operation: string) => `organizations:${operation}`;

export const trustedAccess: World = {
  desired: { services: ['account.amazonaws.com', 'iam.amazonaws.com'] },
  start(): Memory {
    const trusted = new Set<string>(['sso.amazonaws.com']);
    return {
      reads: {
        [organizations('ListAWSServiceAccessForOrganization')]: () =>
          new Listed(
            'EnabledServicePrincipals',
            'NextToken',
            [...trusted].map((ServicePrincipal) => ({ ServicePrincipal })),
          ),
      },
      writes: {
        [organizations('EnableAWSServiceAccess')]: {
          effect: ({ ServicePrincipal }: { ServicePrincipal: string }) => trusted.add(ServicePrincipal),
        },
      },
      state: () => [...trusted],
    };
  },
  lies: {
    'lists a service that has nearly the same name': () => ({
      [organizations('ListAWSServiceAccessForOrganization')]: {
        EnabledServicePrincipals: [
          { ServicePrincipal: 'account.amazonaws.com' },
          { ServicePrincipal: 'iam.amazonaws.com.cn' },
        ],
      },
    }),
  },
};

export const policyTypes: World = {
  desired: { policyTypes: ['S3_POLICY', 'SERVICE_CONTROL_POLICY'] },
  start(): Memory {
    const enabled = new Set<string>();
    return {
      reads: {
        [organizations('DescribeOrganization')]: () => ({ Organization: { FeatureSet: 'ALL' } }),
        [organizations('ListRoots')]: () =>
          new Listed('Roots', 'NextToken', [
            { Id: 'r-ab12', PolicyTypes: [...enabled].map((Type) => ({ Type, Status: 'ENABLED' })) },
          ]),
      },
      writes: {
        [organizations('EnablePolicyType')]: {
          effect: ({ PolicyType }: { PolicyType: string }) => enabled.add(PolicyType),
          already: new AwsError('PolicyTypeAlreadyEnabledException'),
        },
      },
      state: () => [...enabled],
    };
  },
  lies: {
    'enables a type for ever': () => ({
      [organizations('ListRoots')]: {
        Roots: [
          {
            Id: 'r-ab12',
            PolicyTypes: [
              { Type: 'S3_POLICY', Status: 'ENABLED' },
              { Type: 'SERVICE_CONTROL_POLICY', Status: 'PENDING_ENABLE' },
            ],
          },
        ],
      },
    }),
    'bills together, which knows no policies': () => ({
      [organizations('DescribeOrganization')]: { Organization: { FeatureSet: 'CONSOLIDATED_BILLING' } },
    }),
  },
};

export const delegatedAdministrators: World = {
  desired: { accountId: auditId, services: ['access-analyzer.amazonaws.com', 'config.amazonaws.com'] },
  start(): Memory {
    const registered: Record<string, string[]> = {};
    return {
      reads: {
        [organizations('ListDelegatedAdministrators')]: ({ ServicePrincipal }: { ServicePrincipal: string }) =>
          new Listed(
            'DelegatedAdministrators',
            'NextToken',
            (registered[ServicePrincipal] ?? []).map((Id) => ({ Id })),
          ),
      },
      writes: {
        [organizations('RegisterDelegatedAdministrator')]: {
          effect: ({ AccountId, ServicePrincipal }: { AccountId: string; ServicePrincipal: string }) => {
            registered[ServicePrincipal] = [AccountId];
          },
          already: new AwsError('AccountAlreadyRegisteredException'),
        },
      },
      state: () => registered,
    };
  },
  lies: {
    'has another account': () => ({
      [organizations('ListDelegatedAdministrators')]: { DelegatedAdministrators: [{ Id: workloadId }] },
    }),
  },
};

export const rootAccess: World = {
  desired: { features: ['RootCredentialsManagement', 'RootSessions'] },
  start(): Memory {
    const features = new Set<string>();
    return {
      reads: {
        'iam:ListOrganizationsFeatures': () => ({ OrganizationId: 'o-example12345', EnabledFeatures: [...features] }),
      },
      writes: {
        'iam:EnableOrganizationsRootCredentialsManagement': {
          effect: () => features.add('RootCredentialsManagement'),
        },
        'iam:EnableOrganizationsRootSessions': { effect: () => features.add('RootSessions') },
      },
      state: () => [...features],
    };
  },
  lies: {
    'enables one feature of two': () => ({
      'iam:ListOrganizationsFeatures': { EnabledFeatures: ['RootSessions'] },
    }),
    'is not trusted': () => ({
      'iam:ListOrganizationsFeatures': new AwsError('ServiceAccessNotEnabledException'),
    }),
  },
};

export const accountPlacement: World = {
  desired: {
    rootId: 'r-ab12',
    accounts: [
      { accountId: logArchiveId, name: 'log-archive', organizationalUnitId: 'ou-ab12-security' },
      { accountId: workloadId, name: 'assistant', organizationalUnitId: 'ou-ab12-workloads' },
    ],
  },
  start(): Memory {
    const parents: Record<string, string> = { [logArchiveId]: 'r-ab12', [workloadId]: 'r-ab12' };
    return {
      reads: {
        [organizations('ListAccountsForParent')]: ({ ParentId }: { ParentId: string }) =>
          new Listed(
            'Accounts',
            'NextToken',
            Object.keys(parents).flatMap((Id) => (parents[Id] === ParentId ? [{ Id }] : [])),
          ),
        [organizations('ListParents')]: ({ ChildId }: { ChildId: string }) => ({ Parents: [{ Id: parents[ChildId] }] }),
      },
      writes: {
        [organizations('MoveAccount')]: {
          effect: ({ AccountId, DestinationParentId }: { AccountId: string; DestinationParentId: string }) => {
            parents[AccountId] = DestinationParentId;
          },
          already: new AwsError('DuplicateAccountException'),
        },
      },
      state: () => parents,
    };
  },
  rarely: [organizations('ListParents')],
  lies: {
    'lost sight of an account': () => ({
      [organizations('ListAccountsForParent')]: { Accounts: [] },
      [organizations('ListParents')]: { Parents: [] },
    }),
    'has an account in another unit': () => ({
      [organizations('ListAccountsForParent')]: { Accounts: [] },
      [organizations('ListParents')]: { Parents: [{ Id: 'ou-ab12-sandbox' }] },
    }),
  },
};
