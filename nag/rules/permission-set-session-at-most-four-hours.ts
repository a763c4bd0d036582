import type { Rule } from '../rule';
import { known } from '../template-value';

/** Without a duration AWS uses one hour. */
const isoDuration = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/;

/** Nobody works longer than four hours on one sign-in. */
export const permissionSetSessionAtMostFourHours: Rule = {
  id: 'permission-set-session-at-most-four-hours',
  severity: 'medium',
  types: ['AWS::SSO::PermissionSet'],
  text: {
    what: {
      en: 'Sessions of the permission set last longer than four hours.',
      ja: '許可セットのセッションが 4 時間を超えます。',
    },
    why: {
      en: 'A stolen session works until it ends; nobody can call it back for a single person in time.',
      ja: '盗まれたセッションは終了するまで有効で、その人の分だけをすぐに取り消すことはできません。',
    },
    fix: {
      en: 'Set sessionDuration to PT4H or less.',
      ja: 'sessionDuration を PT4H 以下にしてください。',
    },
  },
  reference: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html',
  judge({ properties }) {
    const duration = known(properties, 'SessionDuration');
    if (duration === undefined) return 'compliant';
    const [, hours = '0', minutes = '0', seconds = '0'] = isoDuration.exec(String(duration)) ?? [];
    const inMinutes = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
    return isoDuration.test(String(duration)) && inMinutes <= 4 * 60 ? 'compliant' : 'non-compliant';
  },
};
