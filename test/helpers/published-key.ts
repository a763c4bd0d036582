import type { Template } from 'aws-cdk-lib/assertions';

/** How a template names the key that an earlier stack of its account and region has published. */
export function publishedKey(template: Template): { Ref: string } {
  const [parameter] = Object.keys(template.findParameters('*', { Default: '/example/account-key' }));
  if (parameter === undefined) throw new Error('the template does not read the published key');
  return { Ref: parameter };
}
