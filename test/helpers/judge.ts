import type { ComposedPolicy } from '../../policies/composition';
import type { Example, PolicyFacts, Statement } from '../../policies/policy';
import { matcherOf } from './statement-matcher';

/** Judges a request by documents that are attached, and names the statements that deny it. */
export type Judge = (request: Example) => readonly string[];

/**
 * A judge for the accounts of an organization. Service control policies bind the principals of member accounts, resource control
 * policies whoever uses a resource in one.
 */
export function judgeFor(documents: readonly Pick<ComposedPolicy, 'kind' | 'document'>[], facts: PolicyFacts): Judge {
  const statementsOf = (kind: ComposedPolicy['kind']) =>
    documents
      .filter((document) => document.kind === kind)
      .flatMap(({ document }) => document.Statement)
      .map((statement: Statement) => ({ sid: statement.Sid, matches: matcherOf(statement) }));
  const forPrincipals = statementsOf('service-control-policy');
  const forResources = statementsOf('resource-control-policy');
  return (request) => {
    const asked = { action: request.action, resource: request.resource, context: contextOf(request, facts) };
    const bound = isOfMember(request, facts) ? [...forPrincipals, ...forResources] : forResources;
    return bound.filter(({ matches }) => matches(asked)).map(({ sid }) => sid);
  };
}

/** What AWS adds to every request: who asks, over which transport, in which region. */
function contextOf({ principal, resource, context }: Example, facts: PolicyFacts) {
  return {
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': resource.split(':')[3] || facts.homeRegion,
    'aws:PrincipalIsAWSService': principal === 'anonymous' ? undefined : String(principal.endsWith('.amazonaws.com')),
    ...(isIdentity(principal)
      ? {
          'aws:PrincipalArn': principal,
          'aws:PrincipalAccount': principal.split(':')[4],
          'aws:PrincipalOrgID': facts.organizationId,
        }
      : {}),
    ...context,
  };
}

function isIdentity(principal: string): boolean {
  return principal.startsWith('arn:') && !principal.includes(':oidc-provider/');
}

/** Whether the principal belongs to an account of the organization other than the management account. */
function isOfMember(
  { principal, context = {} }: Example,
  { organizationId, managementAccountId }: PolicyFacts,
): boolean {
  const organization = context['aws:PrincipalOrgID'] ?? organizationId;
  return isIdentity(principal) && organization === organizationId && principal.split(':')[4] !== managementAccountId;
}
