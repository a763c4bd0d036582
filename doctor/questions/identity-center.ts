import { type InstanceMetadata, paginateListInstances } from '@aws-sdk/client-sso-admin';
import type { Answer } from '../answer';
import type { Clients } from '../clients';
import { governedRegionsOf } from '../places';
import type { Question } from '../question';

/**
 * The organization instance of IAM Identity Center: nobody but the console can create it, and its region cannot be changed.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-instances.html
 */
export const identityCenter: Question = {
  id: 'identity-center',
  title: { en: 'IAM Identity Center', ja: 'IAM Identity Center' },
  about: 'management-account',

  async ask({ organization, clients }) {
    const { region, instanceArn, identityStoreId } = organization.identityCenter;
    const [instance] = await instancesIn(clients(region));
    if (!instance) {
      // One region at a time: it has one instance, and where it is not is of no interest.
      for (const other of governedRegionsOf(organization).filter((governed) => governed !== region)) {
        if ((await instancesIn(clients(other))).length > 0) return [elsewhere(region, other)];
      }
      return [missing(region)];
    }
    const wrong = [
      ...difference('instanceArn', instanceArn, instance.InstanceArn),
      ...difference('identityStoreId', identityStoreId, instance.IdentityStoreId),
    ];
    if (wrong.length > 0) return wrong;
    return [
      {
        state: 'adopt',
        found: { en: `${instanceArn} in ${region}`, ja: `${region} の ${instanceArn}` },
      },
    ];
  },
};

async function instancesIn(clients: Clients): Promise<readonly InstanceMetadata[]> {
  const found: InstanceMetadata[] = [];
  for await (const { Instances = [] } of paginateListInstances({ client: clients.identityCenter() }, {}))
    found.push(...Instances);
  return found;
}

function difference(field: string, configured: string, found: string | undefined): Answer[] {
  if (found === configured) return [];
  return [
    {
      state: 'blocker',
      found: {
        en: `identityCenter.${field} is ${configured} in the configuration and ${found} in AWS.`,
        ja: `identityCenter.${field} は設定では ${configured}、AWS では ${found} です。`,
      },
      advice: { en: `Copy ${found} into the configuration.`, ja: `設定に ${found} を写してください。` },
    },
  ];
}

function elsewhere(configured: string, found: string): Answer {
  return {
    state: 'blocker',
    found: { en: `It is in ${found}, not in ${configured}.`, ja: `${configured} ではなく ${found} にあります。` },
    advice: {
      en: `Set identityCenter.region: '${found}'.`,
      ja: `identityCenter.region: '${found}' を設定してください。`,
    },
  };
}

function missing(region: string): Answer {
  return {
    state: 'blocker',
    found: {
      en: `There is no instance in ${region}, nor in another governed region.`,
      ja: `${region} にもほかの対象リージョンにもインスタンスがありません。`,
    },
    advice: {
      en: `Enable IAM Identity Center in the console of the management account, in ${region}; there is no API for it. Then copy its ids into the configuration.`,
      ja: `管理アカウントのコンソールで、${region} の IAM Identity Center を有効にしてください（API はありません）。その後、ID を設定に写してください。`,
    },
  };
}
