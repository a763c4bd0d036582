import { z } from 'zod';
import { accountId, email, resourceName } from './scalars';

const tagText = z.string().min(1, 'is empty; nothing could be found by it. Write a text, or remove the tag').max(256);

export const account = z.strictObject({
  id: accountId,
  /** The root e-mail address of the account, as Organizations shows it. */
  email,
  /** The organizational unit the account belongs to. The management account stays in the root. */
  organizationalUnit: resourceName,
  /** Labels of this file, such as `{ env: 'dev' }`, for assignments by tag. They are not written to AWS. Default: none. */
  tags: z.record(tagText, tagText).optional(),
});
