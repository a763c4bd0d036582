import { z } from 'zod';

export const alternateContact = z.strictObject({
  /** A person, or better a team that is on duty. */
  name: z
    .string()
    .min(1, 'is empty; AWS asks for somebody. Name a person or a team')
    .max(64, 'has more than 64 characters. Shorten it'),
  /** What they are, such as `Security team`. */
  title: z
    .string()
    .min(1, 'is empty; AWS asks for it. Say what they do')
    .max(50, 'has more than 50 characters. Shorten it'),
  /** A mailbox that several people read. */
  email: z
    .email('is not an e-mail address; AWS writes to it when an account is abused. Give one that a team reads')
    .max(254, 'has more than 254 characters, the most AWS takes. Give a shorter one'),
  /** Digits, spaces and `+-()`, as AWS takes them. */
  phone: z
    .string()
    .regex(
      /^(?=.*\d)[\s0-9()+-]{1,25}$/,
      'is not a phone number; AWS takes digits, spaces and +-(), at most 25. Write it like "+81 3-1234-5678"',
    ),
});
