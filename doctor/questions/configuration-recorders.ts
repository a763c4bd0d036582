import { namesOf } from '../../config/names';
import { recordedAccounts } from '../../config/recorded-accounts';
import type { Organization } from '../../config/resolve-organization';
import type { Text } from '../../policies/policy';
import type { Answer } from '../answer';
import type { Clients } from '../clients';
import { governedRegionsOf } from '../places';
import type { Question } from '../question';

/**
 * AWS Config recorders of the management account's own. The unified Security Hub brings a service-linked recorder, and ignores another one
 * beside it, which still costs. Where Security Hub CSPM works alone the baseline makes the recorder, and AWS Config allows one in a region.
 *
 * https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-setup-prereqs.html
 */
export const configurationRecorders: Question = {
  id: 'configuration-recorders',
  title: { en: 'Config recorders, management', ja: 'Config レコーダー (管理)' },
  about: 'management-account',

  ask({ organization, clients, askEach }) {
    const judge = organization.services.securityHub === 'unified' ? besideSecurityHub : forTheControls;
    return askEach(
      governedRegionsOf(organization),
      (region) => region,
      async (region) => [judge(await recordingIn(clients(region)), organization)],
    );
  },
};

interface Recording {
  readonly recorders: readonly string[];
  readonly channels: readonly { readonly name: string; readonly bucket: string | undefined }[];
}

async function recordingIn(clients: Clients): Promise<Recording> {
  const { ConfigurationRecorders = [] } = await clients.config().describeConfigurationRecorders();
  const { DeliveryChannels = [] } = await clients.config().describeDeliveryChannels();
  return {
    recorders: ConfigurationRecorders.filter(({ servicePrincipal }) => servicePrincipal === undefined).flatMap(
      ({ name }) => name ?? [],
    ),
    channels: DeliveryChannels.flatMap(({ name, s3BucketName }) => (name ? [{ name, bucket: s3BucketName }] : [])),
  };
}

function besideSecurityHub(recording: Recording, { controlTower }: Organization): Answer {
  if (isNothing(recording)) {
    return {
      state: 'ok',
      found: {
        en: 'None; Security Hub brings a recorder of its own.',
        ja: 'ありません。Security Hub が専用のレコーダーを用意します。',
      },
    };
  }
  const found = foundIn(recording);
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

function forTheControls(recording: Recording, organization: Organization): Answer {
  const { management } = organization.accounts;
  if (!recordedAccounts(organization).some(({ name }) => name === management.name)) return ofItsOwn(recording);
  if (isNothing(recording)) {
    return {
      state: 'create',
      found: { en: 'A recorder will be made.', ja: 'レコーダーを作成します。' },
    };
  }
  const { configurationBucket } = namesOf(organization);
  if (recording.channels.some(({ bucket }) => bucket === configurationBucket)) {
    return {
      state: 'ok',
      found: { en: 'The recorder of the baseline is there.', ja: 'ベースラインのレコーダーがあります。' },
    };
  }
  return {
    state: 'blocker',
    found: foundIn(recording),
    advice: {
      en: `AWS Config allows one recorder in a region. Use it, with configurationRecorder.existingIn: ['${management.name}'], or delete it and its delivery channel.`,
      ja: `レコーダーはリージョンに 1 つだけです。configurationRecorder.existingIn: ['${management.name}'] として使うか、配信チャネルとともに削除してください。`,
    },
  };
}

function ofItsOwn(recording: Recording): Answer {
  if (recording.recorders.length > 0) return { state: 'adopt', found: foundIn(recording) };
  return {
    state: 'blocker',
    found: {
      en: 'configurationRecorder.existingIn names this account, and it has no recorder here.',
      ja: 'configurationRecorder.existingIn にこのアカウントがありますが、レコーダーがありません。',
    },
    advice: {
      en: 'The controls of Security Hub CSPM would show nothing: make the recorder, or leave the account out of existingIn.',
      ja: 'Security Hub CSPM のコントロールを評価できません。レコーダーを作成するか、existingIn から外してください。',
    },
  };
}

function isNothing({ recorders, channels }: Recording): boolean {
  return recorders.length === 0 && channels.length === 0;
}

function foundIn({ recorders, channels }: Recording): Text {
  const names = [
    ...recorders.map((name) => ({ en: `recorder ${name}`, ja: `レコーダー ${name}` })),
    ...channels.map(({ name }) => ({ en: `delivery channel ${name}`, ja: `配信チャネル ${name}` })),
  ];
  return {
    en: `Found: ${names.map(({ en }) => en).join(', ')}`,
    ja: `検出: ${names.map(({ ja }) => ja).join('、')}`,
  };
}
