import { type Chain, compileChain } from '../../evaluator/chain';
import type { Decision } from '../../evaluator/judge';
import type { Principal } from '../../evaluator/request/principal';
import type { Request } from '../../evaluator/request/request';
import type { ComposedPolicy } from '../../policies/composition';
import type { Example, PolicyFacts } from '../../policies/policy';

/** Judges examples by documents that are attached to the accounts of an organization. */
export interface Judge {
  decide(example: Example): Decision;
  /** The Sids of the statements that deny it. */
  denials(example: Example): readonly string[];
}

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const allowsAll = (name: string, more: object = {}) => ({
  name,
  document: { Version: '2012-10-17', Statement: { ...everything, ...more } },
});

/** Whoever asks, and whatever is asked for, has been granted everything: what denies is the documents. */
export function judgeFor(documents: readonly Pick<ComposedPolicy, 'kind' | 'document'>[], facts: PolicyFacts): Judge {
  const chain = chainOf(documents, facts);
  return {
    decide: (example) => chain.decide(requestOf(example, facts)),
    denials: (example) => {
      const { layers } = chain.explain(requestOf(example, facts));
      return layers.flatMap(({ concerns, denying }) => (concerns ? denying.map(({ sid }) => sid ?? '') : []));
    },
  };
}

function chainOf(documents: readonly Pick<ComposedPolicy, 'kind' | 'document'>[], facts: PolicyFacts): Chain {
  const ofKind = (kind: ComposedPolicy['kind']) =>
    documents
      // AWS takes no policy without statements: it is as good as not attached.
      .filter((one) => one.kind === kind && one.document.Statement.length > 0)
      .map(({ document }, index) => ({ name: `${kind} ${index}`, document }));
  const level = {
    name: 'unit',
    serviceControlPolicies: [allowsAll('FullAWSAccess'), ...ofKind('service-control-policy')],
    resourceControlPolicies: ofKind('resource-control-policy'),
  };
  return compileChain({
    organization: {
      id: facts.organizationId,
      managementAccountId: facts.managementAccountId,
      principalLevels: [level],
      resourceLevels: [level],
    },
    identityPolicies: [allowsAll('AdministratorAccess')],
    resourcePolicy: { ...allowsAll('open to everyone', { Principal: '*' }), kind: 'resource-policy' },
  });
}

/** The request AWS would see: over TLS, in the region of the resource. */
export function requestOf({ principal, action, resource, context }: Example, facts: PolicyFacts): Request {
  return {
    principal: principalOf(principal, context?.['aws:PrincipalOrgID']),
    action,
    resource,
    context: {
      'aws:SecureTransport': 'true',
      'aws:RequestedRegion': resource.split(':')[3] || facts.homeRegion,
      ...context,
    },
  };
}

function principalOf(principal: string, organizationId: string | readonly string[] | undefined): string | Principal {
  if (principal.includes(':oidc-provider/')) return { arn: principal, type: 'federated' };
  return typeof organizationId === 'string' ? { arn: principal, organizationId } : principal;
}
