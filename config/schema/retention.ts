import { z } from 'zod';
import { logRetentionDays, retentionClasses } from '../retention-classes';

export const retention = z.strictObject({
  /** The class that says how long, and why. Longer costs more storage and keeps personal data longer. */
  class: z.enum(
    Object.keys(retentionClasses) as [keyof typeof retentionClasses],
    `is not a retention class; the class carries the reason. Use one of ${Object.keys(retentionClasses).join(', ')}`,
  ),
  /** Days, when the class's own number is not enough. One of the values CloudWatch Logs accepts. Default: the class's. */
  days: z
    .union(
      logRetentionDays.map((days) => z.literal(days)),
      `is not a retention period CloudWatch Logs accepts. Use one of ${logRetentionDays.join(', ')}`,
    )
    .optional(),
});
