import type { Mistake } from '../mistakes';
import type { ConfigurationRule } from './rule';

/** A tag has one spelling: no key is listed twice, upper and lower case aside. */
export const standardTagsAreDistinct: ConfigurationRule = ({ standardTags = [] }) => {
  const keys = standardTags.map((tag) => tag?.key?.toLowerCase());
  return [...keys.entries()].flatMap(([index, key]): Mistake[] => {
    const first = keys.indexOf(key);
    if (key === undefined || first === index) return [];
    return [
      {
        path: `standardTags.${index}.key`,
        what: `is the key of standardTags.${first} too`,
        got: standardTags[index]?.key,
        advice: 'a tag policy fixes one spelling of a key. Remove one',
      },
    ];
  });
};
