import { policyFactsOf } from '../../config/policy-facts';
import type { Account, Organization } from '../../config/resolve-organization';
import { type Chain, compileChain } from '../../evaluator/chain';
import type { ChainInput } from '../../evaluator/chain-input';
import type { Decision } from '../../evaluator/judge';
import type { Principal } from '../../evaluator/request/principal';
import { organizationPolicies } from '../../policies/catalogue';
import type { RolledOutPolicy } from '../../policies/rollout';
import { assumedContext } from '../assumed-context';
import { levelsAbove } from '../attached-policies';
import { hiddenKeys } from '../hidden-keys';
import { lookedAtKeys } from '../looked-at-keys';
import { allowEverything, letEverybodyIn } from '../open-document';
import { PolicyOrigins } from '../policy-origins';
import { type ResourcePlace, resourcePlace } from '../resource-place';
import type { QuestionRequest } from './security-question';

interface CompiledLimits {
  readonly chain: Chain;
  readonly keys: readonly string[];
}

/**
 * The organization's policies alone: whoever asks has been given everything, and every resource lets everybody in. Accounts of one
 * unit have the same limits, so they share a chain.
 */
export class Limits {
  readonly #organization: Organization;
  readonly #documents: readonly RolledOutPolicy[];
  readonly #origins: PolicyOrigins;
  readonly #compiled = new Map<string, CompiledLimits>();

  constructor(organization: Organization, documents: readonly RolledOutPolicy[]) {
    this.#organization = organization;
    this.#documents = documents;
    this.#origins = new PolicyOrigins(organizationPolicies, policyFactsOf(organization));
  }

  /** @param roleArn who asks in the place of the administrator */
  decide(request: QuestionRequest, account: Account, roleArn?: string): Decision {
    const { chain, asked } = this.#ask(request, account, roleArn);
    return chain.decide(asked);
  }

  /** The ids of the policies that deny a request of the administrator. */
  denyingPolicies(request: QuestionRequest, account: Account): readonly string[] {
    const { chain, asked } = this.#ask(request, account);
    const denying = chain.explain(asked).layers.flatMap((layer) => (layer.concerns ? layer.denying : []));
    return denying.flatMap((place) => this.#origins.of(place).policy?.id ?? []);
  }

  #ask(request: QuestionRequest, account: Account, roleArn = this.#administrator(account)) {
    const { action, resource } = request;
    const place = resourcePlace(resource, account, this.#organization);
    const { chain, keys } = this.#limitsOf(account, place);
    const given = request.context ?? {};
    const assumed = assumedContext(action, resource, given, this.#organization);
    const context = { ...Object.fromEntries(assumed.map(({ key, value }) => [key, value])), ...given };
    const principal = this.#principal(request.who ?? 'administrator', account, roleArn);
    const hidden = hiddenKeys(keys, context, place);
    return { chain, asked: { principal, action, resource, resourceAccountId: place.accountId, context, hidden } };
  }

  #administrator({ id }: Account): string {
    return `arn:${this.#organization.partition}:iam::${id}:role/administrator`;
  }

  #principal(who: NonNullable<QuestionRequest['who']>, { id }: Account, roleArn: string): string | Principal {
    const { partition } = this.#organization;
    if (who === 'administrator') return roleArn;
    if (who === 'root') return `arn:${partition}:iam::${id}:root`;
    // An account id that AWS uses in examples; the organization is what counts.
    return { arn: `arn:${partition}:iam::999988887777:role/stranger`, organizationId: 'o-anotherorg' };
  }

  #limitsOf(account: Account, place: ResourcePlace): CompiledLimits {
    const placeOf = (one: Account | undefined) =>
      one === undefined ? 'elsewhere' : (one.organizationalUnit ?? 'root');
    const id = `${placeOf(account)} ${placeOf(place.account)}`;
    const known = this.#compiled.get(id);
    if (known !== undefined) return known;
    const levels = (one: Account) => levelsAbove(one, this.#organization, this.#documents);
    const input: ChainInput = {
      organization: {
        id: this.#organization.organizationId,
        managementAccountId: this.#organization.accounts.management.id,
        principalLevels: levels(account),
        resourceLevels: place.account === undefined ? [] : levels(place.account),
      },
      identityPolicies: [allowEverything('everything')],
      resourcePolicy: { ...letEverybodyIn('everybody'), kind: 'resource-policy' },
    };
    const compiled = { chain: compileChain(input), keys: lookedAtKeys(input, '').anywhere };
    this.#compiled.set(id, compiled);
    return compiled;
  }
}
