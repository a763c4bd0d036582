import type { Permission, Place } from './setting';

/**
 * Actions for which AWS defines no resource, so that `*` is the only resource it accepts; narrowed to one region instead.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function withoutResource(place: Place, actions: readonly string[]): Permission {
  return { actions, resources: ['*'], condition: { StringEquals: { 'aws:RequestedRegion': place.region } } };
}

/** Reads of AWS Organizations and IAM, which are global and define no resource: `*` is the only resource AWS accepts. */
export function globalWithoutResource(actions: readonly string[]): Permission {
  return { actions, resources: ['*'] };
}

/** Lets a service make the role it works with in the account of the place, and no other role. */
export function serviceLinkedRoles(place: Place, services: readonly string[]): Permission {
  return {
    actions: ['iam:CreateServiceLinkedRole'],
    resources: services.map(
      (service) => `arn:${place.partition}:iam::${place.accountId}:role/aws-service-role/${service}/*`,
    ),
    condition: { StringEquals: { 'iam:AWSServiceName': services } },
  };
}

/** The ARN of an account of the organization, as AWS Organizations names it. */
export function organizationAccountArn(place: Place, accountId: string): string {
  return `arn:${place.partition}:organizations::${place.managementAccountId}:account/${place.organizationId}/${accountId}`;
}
