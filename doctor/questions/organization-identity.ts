import type { Text } from '../../policies/policy';
import type { Answer } from '../answer';
import type { Question } from '../question';
import { isNamed } from '../unanswered';

/** The ids of the configuration become part of ARNs in policies; a wrong one denies or allows the wrong organization. */
export const organizationIdentity: Question = {
  id: 'organization-identity',
  title: { en: 'Organization', ja: '組織' },
  about: 'organization',

  async ask({ organization, reads }) {
    try {
      const { Id, MasterAccountId } = await reads.organization();
      const root = await reads.root();
      const mistakes = [
        ...difference('organizationId', organization.organizationId, Id),
        ...difference('rootId', organization.rootId, root?.Id),
        ...difference('accounts.management.id', organization.accounts.management.id, MasterAccountId),
      ];
      return mistakes.length > 0 ? mistakes : [{ state: 'ok', found: same(`${Id}, ${root?.Id}`) }];
    } catch (error) {
      if (!isNamed(error, 'AWSOrganizationsNotInUseException')) throw error;
      return [noOrganization];
    }
  },
};

const same = (text: string): Text => ({ en: text, ja: text });

function difference(field: string, configured: string, found: string | undefined): Answer[] {
  if (found === configured) return [];
  return [
    {
      state: 'blocker',
      found: {
        en: `${field} is ${configured} in the configuration and ${found ?? 'nothing'} in AWS.`,
        ja: `${field} は設定では ${configured}、AWS では ${found ?? 'なし'} です。`,
      },
      advice: {
        en: `Correct ${field} in the configuration, or use credentials of the organization it names.`,
        ja: `設定の ${field} を直すか、設定にある組織の認証情報を使ってください。`,
      },
    },
  ];
}

const noOrganization: Answer = {
  state: 'blocker',
  found: {
    en: 'The account of the credentials is in no organization.',
    ja: '認証情報のアカウントはどの組織にも属していません。',
  },
  advice: {
    en: 'Create the organization with all features in AWS Organizations, then copy its ids into the configuration.',
    ja: 'AWS Organizations ですべての機能を有効にした組織を作り、その ID を設定に写してください。',
  },
};
