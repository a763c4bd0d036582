import fc, { type Arbitrary } from 'fast-check';
import { ACCOUNT, ORGANIZATION, OTHER_ACCOUNT, type StatementJson } from '../documents';
import { generatedCondition, generatedContext } from './generated-conditions';
import type { Scenario } from './scenario';

const role = `arn:aws:iam::${ACCOUNT}:role/application`;
const session = `arn:aws:sts::${ACCOUNT}:assumed-role/application/session`;
const user = `arn:aws:iam::${ACCOUNT}:user/carlos`;
const federated = `arn:aws:sts::${ACCOUNT}:federated-user/carlos`;
const root = `arn:aws:iam::${ACCOUNT}:root`;
const service = 'lambda.amazonaws.com';
export const ANONYMOUS = 'anonymous';

/** What is asked for, with the patterns policies use for it. */
const targets = [
  {
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: ['arn:aws:s3:::bucket/report.csv', 'arn:aws:s3:::bucket/carlos/x'],
    patterns: [
      'arn:aws:s3:::bucket/*',
      'arn:aws:s3:::*/report.csv',
      `arn:aws:s3:::bucket/\${aws:username}/*`,
      'arn:aws:s3:::bucket/r?port*',
      'arn:aws:s3:::b*',
    ],
  },
  {
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
    resources: ['arn:aws:sqs:eu-west-1:ACCOUNT:orders'],
    patterns: [
      'arn:aws:sqs:*:*:orders',
      'arn:aws:sqs:eu-west-1:ACCOUNT:*',
      'arn:aws:sqs:us-*:*:orders',
      'arn:aws:sqs:*',
    ],
  },
  {
    actions: ['kms:Decrypt'],
    resources: ['arn:aws:kms:eu-west-1:ACCOUNT:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
    patterns: ['arn:aws:kms:*:ACCOUNT:key/*', 'arn:aws:kms:eu-west-1:*:key/1234*'],
  },
  {
    actions: ['sts:AssumeRole'],
    resources: ['arn:aws:iam::ACCOUNT:role/target'],
    patterns: ['arn:aws:iam::*:role/target', 'arn:aws:iam::ACCOUNT:role/*'],
  },
  {
    actions: ['bedrock:InvokeModel'],
    resources: [
      'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-2-lite-v1:0',
      'arn:aws:bedrock:eu-west-1:ACCOUNT:inference-profile/eu.amazon.nova-2-lite-v1:0',
    ],
    patterns: [
      'arn:aws:bedrock:*::foundation-model/*',
      'arn:aws:bedrock:eu-west-1::foundation-model/amazon.*',
      'arn:aws:bedrock:*:ACCOUNT:inference-profile/*',
    ],
  },
] as const;

const oftenUndefined = <Value>(value: Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

interface Target {
  readonly action: string;
  readonly resource: string;
  readonly patterns: readonly string[];
  readonly resourceAccountId: string;
}

const target: Arbitrary<Target> = fc
  .tuple(fc.constantFrom(...targets), fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT), fc.nat(), fc.nat())
  .map(([{ actions, resources, patterns }, account, one, other]) => ({
    action: actions[one % actions.length] as string,
    resource: (resources[other % resources.length] as string).replace('ACCOUNT', account),
    patterns: patterns.map((pattern) => pattern.replace('ACCOUNT', account)),
    resourceAccountId: account,
  }));

type Shape = 'identity' | 'scp' | 'rcp' | 'resource' | 'trust';

function statement(shape: Shape, { action, resource, patterns }: Target): Arbitrary<StatementJson> {
  const [prefix = ''] = action.split(':');
  const actions = [
    action,
    action,
    `${prefix}:*`,
    action.toUpperCase().replace(/^[A-Z0-9]+/, prefix),
    `${action.slice(0, -2)}*`,
    `${action.slice(0, -1)}?`,
  ];
  const others = prefix === 'sts' ? ['sts:TagSession'] : ['sqs:DeleteMessage', 'iam:*', 's3:*'];
  const some = shape === 'resource' || shape === 'trust' || shape === 'rcp' ? actions : [...actions, '*'];
  const list = fc.oneof(
    fc.constantFrom(...some),
    fc.uniqueArray(fc.constantFrom(...actions, ...(shape === 'resource' ? [] : others)), {
      minLength: 1,
      maxLength: 2,
    }),
  );
  const actionElement = fc.oneof(
    { weight: 5, arbitrary: list.map((Action) => ({ Action })) },
    ...(shape === 'rcp'
      ? []
      : [{ weight: 1, arbitrary: fc.constantFrom(...others, action).map((NotAction) => ({ NotAction })) }]),
  );
  const resources = fc.constantFrom('*', '*', resource, ...patterns);
  const resourceElement: Arbitrary<object> =
    shape === 'trust'
      ? fc.constant({})
      : fc.oneof(
          { weight: 5, arbitrary: resources.map((Resource) => ({ Resource })) },
          { weight: 1, arbitrary: fc.constantFrom(resource, ...patterns).map((NotResource) => ({ NotResource })) },
        );
  const effect = shape === 'rcp' ? fc.constant('Deny') : fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny');
  return fc
    .tuple(effect, actionElement, resourceElement, principalElement(shape), oftenUndefined(generatedCondition))
    .map(([Effect, ...elements]) => {
      const [actionPart, resourcePart, principal, Condition] = elements;
      const principalPart = Effect === 'Allow' && 'NotPrincipal' in principal ? { Principal: '*' } : principal;
      return { Effect, ...actionPart, ...resourcePart, ...principalPart, ...(Condition ? { Condition } : {}) };
    });
}

function principalElement(shape: Shape): Arbitrary<object> {
  if (shape === 'rcp') return fc.constant({ Principal: '*' });
  if (shape !== 'resource' && shape !== 'trust') return fc.constant({});
  const aws = fc.uniqueArray(
    fc.constantFrom(role, session, user, federated, root, ACCOUNT, `arn:aws:iam::${OTHER_ACCOUNT}:root`),
    { minLength: 1, maxLength: 2 },
  );
  return fc.oneof(
    { weight: 4, arbitrary: aws.map((AWS) => ({ Principal: { AWS } })) },
    { weight: 1, arbitrary: fc.constant({ Principal: '*' }) },
    { weight: 1, arbitrary: fc.constant({ Principal: { Service: service } }) },
    ...(shape === 'trust' ? [] : [{ weight: 1, arbitrary: aws.map((AWS) => ({ NotPrincipal: { AWS } })) }]),
  );
}

const statements = (shape: Shape, what: Target) => fc.array(statement(shape, what), { minLength: 1, maxLength: 3 });

const everything: StatementJson = { Effect: 'Allow', Action: '*', Resource: '*' };

/** Levels of an organization; most have FullAWSAccess attached. */
function scpLevels(what: Target): Arbitrary<readonly (readonly (readonly StatementJson[])[])[]> {
  const level = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.array(statements('scp', what), { maxLength: 1 }));
  return fc.array(
    level.map(([dice, policies]) => (dice === 0 ? policies : [[everything], ...policies])),
    { minLength: 1, maxLength: 3 },
  );
}

/** Requests and policies that often nearly decide otherwise. */
export const scenarios: Arbitrary<Scenario> = target
  .chain((what) =>
    fc.record({
      principal: fc.constantFrom(user, user, role, session, session, federated, root, service, ANONYMOUS),
      action: fc
        .constantFrom(what.action, what.action.toLowerCase())
        .map((action) => (action === what.action ? action : what.action)),
      resource: fc.constant(what.resource),
      resourceAccountId: fc.constant(what.resourceAccountId),
      context: generatedContext,
      identity: fc.array(statements('identity', what), { maxLength: 2 }),
      boundary: oftenUndefined(statements('identity', what)),
      session: fc.option(statements('identity', what), { nil: undefined, freq: 1 }),
      scps: oftenUndefined(scpLevels(what)),
      rcps: oftenUndefined(
        fc.array(fc.array(statements('rcp', what), { maxLength: 1 }), { minLength: 1, maxLength: 2 }),
      ),
      resourcePolicy: oftenUndefined(statements(what.action.startsWith('sts:') ? 'trust' : 'resource', what)),
      endpoint: fc.option(
        fc.array(
          statement('identity', what).map((some): StatementJson => ({ ...some, Principal: '*' })),
          { minLength: 1, maxLength: 2 },
        ),
        { nil: undefined, freq: 1 },
      ),
    }),
  )
  .map(withPrincipalKeys);

/** The keys of the principal are given to both engines, because only ours fills them in. */
function withPrincipalKeys(scenario: Scenario): Scenario {
  const { principal, context } = scenario;
  const hasNoAccount = principal === service || principal === ANONYMOUS;
  const keys = {
    ...(principal === ANONYMOUS ? {} : { 'aws:PrincipalIsAWSService': String(principal === service) }),
    ...(hasNoAccount
      ? {}
      : { 'aws:PrincipalAccount': ACCOUNT, 'aws:userid': 'AIDAEXAMPLE', ...organizationKeys(scenario) }),
    ...(hasNoAccount ? {} : { 'aws:PrincipalArn': principal === session ? role : principal }),
    ...(principal === user ? { 'aws:username': 'carlos' } : {}),
  };
  const { 'aws:PrincipalOrgID': _id, 'aws:PrincipalOrgPaths': _paths, ...others } = context;
  return { ...scenario, ...policiesOf(scenario), context: { ...others, ...keys } };
}

/** Whom service control policies limit belongs to the organization; other principals belong to one or to none. */
function organizationKeys({ scps, context }: Scenario): Readonly<Record<string, string | readonly string[]>> {
  const id = scps ? ORGANIZATION : context['aws:PrincipalOrgID'];
  return id === undefined
    ? {}
    : { 'aws:PrincipalOrgID': id, 'aws:PrincipalOrgPaths': context['aws:PrincipalOrgPaths'] ?? [`${id}/r-1/ou-2/`] };
}

/** Policies are attached only where AWS lets them be; a key always has a policy. */
function policiesOf(scenario: Scenario): Partial<Scenario> {
  const { principal, action, session: passed, resourcePolicy } = scenario;
  const isSession = principal === session || principal === federated;
  const hasNoAccount = principal === service || principal === ANONYMOUS;
  return {
    ...(hasNoAccount ? { scps: undefined } : {}),
    ...(hasNoAccount || principal === root ? { identity: [], boundary: undefined } : {}),
    session: isSession ? passed : undefined,
    resourcePolicy: resourcePolicy ?? (action.startsWith('kms:') ? [keyPolicy] : undefined),
  };
}

/** The default policy of a key: identity policies decide. */
const keyPolicy: StatementJson = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' };
