import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

/** A policy that is rolled out to canary units has a canary unit to go to, and no unit is both canary and suspended. */
export const rolloutHasCanaryUnits: ConfigurationRule = ({ rollout, organizationalUnits = [] }) => {
  const mistakes: Mistake[] = [];
  const stages = [
    { path: 'rollout.stage', stage: rollout?.stage },
    ...Object.entries(rollout?.policies ?? {}).map(([id, stage]) => ({ path: `rollout.policies.${id}`, stage })),
  ];
  if (!organizationalUnits.some((unit) => unit?.canary)) {
    for (const { path } of stages.filter(({ stage }) => stage === 'canary')) {
      const advice = 'the policy would be attached nowhere. Mark a unit of organizationalUnits with `canary: true`';
      mistakes.push({ path, what: 'has no canary unit', got: 'canary', advice });
    }
  }
  for (const [index, unit] of organizationalUnits.entries()) {
    if (unit?.canary && unit.suspended) {
      const advice = 'what works in a suspended unit says nothing about the others. Remove one of the two';
      mistakes.push({
        path: `organizationalUnits.${index}.canary`,
        what: 'is a suspended unit too',
        got: true,
        advice,
      });
    }
  }
  return mistakes;
};
