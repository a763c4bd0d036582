import { type BedrockCallerFacts, bedrockCallerStatements } from './bedrock-caller-role';
import type { PolicyDocument, Statement } from './policy';

/** The services a private network has an endpoint for, besides Amazon Bedrock, by the last word of the endpoint's name. */
export type EndpointService = 'dynamodb' | 'kms' | 'lambda' | 'logs' | 'secretsmanager' | 'sqs' | 'sts';

/** What the endpoint policies of a network depend on. */
export interface EndpointPolicyFacts {
  readonly partition: string;
  readonly organizationId: string;
  /** The account of the network: its principals pass, and its resources are reached, no others. */
  readonly accountId: string;
  readonly region: string;
  /** The one log group that functions write to themselves; Lambda writes the others outside of the network. */
  readonly auditLogGroup: string;
  /** The one function that functions call. */
  readonly posterFunction: string;
  /** Begins the names of the secrets that may be read. */
  readonly secrets: string;
}

/**
 * Whatever passes is of this account and organization. `*` because a policy that names the account would let its root user pass and no
 * role.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
function ofThisAccount({ accountId, organizationId }: Pick<EndpointPolicyFacts, 'accountId' | 'organizationId'>) {
  return {
    Principal: '*' as const,
    Condition: { StringEquals: { 'aws:PrincipalAccount': accountId, 'aws:PrincipalOrgID': organizationId } },
  };
}

/**
 * What passes the endpoint of a service: the calls the functions of the baseline make, by principals of the account, for resources of the
 * account. Stolen keys of another account cannot carry anything out, whatever they may do there.
 *
 * All of them have endpoint policies:
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/vpc-endpoints-dynamodb.html
 */
export function endpointPolicy(service: EndpointService, facts: EndpointPolicyFacts): PolicyDocument {
  const { action, resource } = passing(service, facts);
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'OnlyThisAccount', Effect: 'Allow', Action: action, Resource: resource, ...ofThisAccount(facts) },
    ],
  };
}

function passing(
  service: EndpointService,
  { partition, accountId, region, auditLogGroup, posterFunction, secrets }: EndpointPolicyFacts,
): { readonly action: string | readonly string[]; readonly resource: string | readonly string[] } {
  const inAccount = (resource: string) => `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
  switch (service) {
    case 'dynamodb':
      return {
        action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        // The name of the table comes from CloudFormation.
        resource: inAccount('table/*'),
      };
    case 'kms':
      // Any key of the account: the key policies decide.
      return { action: ['kms:Decrypt', 'kms:GenerateDataKey'], resource: inAccount('key/*') };
    case 'lambda': {
      const name = inAccount(`function:${posterFunction}`);
      // Lambda wants both forms: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html
      return { action: 'lambda:InvokeFunction', resource: [name, `${name}:*`] };
    }
    case 'logs':
      return {
        action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        // The streams of one log group.
        resource: inAccount(`log-group:${auditLogGroup}:*`),
      };
    case 'secretsmanager':
      // Secrets Manager adds six characters to each name.
      return { action: 'secretsmanager:GetSecretValue', resource: inAccount(`secret:${secrets}*`) };
    case 'sqs':
      return {
        action: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:SendMessage'],
        // The names of queues come from CloudFormation.
        resource: inAccount('*'),
      };
    case 'sts':
      // Who am I. Nobody takes another role from in there. The action has no resource.
      return { action: 'sts:GetCallerIdentity', resource: '*' };
  }
}

/**
 * What passes the endpoint of Amazon Bedrock: the approved calls of the caller roles, through the guardrail, and nothing else, whatever a
 * role of this or another account may do.
 *
 * https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html
 */
export function bedrockEndpointPolicy(caller: BedrockCallerFacts, organizationId: string): PolicyDocument {
  const { Principal, Condition } = ofThisAccount({ accountId: caller.accountId, organizationId });
  const statements = bedrockCallerStatements(caller)
    // Amazon Bedrock decrypts the guardrail by itself; the call does not pass here.
    .filter(({ Action }) => Action !== 'kms:Decrypt');
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement): Statement => {
      // A denial is for everybody.
      if (statement.Effect === 'Deny') return { ...statement, Principal };
      const equals = { ...statement.Condition?.StringEquals, ...Condition.StringEquals };
      return { ...statement, Principal, Condition: { ...statement.Condition, StringEquals: equals } };
    }),
  };
}
