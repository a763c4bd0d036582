import { globalServicesRegion } from '../config/regions';
import type { Organization } from '../config/resolve-organization';
import { globalServices } from '../policies/global-services';
import type { Text } from '../policies/policy';

/** A condition key that AWS always sends and nobody gave. */
export interface AssumedKey {
  readonly key: string;
  readonly value: string;
  readonly why: Text;
}

/**
 * Values for the keys every request has, as an ordinary request of a person or a program would have them.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function assumedContext(
  action: string,
  resource: string,
  context: Readonly<Record<string, unknown>>,
  organization: Organization,
): readonly AssumedKey[] {
  const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const assumed: readonly AssumedKey[] = [
    { key: 'aws:RequestedRegion', ...requestedRegion(action, resource, organization) },
    {
      key: 'aws:SecureTransport',
      value: 'true',
      why: { en: 'SDKs, the CLI and the console use TLS', ja: 'SDK・CLI・コンソールは TLS を使う' },
    },
    {
      key: 'aws:ViaAWSService',
      value: 'false',
      why: { en: 'asked directly, not through an AWS service', ja: 'AWS サービスを介さない直接の呼び出し' },
    },
  ];
  return assumed.filter(({ key }) => !given.has(key.toLowerCase()));
}

function requestedRegion(
  action: string,
  resource: string,
  { homeRegion }: Organization,
): Pick<AssumedKey, 'value' | 'why'> {
  const region = resource.split(':')[3] ?? '';
  if (region !== '' && !region.includes('*')) {
    return { value: region, why: { en: 'the region in the ARN', ja: 'ARN のリージョン' } };
  }
  if (/^arn:[^:]+:bedrock:::foundation-model\//.test(resource)) {
    return {
      value: 'unspecified',
      why: { en: 'a model without a region: a global profile', ja: 'リージョンのないモデル（グローバルプロファイル）' },
    };
  }
  if (globalServices.includes(`${action.split(':')[0]?.toLowerCase()}:*`)) {
    return {
      value: globalServicesRegion as string,
      why: { en: 'where services without regions answer', ja: 'リージョンのないサービスの応答先' },
    };
  }
  return { value: homeRegion, why: { en: 'the home region', ja: 'ホームリージョン' } };
}
