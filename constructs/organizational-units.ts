import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnOrganizationalUnit } from 'aws-cdk-lib/aws-organizations';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { pascalCase } from './logical-name';

export interface OrganizationalUnitsProps {
  readonly rootId: string;
  /** Units below the root. With an id the unit exists and is adopted: nothing is created for it. */
  readonly units: readonly { readonly name: string; readonly id?: string }[];
  /** Name of the parameter that tells other stacks of this account the id of a unit. */
  readonly parameterName: (unit: string) => string;
}

/**
 * The organizational units below the root, created one after the other or adopted by id, and the parameters that name their ids.
 * A unit is retained when the stack is deleted: its accounts would lose their policies. A first deployment that fails takes its empty
 * units with it: left behind, their names would be taken the next time.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-organizationalunit.html
 */
export class OrganizationalUnits extends Construct {
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, props: OrganizationalUnitsProps) {
    super(scope, id);
    let previous: CfnOrganizationalUnit | undefined;
    for (const unit of props.units) {
      let unitId = unit.id;
      if (unitId === undefined) {
        const created = new CfnOrganizationalUnit(this, pascalCase(unit.name), {
          name: unit.name,
          parentId: props.rootId,
        });
        created.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        if (previous) created.node.addDependency(previous);
        previous = created;
        unitId = created.ref;
      }
      this.ids.set(unit.name, unitId);
      new StringParameter(this, `${pascalCase(unit.name)}Id`, {
        parameterName: props.parameterName(unit.name),
        stringValue: unitId,
        description: `Id of the organizational unit ${unit.name}`,
      });
    }
  }

  /** The id of a unit: a literal for an adopted one, a reference for a created one. */
  idOf(unit: string): string {
    const id = this.ids.get(unit);
    if (id === undefined)
      throw new Error(`no organizational unit ${unit}; the units are ${[...this.ids.keys()].join(', ')}`);
    return id;
  }
}
