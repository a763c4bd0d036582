import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { runSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { type Chain, compileChain } from '../evaluator/chain';
import type { ChainInput, NamedDocument, OrganizationLevel } from '../evaluator/chain-input';
import type { Request } from '../evaluator/request/request';
import type { Example } from '../policies/policy';
import { requestOf } from '../test/helpers/judge';
import { facts, shippedChain, shippedRequests } from './shipped-chain';

export interface DecisionResult {
  /** Requests both engines take. */
  readonly requests: number;
  /** Decisions a second of one thread. */
  readonly ours: number;
  /** The same where no resource is ever asked for twice, the making of its name included. */
  readonly oursNewResources: number;
  readonly simulated: number;
  /** Requests both engines judge the same. */
  readonly same: number;
  /** Megabytes the heap grew by over ten million decisions, half of them on new resources. */
  readonly heapGrowth: number;
}

const TEN_MILLION = 10_000_000;
const MILLION = 1_000_000;
const DECISIONS: Readonly<Record<string, string>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'explicitly-denied',
  ImplicitlyDenied: 'implicitly-denied',
};

/** Both engines on the shipped chain and the same requests, by CPU time: other work of the machine does not count. */
export async function benchDecisions(): Promise<DecisionResult> {
  const input = shippedChain();
  const examples: Example[] = [];
  const simulated: string[] = [];
  for (const example of shippedRequests()) {
    const decision = await simulate(input, example);
    // It takes no principal without account and no action or resource its data does not know.
    if (decision === undefined) continue;
    examples.push(example);
    simulated.push(decision);
  }
  const requests = examples.map((example) => requestOf(example, facts));
  const chain = compileChain(input);
  const same = requests.filter((request, index) => chain.decide(request) === simulated[index]).length;
  return {
    requests: requests.length,
    same,
    ours: best(() => rateOf(MILLION, () => decideAll(chain, requests, MILLION))),
    oursNewResources: best(() => rateOf(MILLION, () => decideNew(chain, requests, MILLION))),
    simulated: await rateOfSimulator(input, examples),
    heapGrowth: heapGrowth(chain, requests),
  };
}

function decideAll(chain: Chain, requests: readonly Request[], count: number): void {
  for (let index = 0, next = 0; index < count; index += 1) {
    chain.decide(requests[next] as Request);
    next = next + 1 === requests.length ? 0 : next + 1;
  }
}

function decideNew(chain: Chain, requests: readonly Request[], count: number): void {
  for (let index = 0; index < count; index += 1) {
    const request = requests[index % requests.length] as Request;
    chain.decide(request.resource === '*' ? request : { ...request, resource: `${request.resource}-${index}` });
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function rateOf(count: number, work: () => void): number {
  const started = cpuSeconds();
  work();
  return count / (cpuSeconds() - started);
}

/** The first rounds warm the compiler up. */
function best(round: () => number): number {
  return Math.max(...Array.from({ length: 5 }, round));
}

async function rateOfSimulator(input: ReturnType<typeof shippedChain>, examples: readonly Example[]): Promise<number> {
  let rate = 0;
  for (let round = 0; round < 3; round += 1) {
    const started = cpuSeconds();
    for (const example of examples) await simulate(input, example);
    rate = Math.max(rate, examples.length / (cpuSeconds() - started));
  }
  return rate;
}

function heapGrowth(chain: Chain, requests: readonly Request[]): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  decideNew(chain, requests, 100_000);
  const before = used();
  decideAll(chain, requests, TEN_MILLION / 2);
  decideNew(chain, requests, TEN_MILLION / 2);
  return used() - before;
}

const simulatedPolicy = ({ name, document }: NamedDocument) => ({ name, policy: document });

function simulationOf(input: ChainInput & { permissionsBoundary: NamedDocument }, example: Example): Simulation {
  const { principal, action, resource, context } = requestOf(example, facts);
  const levels = (
    levelsOf: readonly OrganizationLevel[] | undefined,
    key: 'serviceControlPolicies' | 'resourceControlPolicies',
  ) =>
    (levelsOf ?? []).map((level) => ({ orgIdentifier: level.name, policies: (level[key] ?? []).map(simulatedPolicy) }));
  const account = example.principal.split(':')[4] || facts.workloadAccountId;
  return {
    identityPolicies: (input.identityPolicies ?? []).map(simulatedPolicy),
    permissionBoundaryPolicies: [simulatedPolicy(input.permissionsBoundary)],
    serviceControlPolicies: levels(input.organization?.principalLevels, 'serviceControlPolicies'),
    resourceControlPolicies: levels(input.organization?.resourceLevels, 'resourceControlPolicies'),
    request: {
      principal: typeof principal === 'string' ? principal : (principal.arn ?? ''),
      action,
      resource: { resource, accountId: resource.split(':')[4] || account },
      contextVariables: {
        // Ours fills them in; the simulator has to be told.
        'aws:PrincipalArn': example.principal,
        'aws:PrincipalAccount': account,
        'aws:PrincipalOrgID': facts.organizationId,
        'aws:PrincipalIsAWSService': 'false',
        ...(context as Record<string, string | string[]>),
      },
    },
  };
}

/** What iam-simulate decides; undefined for a request it does not take. */
async function simulate(input: ReturnType<typeof shippedChain>, example: Example): Promise<string | undefined> {
  if (!example.principal.startsWith('arn:') || example.principal.includes(':oidc-provider/')) return undefined;
  const response = await runSimulation(simulationOf(input, example), {});
  return response.resultType === 'error' ? undefined : DECISIONS[response.overallResult];
}
