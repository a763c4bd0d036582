import { z } from 'zod';
import { type ProfileName, profiles } from '../config/profiles';
import { isDay } from './waiver-life';

const text = (what: string) => z.string(what).trim().min(1, what);

const day = z
  .string('is not a day. Write it as YYYY-MM-DD')
  .refine(isDay, 'is not a day of the calendar. Write it as YYYY-MM-DD');

const glob = z
  .string()
  .min(1, 'is empty; it would accept nothing. Remove it or name a construct')
  .refine(
    (value) => value.split('/').every((name) => name === '**' || !name.includes('**')),
    'has `**` inside a name; `**` stands for whole names. Put it between slashes',
  )
  .refine(
    (value) => value === '' || /[^*/]/.test(value),
    'matches everything; a waiver accepts what somebody looked at. Name at least part of a stack or construct',
  );

const suppression = z.strictObject({
  /** Id of the control of Security Hub CSPM. */
  control: z
    .string()
    .regex(
      /^[A-Z][A-Za-z0-9]*\.[1-9]\d*$/,
      'is not a control id of Security Hub. Use the id of the control, such as S3.9',
    ),
  /** The accounts in which it is accepted, by their names in the configuration. */
  accounts: z
    .array(z.string())
    .min(1, 'is empty; it would be accepted nowhere. Name the accounts')
    .max(20, 'has more than 20 accounts, which is what an automation rule takes. Split the entry'),
  /** What the ARNs of the resources start with. Absent: every resource of those accounts. */
  resources: z
    .array(z.string().regex(/^arn:/, 'is not the beginning of an ARN. Start it with arn:'))
    .min(1, 'is empty; leave it out to accept the control for every resource, or name one')
    .max(20, 'has more than 20 resources, which is what an automation rule takes. Split the entry')
    .optional(),
});

/**
 * One accepted finding, or several of one kind. The message of each field follows `what; why. what to do`; the loader adds place,
 * path and value.
 */
export const waiverSchema = z.strictObject({
  /** Never used again for something else. */
  id: z.string().regex(/^W-\d{4}$/, 'is not a waiver id. Use W- and four digits, the next one that was never used'),
  /** Namespaced id of the finding, as the gate prints it; `{any}` for a part that varies. See gate/waiver-pattern.ts. */
  rule: z
    .string()
    .regex(
      /^[^:[\]{}*]+::[^{}*[]+(\[.+\])?$/s,
      'is not a namespaced rule id; a bare one could hide a finding. Copy the id the gate prints, such as AwsSolutions::AwsSolutions-S1',
    ),
  /** Glob of stack ids. */
  stack: glob.optional(),
  /** Glob of construct paths. */
  path: glob.optional(),
  /** The profiles of the organization for which it is meant; with another it is not looked at. Absent: every profile. */
  profiles: z
    .array(
      z.enum(
        Object.keys(profiles) as [ProfileName],
        `is not a profile. Use one of ${Object.keys(profiles).join(', ')}`,
      ),
    )
    .min(1, 'is empty; it would be meant for nobody. Remove it or name a profile')
    .optional(),
  /** Why it is right to accept it. */
  reason: z.strictObject({
    en: text('is empty; nobody could tell why the finding is accepted. Give the reason in one sentence'),
    ja: text('is empty; Japanese readers could not tell why the finding is accepted. Give the reason in one sentence'),
  }),
  /** What it would mean to be wrong; decides how long the waiver may live. */
  risk: z.enum(['low', 'medium', 'high', 'critical'], 'is not a risk. Use one of low, medium, high, critical'),
  /** The team that answers for it. */
  owner: text('is empty; somebody has to answer for it. Name a team'),
  ticket: z.string().min(1).optional(),
  created: day,
  /** The first day on which the finding counts again. */
  expires: day,
  /** The same decision in Security Hub: `ishizue security-hub suppressions` makes it. Absent: the finding is one of the code only. */
  securityHub: z
    .array(suppression)
    .min(1, 'is empty; it would suppress nothing. Remove it or name a control')
    .optional(),
  /** The number of findings it was written for; more of them need a new look. */
  maxMatches: z.int('is not a whole number').positive('is not a number above zero').optional(),
  /** Under some choices of the configuration there is no such finding, and that is no news. Default: false. */
  optional: z.boolean('is neither true nor false. Write one of them').optional(),
});

export const waiversSchema = z.array(waiverSchema, 'is not a list of waivers. Start each with `- id: W-0001`');

export type WaiverEntry = z.output<typeof waiverSchema>;
