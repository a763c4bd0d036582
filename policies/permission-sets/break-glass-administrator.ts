import type { PermissionSet } from '../permission-set';

/** Everything, for an hour, when nothing else can repair an account. Has no condition that could be the thing that is broken. */
export const breakGlassAdministrator: PermissionSet = {
  name: 'break-glass-administrator',
  title: {
    en: 'Repairs what nothing else can, for one hour',
    ja: '他の手段では復旧できない障害に、1 時間だけ対処する',
  },
  why: {
    en: 'A wrong policy can lock out every other role. Two people hold this one, and every use of it alarms.',
    ja: '誤ったポリシーはほかのすべてのロールを締め出しうる。この権限は 2 名だけが持ち、使用のたびにアラームが上がる。',
  },
  sessionDuration: 'PT1H',
  managedPolicies: ['AdministratorAccess'],
  statements: () => [],
};
