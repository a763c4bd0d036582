import type { DeclarativePolicy } from '../policy';

/**
 * No bucket is public, in any account, whatever its policy and its access control lists say: all four settings of block public
 * access, which accounts can no longer change.
 *
 * Websites are served through CloudFront with origin access control, which is not public access. Free.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_s3_syntax.html
 */
export const blockPublicS3Access: DeclarativePolicy = {
  id: 'block-public-s3-access',
  type: 'S3_POLICY',
  title: { en: 'No S3 bucket is public', ja: 'S3 バケットを公開させない' },
  why: {
    en: 'Public buckets are how most companies that lost data on AWS lost it, and a switch in each account can be switched back.',
    ja: 'AWS でのデータ流出の多くは公開バケットが原因である。アカウントごとの設定では、元に戻されてしまう。',
  },
  content: () => ({
    s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } },
  }),
};
