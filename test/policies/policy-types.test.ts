import { PolicyType } from '@aws-sdk/client-organizations';
import { declarativePolicies, organizationPolicies } from '../../policies/catalogue';
import { policyTypesInUse } from '../../policies/policy-types';
import { policyVariants } from '../helpers/policy-variants';

const everything = { ...policyVariants['every option'], standardTags: [{ key: 'Team' }] } as never;

test('AWS Organizations knows every policy type by its name', () => {
  const everyType = policyTypesInUse(organizationPolicies, declarativePolicies, everything);
  expect(everyType.filter((type) => !(type in PolicyType))).toEqual([]);
  expect(declarativePolicies.filter(({ type }) => !(type in PolicyType))).toEqual([]);
});
