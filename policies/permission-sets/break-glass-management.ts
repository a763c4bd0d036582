import type { PermissionSet } from '../permission-set';
import { breakGlassAdministrator } from './break-glass-administrator';

/** The break-glass of the management account. No policy of the organization limits it there, so it is kept apart from the others. */
export const breakGlassManagement: PermissionSet = {
  ...breakGlassAdministrator,
  name: 'break-glass-management',
  title: {
    en: 'Repairs the management account, for one hour',
    ja: '管理アカウントの障害に、1 時間だけ対処する',
  },
  why: {
    en: 'Whoever is an administrator here can change the whole organization. People who repair member accounts do not arrive here with it.',
    ja: '管理アカウントの管理者は組織全体を変更できる。メンバーアカウントを復旧する権限で、ここに入れてはならない。',
  },
};
