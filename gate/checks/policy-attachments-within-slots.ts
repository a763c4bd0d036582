import { policyQuotas } from '../../policies/quotas';
import type { AssembledResource } from '../assembly';
import type { Check, CheckResult } from './check';

/** The policy that AWS attaches everywhere, and that nobody should remove. */
const takenByAws = 1;

/** The kinds whose slots are few, by AWS's name of their type. */
const kinds: Readonly<Record<string, keyof typeof policyQuotas>> = {
  SERVICE_CONTROL_POLICY: 'service-control-policy',
  RESOURCE_CONTROL_POLICY: 'resource-control-policy',
};

/**
 * No root, unit or account has more policies attached than AWS Organizations allows: those of every stack, the one of AWS, and those
 * that others hold according to the configuration.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const policyAttachmentsWithinSlots: Check = {
  id: 'policy-attachments-within-slots',
  severity: 'high',
  assurance: 'asserted',
  promise: {
    en: 'No root, unit or account has more policies than AWS Organizations attaches',
    ja: 'どのルート、OU、アカウントのポリシー数も AWS Organizations の上限に収まる',
  },
  why: {
    en: 'The policy over the limit is not attached, and what it forbids stays allowed.',
    ja: '上限を超えたポリシーはアタッチされず、禁止したはずの操作が許可されたままになります。',
  },
  fix: {
    en: 'Merge policies, or attach some of them one level higher or lower.',
    ja: 'ポリシーを統合するか、一部を一段上または下にアタッチしてください。',
  },
  run({ assembly, organization }) {
    const attached = new Map<string, { type: string; target: string; policies: string[]; stack: string }>();
    const unknown: CheckResult[] = [];
    for (const { id, resources } of assembly.stacks) {
      for (const [logicalId, resource] of Object.entries(resources)) {
        const type = String(resource.Properties?.Type);
        if (resource.Type !== 'AWS::Organizations::Policy' || !Object.hasOwn(kinds, type)) continue;
        const targets = targetsOf(resource);
        if (!targets) unknown.push(unknownTargets(id, logicalId));
        for (const target of targets ?? []) {
          const key = `${type} ${target}`;
          const entry = attached.get(key) ?? { type, target, policies: [], stack: id };
          entry.policies.push(logicalId);
          attached.set(key, entry);
        }
      }
    }
    const judged = [...attached.values()].map(({ type, target, policies, stack }): CheckResult => {
      const kind = kinds[type] ?? 'service-control-policy';
      const { serviceControlPolicies, resourceControlPolicies } = organization.rollout.slotsHeld;
      const held = kind === 'service-control-policy' ? serviceControlPolicies : resourceControlPolicies;
      const all = policyQuotas[kind].attachments;
      const used = policies.length + takenByAws + held;
      if (used <= all) return { state: 'pass', stack };
      return {
        state: 'fail',
        stack,
        message: {
          en: `${target} has ${used} of ${all} policies of type ${type}, the one of AWS and ${held} of others included: ${policies.join(', ')}`,
          ja: `${target} の ${type} は AWS の 1 個と他者の ${held} 個を含めて ${used} 個で、上限は ${all} 個です: ${policies.join('、')}`,
        },
      };
    });
    return [...judged, ...unknown];
  },
};

/** A reference stands for one target; a list that CloudFormation computes could hold any number. */
function targetsOf({ Properties }: AssembledResource): string[] | undefined {
  const targets = Properties?.TargetIds ?? [];
  return Array.isArray(targets)
    ? targets.map((target) => (typeof target === 'string' ? target : JSON.stringify(target)))
    : undefined;
}

function unknownTargets(stack: string, logicalId: string): CheckResult {
  return {
    state: 'unknown',
    stack,
    logicalId,
    message: {
      en: `The targets of ${logicalId} in ${stack} are computed at deployment, so their slots cannot be counted`,
      ja: `${stack} の ${logicalId} のアタッチ先はデプロイ時に決まるため、数えられません`,
    },
  };
}
