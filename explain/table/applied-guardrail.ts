import type { Organization } from '../../config/resolve-organization';
import type { Text } from '../../policies/policy';

/** A guardrail that AWS applies by itself denies nothing, and a call that names none goes through it all the same. */
export function appliedGuardrail({ organizationGuardrail }: Organization): readonly Text[] {
  if (organizationGuardrail === undefined) return [];
  const regions = organizationGuardrail.guardrails.map(({ region }) => region);
  const target = organizationGuardrail.target;
  return [
    {
      en: `Not counted: AWS applies the guardrail of the organization to every model call of ${target} in ${regions.join(', ')}, whether a call names one or not (organizationGuardrail).`,
      ja: `${target} の ${regions.join('、')} では、指定の有無にかかわらず、AWS がすべてのモデル呼び出しに組織のガードレールを適用します（organizationGuardrail）。この表では考慮していません。`,
    },
  ];
}
