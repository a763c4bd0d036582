import type { Answer } from '../answer';
import type { Question } from '../question';
import type { Survey } from '../survey';
import { unanswered } from '../unanswered';

const servicePrincipal = 'controltower.amazonaws.com';
const trailName = 'aws-controltower-BaselineCloudTrail';
const policyPrefix = 'aws-guardrails-';

/**
 * Whether AWS Control Tower runs the landing zone, and whether the configuration says the same: with it the baseline repeats no trail
 * and moves no account.
 *
 * https://docs.aws.amazon.com/controltower/latest/userguide/about-logging.html
 */
export const controlTower: Question = {
  id: 'control-tower',
  title: { en: 'AWS Control Tower', ja: 'AWS Control Tower' },
  about: 'management-account',

  async ask(survey) {
    const signs: string[] = [];
    const failed: Answer[] = [];
    for (const look of [trustedAccess, trail, policies]) {
      try {
        signs.push(...(await look(survey)));
      } catch (error) {
        failed.push(unanswered(error));
      }
    }
    if (signs.length === 0 && failed.length > 0) return failed;
    return [judge(survey.organization.controlTower, signs)];
  },
};

async function trustedAccess({ reads }: Survey): Promise<readonly string[]> {
  return (await reads.trustedServices()).filter((service) => service === servicePrincipal);
}

async function trail({ reads }: Survey): Promise<readonly string[]> {
  return (await reads.trails()).flatMap(({ Name }) => (Name === trailName ? [Name] : []));
}

async function policies({ reads }: Survey): Promise<readonly string[]> {
  const names = (await reads.everyPolicy('SERVICE_CONTROL_POLICY')).flatMap(({ Name }) => Name ?? []);
  const guardrails = names.filter((name) => name.startsWith(policyPrefix));
  return guardrails.length > 0 ? [`${policyPrefix}* (${guardrails.length})`] : [];
}

function judge(configured: boolean, signs: readonly string[]): Answer {
  const seen = signs.join(', ');
  if (signs.length > 0 && !configured) {
    return {
      state: 'blocker',
      found: {
        en: `It is here (${seen}), and the configuration says it is not.`,
        ja: `使われています（${seen}）が、設定では使わないことになっています。`,
      },
      advice: {
        en: 'Set controlTower: true and name its units by id: otherwise moved accounts are drift, and a second trail costs $2 per 100,000 events.',
        ja: 'controlTower: true とし、OU を id で指定してください。しないと、アカウントの移動がドリフトになり、2 本目の証跡に 10 万イベントあたり 2 ドルかかります。',
      },
    };
  }
  if (signs.length === 0 && configured) {
    return {
      state: 'blocker',
      found: {
        en: 'No sign of it: no trusted access, no trail, no guardrail. The configuration says it is here.',
        ja: '設定では使うことになっていますが、信頼されたアクセスも証跡もガードレールもありません。',
      },
      advice: {
        en: 'Set controlTower: false, or set up its landing zone first. Otherwise nothing records management events.',
        ja: 'controlTower: false にするか、先にランディングゾーンを設定してください。しないと管理イベントが記録されません。',
      },
    };
  }
  return configured
    ? {
        state: 'adopt',
        found: {
          en: `It runs the landing zone (${seen}), as configured.`,
          ja: `設定どおり使われています（${seen}）。`,
        },
      }
    : { state: 'ok', found: { en: 'It is not used, as configured.', ja: '設定どおり使われていません。' } };
}
