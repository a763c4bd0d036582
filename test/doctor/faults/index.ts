import type { Fault } from './fault';
import { organizationFaults } from './organization-faults';
import { policyFaults } from './policy-faults';
import { serviceFaults } from './service-faults';

/** Every fault the doctor has to find. */
export const faults: readonly Fault[] = [...organizationFaults, ...policyFaults, ...serviceFaults];
