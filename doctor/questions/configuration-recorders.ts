import type { Answer } from '../answer';
import type { Clients } from '../clients';
import { governedRegionsOf } from '../places';
import type { Question } from '../question';

/**
 * AWS Config recorders of the management account's own. The baseline makes none: Security Hub brings a service-linked recorder, and
 * ignores another one beside it, which still costs.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-setup-prereqs.html
 */
export const configurationRecorders: Question = {
  id: 'configuration-recorders',
  title: { en: 'Config recorders, management', ja: 'Config レコーダー (管理)' },
  about: 'management-account',

  ask({ organization, clients, askEach }) {
    return askEach(
      governedRegionsOf(organization),
      (region) => region,
      async (region) => [judge(await recordingIn(clients(region)), organization.controlTower)],
    );
  },
};

interface Recording {
  readonly recorders: readonly string[];
  readonly channels: readonly string[];
}

async function recordingIn(clients: Clients): Promise<Recording> {
  const { ConfigurationRecorders = [] } = await clients.config().describeConfigurationRecorders();
  const { DeliveryChannels = [] } = await clients.config().describeDeliveryChannels();
  return {
    recorders: ConfigurationRecorders.filter(({ servicePrincipal }) => servicePrincipal === undefined).flatMap(
      ({ name }) => name ?? [],
    ),
    channels: DeliveryChannels.flatMap(({ name }) => name ?? []),
  };
}

function judge({ recorders, channels }: Recording, controlTower: boolean): Answer {
  if (recorders.length === 0 && channels.length === 0) {
    return {
      state: 'ok',
      found: {
        en: 'None; Security Hub brings a recorder of its own.',
        ja: 'ありません。Security Hub が専用のレコーダーを用意します。',
      },
    };
  }
  const names = [
    ...recorders.map((name) => ({ en: `recorder ${name}`, ja: `レコーダー ${name}` })),
    ...channels.map((name) => ({ en: `delivery channel ${name}`, ja: `配信チャネル ${name}` })),
  ];
  const found = {
    en: `Found: ${names.map(({ en }) => en).join(', ')}`,
    ja: `検出: ${names.map(({ ja }) => ja).join('、')}`,
  };
  if (controlTower) return { state: 'skip', found };
  return {
    state: 'warning',
    found,
    advice: {
      en: 'Security Hub records once more, and each configuration item of the recorder costs $0.003: stop the recorder unless Config rules of yours need it.',
      ja: 'Security Hub も記録するため二重になり、このレコーダーは設定項目 1 件ごとに 0.003 ドルかかります。独自の Config ルールで使っていなければ停止してください。',
    },
  };
}
