import { Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Statement } from '../policies/policy';
import { accountServicePrincipal } from './account-service-principal';

export interface BedrockCallerRoleProps {
  readonly roleName: string;
  /** IAM path of its policy; the role has a name of its own; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  /** Name of the permissions boundary, which exists in the account already. */
  readonly permissionsBoundary: string;
  /** What the role may do: the statements of policies/bedrock-caller-role.ts. */
  readonly statements: readonly Statement[];
}

/**
 * The role that calls Amazon Bedrock. Lambda of this account may use it, nobody else; what it may do is bounded by the account's
 * permissions boundary.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
 */
export class BedrockCallerRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BedrockCallerRoleProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      roleName: props.roleName,
      description: 'Calls one approved model of Amazon Bedrock through one guardrail',
      assumedBy: accountServicePrincipal('lambda.amazonaws.com', Stack.of(this).account),
      permissionsBoundary: ManagedPolicy.fromManagedPolicyName(this, 'Boundary', props.permissionsBoundary),
    });
    new ManagedPolicy(this, 'Policy', {
      path: props.iamPath,
      description: 'Calls one approved model of Amazon Bedrock through one guardrail',
      roles: [this.role],
      statements: props.statements.map((statement) => PolicyStatement.fromJson(statement)),
    });
  }
}
