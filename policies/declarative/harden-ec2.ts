import type { DeclarativePolicy } from '../policy';

/**
 * Servers are started with version 2 of the metadata service only, images and snapshots are not shared with the world, and the serial
 * console is closed. AWS keeps it so, also for services and APIs to come, and tells who is stopped by which policy.
 *
 * Images that were public stay public; snapshots do not. By choice the internet cannot open a connection into a VPC; what has to be
 * reachable is then excluded by the account that owns it.
 *
 * Needs trusted access for Amazon EC2, and no instance that still uses version 1 of the metadata service. Free.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ec2_syntax.html
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies-ec2_getting-started.html
 */
export const hardenEc2: DeclarativePolicy = {
  id: 'harden-ec2',
  type: 'DECLARATIVE_POLICY_EC2',
  title: {
    en: 'EC2 has safe defaults in every account',
    ja: 'すべてのアカウントで EC2 を安全な既定値にする',
  },
  why: {
    en: 'A server that answers version 1 of the metadata service hands its credentials to any request it can be tricked into, and a public snapshot is a public disk.',
    ja: 'メタデータサービスの旧版に応答するサーバーは、誘導されたリクエストに認証情報を渡してしまう。公開スナップショットは公開ディスクと同じである。',
  },
  needs: [
    {
      en: 'No instance that still uses version 1 of the metadata service: it would lose its credentials.',
      ja: 'メタデータサービスのバージョン 1 を使うインスタンスが残っていないこと。残っていると認証情報を取得できなくなる。',
    },
  ],
  content: ({ options }) => ({
    ec2_attributes: {
      exception_message: {
        '@@assign': 'Denied by the organization policy harden-ec2. Ask the platform team if you need an exception.',
      },
      image_block_public_access: { state: { '@@assign': 'block_new_sharing' } },
      instance_metadata_defaults: {
        http_endpoint: { '@@assign': 'no_preference' },
        // Two hops, so that a container reaches it through its host.
        http_put_response_hop_limit: { '@@assign': '2' },
        http_tokens: { '@@assign': 'required' },
        http_tokens_enforced: { '@@assign': 'enabled' },
        instance_metadata_tags: { '@@assign': 'no_preference' },
      },
      serial_console_access: { status: { '@@assign': 'disabled' } },
      snapshot_block_public_access: { state: { '@@assign': 'block_all_sharing' } },
      ...(options.blockInternetIntoVpcs
        ? {
            vpc_block_public_access: {
              internet_gateway_block: {
                mode: { '@@assign': 'block_ingress' },
                exclusions_allowed: { '@@assign': 'enabled' },
              },
            },
          }
        : {}),
    },
  }),
};
