import { z } from 'zod';

export const manualEvidence = z.strictObject({
  /** Who looked. */
  checkedBy: z.string().trim().min(1, 'is empty; somebody has to answer for it. Name a person or a team'),
  /** The day they looked. After a year somebody has to look again. */
  checkedOn: z.iso.date('is not a day of the calendar. Write it as YYYY-MM-DD'),
  /** Where the proof is. */
  link: z.url('is not a link; a claim without proof is no evidence. Give the address of the ticket or the screenshot'),
});
