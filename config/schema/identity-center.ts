import { z } from 'zod';
import { permissionSetNames } from '../permission-set-accounts';
import { region, resourceName } from './scalars';

const assignmentTarget = z.union(
  [
    z.string(),
    z.strictObject({ organizationalUnit: z.string() }),
    z.strictObject({ tag: z.string(), value: z.string() }),
  ],
  "is not an assignment target; an assignment needs accounts. Write an account name, { organizationalUnit: 'name' } or { tag: 'name', value: 'value' }",
);

export const identityCenter = z.strictObject({
  /** From `aws sso-admin list-instances`. The organization instance cannot be created by CloudFormation. */
  instanceArn: z
    .string()
    .regex(
      /^arn:aws(-[a-z]+)*:sso:::instance\/(sso)?ins-[a-zA-Z0-9-.]{16}$/,
      'is not an Identity Center instance ARN. Copy it from `aws sso-admin list-instances`',
    ),
  /** From the same answer, d- and ten characters. */
  identityStoreId: z
    .string()
    .regex(/^d-[0-9a-f]{10}$/, 'is not an identity store id. Copy it from `aws sso-admin list-instances`'),
  /** The primary region of Identity Center. Default: the home region. */
  region: region.optional(),
  /** Groups to create. Groups of an external identity provider are named under `existingGroups`. */
  groups: z.array(z.strictObject({ name: resourceName, description: z.string().min(1).max(256) })).default([]),
  /** Groups that the identity provider owns: name to group id. They are referenced, never created. */
  existingGroups: z.record(z.string(), z.uuid('is not a group id; Identity Store ids are UUIDs')).default({}),
  /**
   * Who may do what where. `accounts` are the names `management`, `log-archive`, `audit` and the workloads' names, an organizational unit
   * as `{ organizationalUnit: 'workloads' }`, or a tag as `{ tag: 'env', value: 'dev' }`. config/permission-set-accounts.ts says where a
   * permission set may go.
   */
  assignments: z
    .array(
      z.strictObject({
        group: z.string(),
        permissionSet: z.enum(
          permissionSetNames,
          `is not a permission set; permission sets are the files of policies/permission-sets/. Use one of ${permissionSetNames.join(', ')}`,
        ),
        accounts: z.array(assignmentTarget).min(1, 'is empty; an assignment needs an account. Name one'),
      }),
    )
    .default([]),
  /**
   * Attributes of people that policies may ask for as `aws:PrincipalTag/<name>`: name to source in the identity store, such as
   * `{ department: '${path:enterprise.department}' }`. Once there are any, they go into every session. Default: none, access by attribute
   * stays off. Identity Center has one such list: remove one that was made in the console first.
   */
  accessControlAttributes: z
    .record(
      z
        .string()
        .regex(
          /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u,
          'is not a tag key; sessions carry the attribute as a tag. Use letters, digits and _.:/=+-@',
        ),
      z
        .string()
        .regex(
          /^\$\{(path|dir):[^{}]+\}$/,
          `is not a source of an attribute; Identity Center reads it from the identity store. Write it as \${path:enterprise.department}`,
        ),
    )
    .default({}),
});
