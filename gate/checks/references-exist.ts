import type { AssembledTemplate } from '../assembly';
import type { Check, CheckResult } from './check';

/** Every `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::If` and `DependsOn` names something that is in its template. */
export const referencesExist: Check = {
  id: 'references-exist',
  severity: 'critical',
  assurance: 'proved',
  promise: { en: 'Every reference has a target', ja: 'すべての参照に参照先がある' },
  why: {
    en: 'CloudFormation refuses the whole template, at deployment, in the account where it was meant to help.',
    ja: 'CloudFormation は、役立つはずだったアカウントへのデプロイ時に、テンプレート全体を拒否します。',
  },
  fix: {
    en: 'Correct the name, or add the resource or parameter it refers to.',
    ja: '名前を直すか、参照先のリソースまたはパラメーターを追加してください。',
  },
  run({ assembly }) {
    const exported = new Set(assembly.stacks.flatMap(({ template }) => exportsOf(template)));
    return assembly.stacks.flatMap(({ id, template, resources }): CheckResult[] => {
      const targets = new Set([...Object.keys(resources), ...Object.keys(section(template, 'Parameters'))]);
      const conditions = new Set(Object.keys(section(template, 'Conditions')));
      const isKnown = ({ kind, target }: Reference): boolean => {
        if (kind === 'Condition') return conditions.has(target);
        if (kind === 'Fn::ImportValue') return exported.has(target);
        return target.startsWith('AWS::') || targets.has(target);
      };
      const missing = [
        ...Object.entries(resources).map(([logicalId, resource]) => ({ logicalId, value: resource as unknown })),
        { logicalId: undefined, value: template.Outputs },
      ].flatMap(({ logicalId, value }) =>
        distinct(referencesIn(value))
          .filter((reference) => !isKnown(reference))
          .map((reference) => missingReference(id, logicalId, reference)),
      );
      return missing.length > 0 ? missing : [{ state: 'pass', stack: id }];
    });
  },
};

interface Reference {
  readonly kind: string;
  readonly target: string;
}

function missingReference(stack: string, logicalId: string | undefined, { kind, target }: Reference): CheckResult {
  const from = logicalId ?? 'Outputs';
  return {
    state: 'fail',
    stack,
    logicalId,
    message: {
      en: `${from} in ${stack} refers to ${target} by ${kind}, and there is no such thing`,
      ja: `${stack} の ${from} が ${kind} で ${target} を参照していますが、存在しません`,
    },
  };
}

function* referencesIn(value: unknown): Generator<Reference> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const member of value) yield* referencesIn(member);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    yield* referencesOf(key, member);
    yield* referencesIn(member);
  }
}

function* referencesOf(key: string, value: unknown): Generator<Reference> {
  const named = (kind: string, target: unknown): Reference[] => (typeof target === 'string' ? [{ kind, target }] : []);
  switch (key) {
    case 'Ref':
      return yield* named(key, value);
    case 'Fn::GetAtt':
      return yield* named(key, Array.isArray(value) ? value[0] : String(value).split('.')[0]);
    case 'DependsOn':
      for (const target of Array.isArray(value) ? value : [value]) yield* named(key, target);
      return;
    case 'Fn::ImportValue':
      return yield* named(key, value);
    case 'Fn::If':
      return yield* named('Condition', Array.isArray(value) ? value[0] : undefined);
    case 'Fn::Sub': {
      const [text, variables] = Array.isArray(value) ? value : [value, {}];
      for (const [, name = ''] of String(text).matchAll(/\$\{([^!}][^}]*)\}/g)) {
        if (!(name in Object(variables))) yield { kind: key, target: name.split('.')[0] ?? name };
      }
    }
  }
}

function distinct(references: Iterable<Reference>): Reference[] {
  return [
    ...new Map([...references].map((reference) => [`${reference.kind} ${reference.target}`, reference])).values(),
  ];
}

function section(template: AssembledTemplate, name: string): object {
  const value = template[name];
  return typeof value === 'object' && value !== null ? value : {};
}

function exportsOf(template: AssembledTemplate): string[] {
  return Object.values(section(template, 'Outputs')).flatMap((output: { Export?: { Name?: unknown } }) =>
    typeof output.Export?.Name === 'string' ? [output.Export.Name] : [],
  );
}
