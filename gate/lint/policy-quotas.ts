import { policyQuotas as quotasByKind } from '../../policies/quotas';
import type { LintKind } from './lint-kinds';

/**
 * What AWS Organizations takes, by kind of policy. Only its own policies: what IAM and the services store is counted differently by
 * each of them.
 */
export const policyQuotas: Readonly<Partial<Record<LintKind, (typeof quotasByKind)['service-control-policy']>>> = {
  scp: quotasByKind['service-control-policy'],
  rcp: quotasByKind['resource-control-policy'],
};
