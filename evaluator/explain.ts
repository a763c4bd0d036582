import { planAction } from './action-plan';
import type { Answer, LackedKey, LayerAnswer } from './answer';
import type { Asked } from './asked';
import type { BoundStatement, StatementPlace } from './bound-statement';
import { lacksResourcePolicy } from './grant';
import type { Decision } from './judge';
import type { Layer, Layers } from './layers';
import { appliesToCaller, speaksOfCaller } from './naming';
import type { PolicyKind } from './policy-kind';
import type { KeySlots } from './request/slot-value';

/** Tells how a decision came about. Slower than deciding: it looks at every statement for the action. */
export function explainDecision(
  decision: Decision,
  action: string,
  layers: Layers,
  asked: Asked,
  keys: KeySlots,
): Answer {
  const lacksPolicy = lacksResourcePolicy(planAction(layers, action), asked);
  const told = inOrder(layers).map((layer) => tell(layer, action, asked));
  const concerned = told.filter(({ answer }) => answer.concerns);
  const undecided = concerned.flatMap((layer) => layer.undecided);
  return {
    decision,
    decidedBy: decidedBy(decision, concerned),
    notAllowedBy:
      decision === 'implicitly-denied'
        ? concerned
            .filter(({ allowsSomething }) => !allowsSomething)
            .map(({ answer: { kind, level } }) => ({ kind, level }))
        : [],
    lacked:
      decision === 'unknown'
        ? [
            ...(lacksPolicy ? [NO_RESOURCE_POLICY] : []),
            ...undecided.flatMap((statement) => lackedBy(statement, asked, keys)),
          ]
        : [],
    layers: told.map(({ answer }) => answer),
  };
}

const NO_RESOURCE_POLICY: LackedKey = {
  key: 'resource-policy',
  why: 'policy-of-the-resource-not-given',
  statement: undefined,
};

interface Told {
  readonly answer: LayerAnswer;
  readonly allowsSomething: boolean;
  readonly denying: readonly BoundStatement[];
  readonly allowing: readonly BoundStatement[];
  readonly undecided: readonly BoundStatement[];
}

function inOrder(layers: Layers): readonly Layer[] {
  const { serviceControl, resourceControl, endpoint, resource, identity, boundary, session } = layers;
  const single = [endpoint, resource, identity, boundary, session];
  return [...serviceControl, ...resourceControl, ...single.filter((layer) => layer !== undefined)];
}

function tell(layer: Layer, action: string, asked: Asked): Told {
  const covering = layer.statements.filter((statement) => statement.covers(action));
  const truths = covering.map((statement) => ({ statement, truth: appliesToCaller(statement, asked) }));
  const applied = truths.filter(({ truth }) => truth === true).map(({ statement }) => statement);
  const undecided = truths.filter(({ truth }) => truth === undefined).map(({ statement }) => statement);
  const allowing = applied.filter(({ denies }) => !denies);
  const denying = applied.filter(({ denies }) => denies);
  return {
    answer: {
      kind: layer.kind,
      level: layer.level,
      concerns: concerns(layer.kind, asked),
      denying: denying.map(({ place }) => place),
      allowing: allowing.map(({ place }) => place),
      undecided: undecided.map(({ place }) => place),
    },
    // Resource control policies of one's own only deny.
    allowsSomething: layer.kind === 'resource-control-policy' || allowing.length > 0,
    denying,
    allowing,
    undecided,
  };
}

function concerns(kind: PolicyKind, { caller, resourceControlled }: Asked): boolean {
  if (kind === 'service-control-policy') return caller.underServiceControl !== false;
  if (kind === 'resource-control-policy') return resourceControlled && caller.underResourceControl !== false;
  if (kind === 'session-policy') return caller.hasIdentityPolicies && caller.principal.type !== 'user';
  if (kind === 'identity-policy' || kind === 'permissions-boundary') return caller.hasIdentityPolicies;
  return true;
}

const GRANTING: readonly PolicyKind[] = ['resource-policy', 'kms-key-policy', 'role-trust-policy', 'identity-policy'];

function decidedBy(decision: Decision, told: readonly Told[]): StatementPlace | undefined {
  const first = (statements: readonly BoundStatement[]) => statements[0]?.place;
  if (decision === 'explicitly-denied') return first(told.flatMap(({ denying }) => denying));
  if (decision === 'unknown') return first(told.flatMap(({ undecided }) => undecided));
  if (decision === 'implicitly-denied') return undefined;
  return first(told.flatMap(({ answer, allowing }) => (GRANTING.includes(answer.kind) ? allowing : [])));
}

function lackedBy(statement: BoundStatement, asked: Asked, keys: KeySlots): readonly LackedKey[] {
  const { place } = statement;
  const lacked = statement
    .lacks(asked.resource, asked.values)
    .map(({ slot, why }): LackedKey => ({ key: keys.keyOf(slot), why, statement: place }));
  if (speaksOfCaller(statement, asked) !== undefined) return lacked;
  return [...lacked, { key: 'principal', why: 'principal-not-known-exactly', statement: place }];
}
