import { Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { OrganizationPolicies } from '../constructs/organization-policies';
import { accessPolicyTypes } from '../policies/policy-types';
import type { PolicyReach, RolledOutPolicy } from '../policies/rollout';
import type { BaselineProps } from './baseline-props';

export interface ManagementAccessPoliciesStackProps extends BaselineProps {
  /** The documents, and what each is attached to. */
  readonly documents: readonly RolledOutPolicy[];
}

/**
 * What nobody may do, merged into few documents and attached by rollout stage: to canary units, to every unit, to the root. The last
 * stack of all: from here on a mistake locks people out of member accounts. The management account is never affected, and is
 * where it is undone.
 */
export class ManagementAccessPoliciesStack extends Stack {
  constructor(scope: Construct, id: string, props: ManagementAccessPoliciesStackProps) {
    super(scope, id, props);
    const { rootId, organizationalUnits } = props.organization;
    const idsOf = (units: typeof organizationalUnits) =>
      units.map(
        (unit) =>
          unit.id ?? StringParameter.valueForStringParameter(this, props.names.organizationalUnitParameter(unit.name)),
      );
    const targets: Readonly<Record<PolicyReach, () => readonly string[]>> = {
      root: () => [rootId],
      'every-unit': () => idsOf(organizationalUnits),
      'canary-units': () => idsOf(organizationalUnits.filter(({ canary }) => canary)),
      'suspended-units': () => idsOf(organizationalUnits.filter(({ suspended }) => suspended)),
    };
    new OrganizationPolicies(this, 'Policies', {
      policies: props.documents.map((document) => ({
        id: document.name,
        type: accessPolicyTypes[document.kind],
        description: describe(document),
        content: document.document,
        targetIds: targets[document.reach](),
      })),
    });
  }
}

/** What is inside, as far as it fits the 512 characters of a description. */
function describe({ policies }: RolledOutPolicy): string {
  const text = policies.join(', ');
  return text.length <= 512 ? text : `${text.slice(0, 509)}...`;
}
