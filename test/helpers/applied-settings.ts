import type { Template } from 'aws-cdk-lib/assertions';

/** The settings that the one custom resource of a template applies, in their order. */
export function appliedSettings(template: Template): { name: string; desired: unknown }[] {
  const resources = Object.values(template.findResources('Custom::Settings'));
  if (resources.length !== 1) throw new Error(`expected one Custom::Settings, found ${resources.length}`);
  const settings = resources[0]?.Properties.settings as { name: string; desired: string }[];
  return settings.map(({ name, desired }) => ({ name, desired: JSON.parse(desired) }));
}
