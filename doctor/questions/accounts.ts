import type { Account } from '../../config/resolve-organization';
import type { Answer } from '../answer';
import type { Question } from '../question';
import type { Survey } from '../survey';

/** Every account of the configuration exists, works, and is in its unit or will be moved there. */
export const accounts: Question = {
  id: 'accounts',
  title: { en: 'Accounts', ja: 'アカウント' },
  about: 'organization',

  ask(survey) {
    const { logArchive, audit, workloads } = survey.organization.accounts;
    return survey.askEach(
      [logArchive, audit, ...workloads],
      ({ name, id }) => `${name} ${id}`,
      async (account) => [await judge(account, survey)],
    );
  },
};

async function judge(account: Account, { organization, reads }: Survey): Promise<Answer> {
  const found = (await reads.accounts()).get(account.id);
  if (!found) {
    return {
      state: 'blocker',
      found: { en: 'It is not in the organization.', ja: '組織に属していません。' },
      advice: {
        en: 'Create it in AWS Organizations, or invite it; or correct its id in the configuration.',
        ja: 'AWS Organizations で作成または招待するか、設定の id を直してください。',
      },
    };
  }
  // AWS replaced Status by State in 2025; Status cannot tell an account that is still being activated.
  // https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html
  const { State = 'unknown' } = found;
  if (State !== 'ACTIVE') {
    return {
      state: 'blocker',
      found: {
        en: `Its state is ${State}, so nothing can be deployed there.`,
        ja: `状態が ${State} のため、デプロイできません。`,
      },
      advice: {
        en: 'Activate or reinstate it (AWS Support, within 90 days of a closure), or take it out of the configuration.',
        ja: '有効化または再開する（閉鎖後 90 日以内は AWS サポートへ）か、設定から外してください。',
      },
    };
  }
  return judgeUnit(account.organizationalUnit ?? '', await reads.parentOf(account.id), {
    root: organization.rootId,
    unit: (await reads.units()).find(({ name }) => name === account.organizationalUnit)?.id,
    controlTower: organization.controlTower,
  });
}

function judgeUnit(
  name: string,
  parent: string | undefined,
  { root, unit, controlTower }: { root: string; unit: string | undefined; controlTower: boolean },
): Answer {
  if (parent !== undefined && parent === unit) {
    return { state: 'ok', found: { en: 'It is active and in its unit.', ja: '有効で、所定の OU にあります。' } };
  }
  const where = {
    en: `It is in ${parent === root ? 'the root' : parent}, and belongs in ${name}${unit ? ` (${unit})` : ''}.`,
    ja: `${parent === root ? 'ルート' : parent} にあり、所定の OU は ${name}${unit ? `（${unit}）` : ''} です。`,
  };
  if (controlTower) {
    return {
      state: 'warning',
      found: where,
      advice: {
        en: 'Enroll it into that unit in AWS Control Tower; the baseline moves nothing there. Until then the policies of the unit do not apply to it.',
        ja: 'AWS Control Tower でその OU に登録してください。ベースラインは移動しません。それまで OU のポリシーは適用されません。',
      },
    };
  }
  if (parent === root) {
    return {
      state: 'adopt',
      found: {
        en: `It is active, in the root, and will be moved to ${name}.`,
        ja: `有効でルートにあり、${name} に移動します。`,
      },
    };
  }
  return {
    state: 'blocker',
    found: where,
    advice: {
      en: `Move it to ${name} in AWS Organizations, or name its present unit in the configuration. The baseline moves accounts only out of the root: a move changes which policies apply.`,
      ja: `AWS Organizations で ${name} に移動するか、設定に今の OU を書いてください。移動すると適用されるポリシーが変わるため、ベースラインはルートからしか移動しません。`,
    },
  };
}
