import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { OrganizationalUnits } from '../constructs/organizational-units';
import type { OrganizationPolicyType } from '../policies/policy-types';
import { organizationAccountPlacement } from '../settings/organization-account-placement';
import { organizationDelegatedAdministrators } from '../settings/organization-delegated-administrators';
import { organizationPolicyTypes } from '../settings/organization-policy-types';
import { organizationRootAccess } from '../settings/organization-root-access';
import { organizationTrustedAccess } from '../settings/organization-trusted-access';
import { placeOf } from '../settings/place';
import { desiredSetting } from '../settings/setting';
import type { BaselineProps } from './baseline-props';

/** Services that work in every account of the organization. Those with a delegated-administrator call of their own enable themselves. */
const trustedServices = [
  'access-analyzer.amazonaws.com',
  'account.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'guardduty.amazonaws.com',
  'iam.amazonaws.com',
  'inspector2.amazonaws.com',
  'malware-protection.guardduty.amazonaws.com',
  'securityhub.amazonaws.com',
  'sso.amazonaws.com',
];

export interface ManagementFoundationStackProps extends BaselineProps {
  /** The types of the policies that are attached by other stacks. */
  readonly policyTypes: readonly OrganizationPolicyType[];
}

/** The ground the other stacks stand on: units, and what the organization lets services and policies do. First of all. */
export class ManagementFoundationStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementFoundationStackProps) {
    super(scope, id, props);
    const { organization, names } = props;
    const { name, rootId, accounts, services, controlTower } = organization;
    const place = placeOf(organization, props.env);

    const units = new OrganizationalUnits(this, 'OrganizationalUnits', {
      rootId,
      units: organization.organizationalUnits,
      parameterName: names.organizationalUnitParameter,
    });
    const { key } = new AccountKey(this, 'AccountKey', {
      organizationName: name,
      parameterName: names.accountKeyParameter,
    });
    const members = [accounts.logArchive, accounts.audit, ...accounts.workloads];
    const settings = [
      desiredSetting(
        organizationTrustedAccess,
        {
          services: [
            ...trustedServices,
            ...(services.macie ? ['macie.amazonaws.com'] : []),
            // Declarative policies of EC2 report through it how far each account complies.
            ...(props.policyTypes.includes('DECLARATIVE_POLICY_EC2') ? ['ec2.amazonaws.com'] : []),
          ].sort(),
        },
        place,
      ),
      desiredSetting(
        organizationPolicyTypes,
        {
          policyTypes: props.policyTypes,
        },
        place,
      ),
      desiredSetting(
        organizationDelegatedAdministrators,
        { accountId: accounts.audit.id, services: ['access-analyzer.amazonaws.com'] },
        place,
      ),
      desiredSetting(organizationRootAccess, { features: ['RootCredentialsManagement', 'RootSessions'] }, place),
    ];
    // Under Control Tower a moved account is drift; there, accounts are enrolled into their units by Control Tower itself.
    if (!controlTower) {
      settings.push(
        desiredSetting(
          organizationAccountPlacement,
          {
            rootId,
            accounts: members.map((account) => ({
              accountId: account.id,
              name: account.name,
              organizationalUnitId: units.idOf(account.organizationalUnit ?? ''),
            })),
          },
          place,
        ),
      );
    }
    new AppliedSettings(this, 'Settings', {
      code: props.functions.applySettings,
      iamPath: names.settingsIamPath,
      logKey: key,
      settings,
    }).node.addDependency(units);
  }
}
