import type { StatementJson } from '../documents';
import { type ConditionPart, changeConditions, hasCondition, statementsOf } from './change-scenario';
import type { Scenario } from './scenario';

/** Something the simulator and we judge differently, with the AWS page that decides it. */
export interface KnownDifference {
  readonly id: string;
  readonly what: string;
  readonly source: string;
  /** Whether the scenario has it. */
  readonly concerns: (scenario: Scenario) => boolean;
  /**
   * The scenario as the simulator has to be told it to come to our decision. Absent where AWS does not say what holds, and
   * our answer is unknown.
   */
  readonly retell?: (scenario: Scenario) => Scenario;
}

const page = (name: string) => `https://docs.aws.amazon.com/IAM/latest/UserGuide/${name}`;

const everything: StatementJson = { Effect: 'Allow', Action: '*', Resource: '*' };
const nothing: StatementJson = {
  Effect: 'Allow',
  Action: 'iam:GetUser',
  Resource: 'arn:aws:iam::111122223333:user/nobody',
};

/** An ARN that ends in a wildcard before its sixth part, and the whole one it stands for. */
const SHORT_ARN = '"arn:aws:sqs:*"';
const LONG_ARN = '"arn:aws:sqs:*:*:*"';

const isRoot = ({ principal }: Scenario) => principal.endsWith(':root');
const hasSet = ({ operator }: ConditionPart) => operator.startsWith('For');
const isAnyValueIfExists = ({ operator }: ConditionPart) => /^ForAnyValue:.*IfExists$/.test(operator);

/** How many values the request has in a list for the key; undefined for a text or no value. */
function listed({ key }: ConditionPart, { context }: Scenario): number | undefined {
  const value = context[key];
  return typeof value === 'string' ? undefined : value?.length;
}

const needsSet = (part: ConditionPart) => !hasSet(part) && part.operator !== 'Null';
const usesUserName = (text: unknown) => JSON.stringify(text ?? '').includes(`\${aws:username}`);

export const knownDifferences: readonly KnownDifference[] = [
  {
    id: 'root-user-has-full-access',
    what: 'The simulator asks for an identity policy of the root user, which can have none.',
    source: page('reference_policies_evaluation-logic_policy-eval-denyallow.html'),
    concerns: isRoot,
    retell: (scenario) => ({ ...scenario, identity: [[everything]] }),
  },
  {
    id: 'root-user-assumes-no-role',
    what: 'The simulator lets the root user assume a role that trusts it.',
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
    concerns: (scenario) => isRoot(scenario) && scenario.action === 'sts:AssumeRole',
    retell: (scenario) => ({
      ...scenario,
      identity: [],
      resourcePolicy: scenario.resourcePolicy?.filter(({ Effect }) => Effect === 'Deny'),
    }),
  },
  {
    id: 'federated-user-without-session-policies',
    what: 'The simulator gives a federated user the permissions of the IAM user where no session policy was passed.',
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html',
    concerns: ({ principal, session }) => principal.includes(':federated-user/') && session === undefined,
    retell: (scenario) => ({ ...scenario, session: [nothing] }),
  },
  {
    id: 'any-value-if-exists',
    what: 'The simulator ignores IfExists after ForAnyValue; AWS says that it may follow any operator but Null.',
    source: page('reference_policies_elements_condition_operators.html#Conditions_IfExists'),
    concerns: (scenario) =>
      hasCondition(scenario, (part) => isAnyValueIfExists(part) && scenario.context[part.key] === undefined),
    retell: (scenario) =>
      changeConditions(scenario, (part) =>
        isAnyValueIfExists(part) && scenario.context[part.key] === undefined ? 'holds' : part,
      ),
  },
  {
    id: 'empty-text-is-no-value',
    what: 'The simulator compares an empty text under a set operator; AWS says that it is no value.',
    source: page('reference_policies_condition-single-vs-multi-valued-context-keys.html'),
    concerns: (scenario) => hasCondition(scenario, (part) => hasSet(part) && scenario.context[part.key] === ''),
    retell: (scenario) =>
      changeConditions(scenario, (part) => {
        if (!hasSet(part) || scenario.context[part.key] !== '') return part;
        return part.operator.startsWith('ForAllValues:') ? 'holds' : 'fails';
      }),
  },
  {
    id: 'wildcard-beyond-the-colon',
    what: 'In a resource control policy the simulator takes an ARN that ends early in a * for one that matches nothing.',
    source: page('reference_policies_elements_resource.html'),
    concerns: ({ rcps }) => JSON.stringify(rcps ?? []).includes(SHORT_ARN),
    retell: (scenario) => ({
      ...scenario,
      rcps: JSON.parse(JSON.stringify(scenario.rcps).replaceAll(SHORT_ARN, LONG_ARN)),
    }),
  },
  {
    id: 'one-value-in-a-list',
    what: 'The simulator lets a list of one value fail under an operator without set; it is one value.',
    source: page('reference_policies_condition-single-vs-multi-valued-context-keys.html'),
    concerns: (scenario) => hasCondition(scenario, (part) => needsSet(part) && listed(part, scenario) === 1),
    retell: (scenario) =>
      changeConditions(scenario, (part) =>
        needsSet(part) && listed(part, scenario) === 1 ? { ...part, operator: `ForAnyValue:${part.operator}` } : part,
      ),
  },
  {
    id: 'several-values-without-set-operator',
    what: 'Several values under an operator without set: AWS asks for a set operator and does not say what holds without.',
    source: page('reference_policies_condition-single-vs-multi-valued-context-keys.html'),
    concerns: (scenario) => hasCondition(scenario, (part) => needsSet(part) && (listed(part, scenario) ?? 0) > 1),
  },
  {
    id: 'session-of-a-role-not-known',
    what: 'A role is asked for, not a session of it; whether a policy that names a session means it cannot be known.',
    source: page('reference_policies_elements_principal.html#principal-role-session'),
    concerns: ({ principal, resourcePolicy }) =>
      principal.includes(':role/') && JSON.stringify(resourcePolicy ?? []).includes(':assumed-role/'),
  },
  {
    id: 'trust-policy-not-given',
    what: 'Every role has a trust policy; where it was not given, the simulator takes the identity policy for enough.',
    source: page('id_roles_terms-and-concepts.html'),
    concerns: ({ action, resourcePolicy }) => action === 'sts:AssumeRole' && resourcePolicy === undefined,
  },
  {
    id: 'not-principal-with-a-part-of-the-principal',
    what: 'The simulator takes the account, the role or the session in NotPrincipal for the whole principal; AWS wants all.',
    source: page('reference_policies_elements_notprincipal.html'),
    concerns: ({ resourcePolicy = [] }) => resourcePolicy.some((statement) => 'NotPrincipal' in statement),
  },
  {
    id: 'variable-without-value',
    what: 'Where a variable has no value, AWS says that the statement may become invalid; the simulator says that it is.',
    source: page('reference_policies_variables.html#policy-vars-no-value'),
    concerns: (scenario) =>
      scenario.context['aws:username'] === undefined &&
      (statementsOf(scenario).some(({ NotResource }) => usesUserName(NotResource)) ||
        hasCondition(scenario, ({ operator, values }) => operator.includes('Not') && usesUserName(values))),
  },
];
