import { z } from 'zod';
import { defaultRegions } from '../regions';

export const accountId = z
  .string('is not a string; an account id may start with 0. Quote it: "012345678901"')
  .regex(
    /^\d{12}$/,
    'is not an account id; AWS account ids have exactly 12 digits. Copy it from `aws organizations list-accounts`',
  );

export const email = z.email('is not an e-mail address; AWS and the alarms write to it. Give one that a person reads');

export const resourceName = z
  .string()
  .regex(
    /^(?=.{3,20}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is not a usable name; it becomes part of bucket, trail and role names. Use 3 to 20 lower-case letters, digits and single hyphens, starting with a letter',
  );

export const region = z.enum(
  defaultRegions,
  'is not a region that every account has; the trail and the security services would miss accounts that did not opt in. ' +
    `Use one of ${defaultRegions.join(', ')}`,
);
