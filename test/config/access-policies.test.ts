import { accessPolicies } from '../../config/access-policies';
import { organizationPolicies } from '../../policies/catalogue';

test('the configuration knows the access policies there are', () => {
  expect(accessPolicies).toEqual(organizationPolicies.map(({ id }) => id).sort());
});
