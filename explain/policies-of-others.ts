import type { Organization } from '../config/resolve-organization';
import type { Text } from '../policies/policy';

/** Says that others attach policies, whose texts are not here and which may deny more; nothing where there are none. */
export function policiesOfOthers({ rollout }: Organization): readonly Text[] {
  const { serviceControlPolicies: scps, resourceControlPolicies: rcps } = rollout.slotsHeld;
  if (scps + rcps === 0) return [];
  return [
    {
      en: `Not judged: up to ${scps} service control and ${rcps} resource control policies that others attach to a target (rollout.slotsHeld). They may deny more.`,
      ja: `ほかの仕組みがアタッチするポリシー（rollout.slotsHeld: SCP 最大 ${scps} 件、RCP 最大 ${rcps} 件）は判定に含みません。さらに拒否される可能性があります。`,
    },
  ];
}
