import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccountKey } from '../constructs/account-key';
import { AppliedSettings } from '../constructs/applied-settings';
import { OrganizationalUnits } from '../constructs/organizational-units';
import { declarativePolicies } from '../policies/catalogue';
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
  'ec2.amazonaws.com',
  'guardduty.amazonaws.com',
  'iam.amazonaws.com',
  'inspector2.amazonaws.com',
  'malware-protection.guardduty.amazonaws.com',
  'securityhub.amazonaws.com',
  'sso.amazonaws.com',
];

const authorizationPolicyTypes = ['RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY'] as const;

/** The ground the other stacks stand on: units, and what the organization lets services and policies do. First of all. */
export class ManagementFoundationStack extends Stack {
  constructor(scope: Construct, id: string, props: BaselineProps) {
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
        { services: services.macie ? [...trustedServices, 'macie.amazonaws.com'].sort() : trustedServices },
        place,
      ),
      desiredSetting(
        organizationPolicyTypes,
        // Every type in the catalogue, chosen today or not: a policy whose type is off cannot be created, and a type costs nothing.
        {
          policyTypes: [
            ...new Set([...authorizationPolicyTypes, ...declarativePolicies.map(({ type }) => type)]),
          ].sort(),
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
      logKey: key,
      settings,
    }).node.addDependency(units);
  }
}
