import { z } from 'zod';

export const standardTag = z.strictObject({
  /** The key in the one spelling that counts. */
  key: z
    .string()
    .regex(
      /^(?!aws:)[A-Za-z0-9 _.:/=+@-]{1,128}$/,
      'is not a tag key; it has up to 128 letters, digits and _ . : / = + - @, and does not start with aws:. Correct it',
    ),
  /** The values it may have. Default: any. */
  values: z.array(z.string().max(256)).min(1, 'is empty; name a value, or remove `values` to allow any').optional(),
});
