import { CfnPolicy } from 'aws-cdk-lib/aws-organizations';
import { Construct } from 'constructs';
import { pascalCase } from './logical-name';

export interface OrganizationPolicyToAttach {
  /** Name in AWS, and the source of the logical id; a policy that is renamed is replaced. */
  readonly id: string;
  /** One of AWS's policy types, such as `SERVICE_CONTROL_POLICY`. */
  readonly type: string;
  readonly description: string;
  /** As an object, not as text: only then can CloudFormation detect drift. */
  readonly content: object;
  /** Ids of the root, organizational units or accounts it is attached to. */
  readonly targetIds: readonly string[];
}

export interface OrganizationPoliciesProps {
  readonly policies: readonly OrganizationPolicyToAttach[];
}

/**
 * Creates policies of AWS Organizations and attaches them, one after the other: the API allows two calls a second, and more than
 * nine parallel creations fail with a false "already exists".
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html
 * https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2245
 */
export class OrganizationPolicies extends Construct {
  constructor(scope: Construct, id: string, props: OrganizationPoliciesProps) {
    super(scope, id);
    let previous: CfnPolicy | undefined;
    for (const policy of props.policies) {
      const resource = new CfnPolicy(this, pascalCase(policy.id), {
        name: policy.id,
        type: policy.type,
        description: policy.description,
        content: policy.content,
        targetIds: [...policy.targetIds],
      });
      if (previous) resource.node.addDependency(previous);
      previous = resource;
    }
  }
}
