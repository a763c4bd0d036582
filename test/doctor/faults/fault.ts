import type { OrganizationInput } from '../../../config/organization-schema';
import type { State } from '../../../doctor/answer';
import type { AwsState } from '../sound-organization';

/** One thing that is wrong with an organization, and what the doctor must say of it. */
export interface Fault {
  readonly what: string;
  plant(aws: AwsState): void;
  readonly configuration?: Partial<OrganizationInput>;
  readonly question: string;
  /** @default blocker */
  readonly state?: State;
  readonly places?: readonly string[];
  readonly found: RegExp;
  /** It contradicts another fault, or hides one: it is not planted together with the others. @default false */
  readonly alone?: boolean;
}

/** A policy that denies. */
export const deny = (Action: string | string[], rest: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Planted', Effect: 'Deny', Action, Resource: '*', ...rest }],
});

/** Attaches a policy of somebody else. */
export function attach(aws: AwsState, name: string, type: string, content: object, target: string): void {
  aws.policies.push({ id: `p-${name}`, name, type, content, targets: [target] });
}

/** Control Tower runs the landing zone. */
export const withControlTower = (aws: AwsState) => {
  aws.trustedServices.push('controltower.amazonaws.com');
  aws.trails.push({
    name: 'aws-controltower-BaselineCloudTrail',
    region: 'ap-northeast-1',
    organization: true,
    bucket: 'aws-controltower-logs',
    management: true,
  });
};
