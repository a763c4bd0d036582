import type { AwsState } from '../sound-organization';
import { type Answers, found, pages } from './call';

const summary = ({ id, name, type }: AwsState['policies'][number]) => ({ Id: id, Name: name, Type: type });

export const organizationsAnswers: Answers = {
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
};
