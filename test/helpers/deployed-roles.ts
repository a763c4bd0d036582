import type { Organization } from '../../config/resolve-organization';
import { type Chain, compileChain } from '../../evaluator/chain';
import type { PolicyDocument, Statement } from '../../policies/policy';
import type { DeployedResource } from './deployed-templates';

export interface RoleChain {
  readonly arn: string;
  readonly chain: Chain;
  /** Every statement of the role itself. */
  readonly statements: readonly Statement[];
}

const allowsAll = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
const fullAccess = { name: 'FullAWSAccess', document: allowsAll };

/**
 * Everything AWS would ask about a request of a role of the first workload: the organization's policies as the templates attach them,
 * the role's boundary and statements, and, where one is named, the policy of the endpoint the request passes.
 *
 * @param through the last word of the name of an endpoint
 * @param attached what somebody has attached to the role besides
 */
export function roleChain(
  resources: readonly DeployedResource[],
  organization: Organization,
  roleName: string,
  through?: string,
  attached: readonly Statement[] = [],
): RoleChain {
  const [workload] = organization.accounts.workloads;
  if (!workload) throw new Error('the organization has a workload');
  const role = resources.find(({ Type, Properties }) => Type === 'AWS::IAM::Role' && Properties.RoleName === roleName);
  if (!role) throw new Error(`no template makes the role ${roleName}`);
  const statements = resources
    .filter(({ stack, Type }) => stack === role.stack && Type === 'AWS::IAM::ManagedPolicy')
    .filter(({ Properties }) => ((Properties.Roles ?? []) as string[]).includes(`Ref of ${role.id}`))
    .flatMap(({ Properties }) => (Properties.PolicyDocument as PolicyDocument).Statement);
  const boundaryName = String(role.Properties.PermissionsBoundary ?? '')
    .split('/')
    .at(-1);
  const boundary = resources.find(
    ({ stack, Properties }) => stack === `${workload.name}-account` && Properties.ManagedPolicyName === boundaryName,
  );
  if (!boundary) throw new Error(`the role ${roleName} has no boundary that a template makes`);
  const levels = levelsOf(resources, organization, workload.organizationalUnit ?? '');
  const endpoint = through && endpointPolicyOf(resources, through);
  return {
    arn: `arn:aws:iam::${workload.id}:role${role.Properties.Path ?? '/'}${roleName}`,
    statements,
    chain: compileChain({
      organization: {
        id: organization.organizationId,
        managementAccountId: organization.accounts.management.id,
        principalLevels: levels,
        resourceLevels: levels,
      },
      identityPolicies: [
        { name: roleName, document: { Version: '2012-10-17', Statement: [...statements, ...attached] } },
      ],
      permissionsBoundary: { name: boundaryName as string, document: boundary.Properties.PolicyDocument },
      ...(endpoint && { vpcEndpointPolicy: { name: `endpoint of ${through}`, document: endpoint } }),
    }),
  };
}

/** The policy of the endpoint of a service in the workload's account. */
export function endpointPolicyOf(resources: readonly DeployedResource[], service: string): PolicyDocument {
  const found = resources.filter(
    ({ Type, Properties }) =>
      Type === 'AWS::EC2::VPCEndpoint' && String(Properties.ServiceName).split('.').at(-1) === service,
  );
  if (found.length !== 1) throw new Error(`${found.length} templates make an endpoint of ${service}`);
  return found[0]?.Properties.PolicyDocument as PolicyDocument;
}

/** The policies at the root and at the unit, as the stack of the management account attaches them. */
function levelsOf(resources: readonly DeployedResource[], organization: Organization, unit: string) {
  const attachedTo = (target: string, type: string) =>
    resources
      .filter(({ Type, Properties }) => Type === 'AWS::Organizations::Policy' && Properties.Type === type)
      .filter(({ Properties }) => ((Properties.TargetIds ?? []) as string[]).some((id) => id === target))
      .map(({ id, Properties }) => ({ name: id, document: Properties.Content }));
  const level = (name: string, target: string) => ({
    name,
    serviceControlPolicies: [fullAccess, ...attachedTo(target, 'SERVICE_CONTROL_POLICY')],
    resourceControlPolicies: attachedTo(target, 'RESOURCE_CONTROL_POLICY'),
  });
  const unitParameter = `/${organization.name}/organizational-units/${unit}`;
  const parameter = resources.find(
    ({ Type, Properties }) => Type === 'AWS::SSM::Parameter' && Properties.Name === unitParameter,
  );
  const levels = [level('root', organization.rootId), level(unit, String(parameter?.Properties.Value))];
  if (!levels.some(({ serviceControlPolicies }) => serviceControlPolicies.length > 1))
    throw new Error(`no policy is attached to the root or to ${unit}`);
  return levels;
}
