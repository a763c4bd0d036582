import { policyFactsOf } from '../config/policy-facts';
import type { Organization } from '../config/resolve-organization';
import { declarativePolicies, organizationPolicies } from '../policies/catalogue';
import type { DeclarativePolicy } from '../policies/policy';
import { policyTypesInUse } from '../policies/policy-types';

/**
 * What the foundation stack asks of AWS Organizations, in the words of the configuration. The doctor imports no stack: a test compares
 * these lists with the synthesized template.
 */

/** Services that the foundation gives trusted access to the organization. */
export function trustedServicesOf(organization: Organization): readonly string[] {
  const { services } = organization;
  return [
    'access-analyzer.amazonaws.com',
    'account.amazonaws.com',
    'cloudtrail.amazonaws.com',
    ...(policyTypesOf(organization).includes('DECLARATIVE_POLICY_EC2') ? ['ec2.amazonaws.com'] : []),
    'guardduty.amazonaws.com',
    'iam.amazonaws.com',
    'inspector2.amazonaws.com',
    ...(services.macie ? ['macie.amazonaws.com'] : []),
    'malware-protection.guardduty.amazonaws.com',
    'securityhub.amazonaws.com',
    'sso.amazonaws.com',
  ];
}

/** Services that the audit account administers, as AWS Organizations knows them. */
export function administeredServicesOf({ services }: Organization): readonly string[] {
  return [
    'access-analyzer.amazonaws.com',
    'guardduty.amazonaws.com',
    'inspector2.amazonaws.com',
    ...(services.macie ? ['macie.amazonaws.com'] : []),
    'securityhub.amazonaws.com',
  ];
}

/** Types of the policies that are attached. */
export function policyTypesOf(organization: Organization) {
  return policyTypesInUse(organizationPolicies, declarativePolicies, policyFactsOf(organization));
}

/** The declarative policies the organization has chosen. */
export function declarativePoliciesOf(organization: Organization): readonly DeclarativePolicy[] {
  const facts = policyFactsOf(organization);
  return declarativePolicies.filter(({ applies }) => applies?.(facts) ?? true);
}
