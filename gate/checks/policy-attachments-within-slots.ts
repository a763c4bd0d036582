import type { AssembledResource } from '../assembly';
import type { Check, CheckResult } from './check';

/**
 * Policies that AWS Organizations attaches to one root, unit or account. One slot of each kind is taken by the policy that AWS puts
 * there and that nobody should remove: `FullAWSAccess`, `RCPFullAWSAccess`.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
const slots: Readonly<Record<string, { readonly slots: number; readonly takenByAws: number }>> = {
  SERVICE_CONTROL_POLICY: { slots: 10, takenByAws: 1 },
  RESOURCE_CONTROL_POLICY: { slots: 5, takenByAws: 1 },
};

/** No root, unit or account has more policies attached than AWS Organizations allows. */
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
  run({ assembly }) {
    const attached = new Map<string, { type: string; target: string; policies: string[]; stack: string }>();
    const unknown: CheckResult[] = [];
    for (const { id, resources } of assembly.stacks) {
      for (const [logicalId, resource] of Object.entries(resources)) {
        const type = String(resource.Properties?.Type);
        if (resource.Type !== 'AWS::Organizations::Policy' || !(type in slots)) continue;
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
      const { slots: all = 0, takenByAws = 0 } = slots[type] ?? {};
      const used = policies.length + takenByAws;
      if (used <= all) return { state: 'pass', stack };
      return {
        state: 'fail',
        stack,
        message: {
          en: `${target} has ${used} of ${all} policies of type ${type}, the one of AWS included: ${policies.join(', ')}`,
          ja: `${target} の ${type} は AWS のものを含めて ${used} 個で、上限は ${all} 個です: ${policies.join('、')}`,
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
