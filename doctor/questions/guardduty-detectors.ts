import { paginateListDetectors } from '@aws-sdk/client-guardduty';
import type { Answer } from '../answer';
import type { Clients } from '../clients';
import { governedRegionsOf } from '../places';
import type { Question } from '../question';

/** Detectors of the management account: they become members of the audit account, unless another account administers them. */
export const guardDutyDetectors: Question = {
  id: 'guardduty-detectors',
  title: { en: 'GuardDuty, management', ja: 'GuardDuty (管理)' },
  about: 'management-account',

  ask({ organization, clients, askEach }) {
    return askEach(
      governedRegionsOf(organization),
      (region) => region,
      async (region) => [await judge(clients(region), organization.accounts.audit.id)],
    );
  },
};

async function judge(clients: Clients, audit: string): Promise<Answer> {
  const client = clients.guardDuty();
  const ids: string[] = [];
  for await (const { DetectorIds = [] } of paginateListDetectors({ client }, {})) ids.push(...DetectorIds);
  const [detector] = ids;
  if (detector === undefined) {
    return { state: 'create', found: { en: 'GuardDuty will be switched on.', ja: 'GuardDuty を有効にします。' } };
  }
  const { Administrator } = await client.getAdministratorAccount({ DetectorId: detector });
  const administrator = Administrator?.AccountId;
  if (administrator !== undefined && administrator !== audit) {
    return {
      state: 'blocker',
      found: {
        en: `Detector ${detector} is a member of account ${administrator}, not of the audit account ${audit}.`,
        ja: `ディテクター ${detector} は監査アカウント ${audit} ではなく ${administrator} のメンバーです。`,
      },
      advice: {
        en: `Disassociate it from ${administrator} in GuardDuty; a detector has one administrator.`,
        ja: `GuardDuty で ${administrator} との関連付けを解除してください。管理者は 1 つだけです。`,
      },
    };
  }
  return {
    state: 'adopt',
    found: {
      en: `Detector ${detector} exists; the audit account will set what it watches.`,
      ja: `ディテクター ${detector} を引き継ぎ、検知対象は監査アカウントが設定します。`,
    },
  };
}
