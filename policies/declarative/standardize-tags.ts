import type { DeclarativeDocument, DeclarativePolicy } from '../policy';

/**
 * Tags are spelled one way, and have one of the values they may have: reports show what deviates, nothing is stopped.
 *
 * A matter of choice, because only the organization knows its tags. Free.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html
 */
export const standardizeTags: DeclarativePolicy = {
  id: 'standardize-tags',
  type: 'TAG_POLICY',
  title: { en: 'Tags are spelled one way', ja: 'タグの表記を統一する' },
  why: {
    en: 'Costs and permissions that follow tags miss what is tagged CostCenter in one team and costcenter in the other.',
    ja: 'タグで集計や権限を管理していると、CostCenter と costcenter のような表記の違いが漏れの原因になる。',
  },
  applies: ({ standardTags = [] }) => standardTags.length > 0,
  content: ({ standardTags = [] }) => ({
    tags: Object.fromEntries(
      standardTags.map(({ key, values }): [string, DeclarativeDocument] => [
        key.toLowerCase(),
        {
          tag_key: { '@@assign': key },
          ...(values ? { tag_value: { '@@assign': values } } : {}),
        },
      ]),
    ),
  }),
};
