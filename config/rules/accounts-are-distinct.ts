import type { Mistake } from '../mistakes';
import { accountsWithPaths, type ConfigurationRule } from './rule';

const whyDifferent: Record<string, string> = {
  'accounts.audit':
    'the management account cannot administer Security Hub centrally, and nobody should hold both keys. Give the id of a separate account',
  'accounts.logArchive': 'logs are trusted because no other account can touch them. Give the id of a separate account',
};

/** No two accounts share an id, a name or a root e-mail address; AWS allows each e-mail address once. */
export const accountsAreDistinct: ConfigurationRule = (organization) => {
  const accounts = accountsWithPaths(organization);
  const mistakes: Mistake[] = [];
  for (const [index, { path, name, account }] of accounts.entries()) {
    const earlier = accounts.slice(0, index);
    const sameId = earlier.find((other) => account?.id !== undefined && other.account?.id === account.id);
    if (sameId) {
      const advice =
        whyDifferent[path] ?? 'every account of the baseline has a duty of its own. Give the id of a separate account';
      mistakes.push({ path: `${path}.id`, what: `is the id of ${sameId.path} too`, got: account?.id, advice });
    }
    const sameName = earlier.find((other) => name !== undefined && other.name === name);
    if (sameName) {
      const advice = 'stack ids start with the name, and two stacks cannot share an id. Choose another name';
      mistakes.push({ path: `${path}.name`, what: `is the name of ${sameName.path} too`, got: name, advice });
    }
    const sameEmail = earlier.find((other) => account?.email !== undefined && other.account?.email === account.email);
    if (sameEmail) {
      const advice = 'AWS accepts a root e-mail address once. Give the one `aws organizations list-accounts` shows';
      mistakes.push({
        path: `${path}.email`,
        what: `is the address of ${sameEmail.path} too`,
        got: account?.email,
        advice,
      });
    }
  }
  return mistakes;
};
