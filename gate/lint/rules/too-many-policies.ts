import type { Text } from '../../../policies/policy';
import { kindName } from '../grammar';
import type { LintKind } from '../lint-kinds';
import type { FolderRule } from '../rule';

const text = {
  what: (count: number, kind: LintKind, slots: number): Text => ({
    en: `The folder holds ${count} policies of one kind (${kindName(kind).en}); its target has ${slots} slots.`,
    ja: `このフォルダーには${kindName(kind).ja}が ${count} 個ありますが、アタッチ先の空きは ${slots} 個です。`,
  }),
  why: {
    en: 'AWS Organizations refuses to attach the rest, and what they deny stays open.',
    ja: '残りは AWS Organizations にアタッチを拒否され、それらが拒否するはずの操作は許されたままになります。',
  },
  fix: {
    en: 'Merge policies, or attach some to another level; a parent’s policies do not take slots of its children.',
    ja: 'ポリシーを統合するか、一部を別の階層にアタッチしてください。親のポリシーは子の枠を使いません。',
  },
};

/** How many slots are free is the user's to say: FullAWSAccess and AWS Control Tower take some of them. */
export const tooManyPolicies: FolderRule = {
  id: 'too-many-policies',
  title: {
    en: 'The policies of a folder fit the slots of their target',
    ja: 'フォルダー内のポリシーがアタッチ先の枠に収まっている',
  },
  severity: 'error',
  reference: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
  judge({ kind, count, slots }) {
    if (count <= slots) return undefined;
    return { what: text.what(count, kind, slots), why: text.why, fix: text.fix };
  },
};
