import type { AssembledStack } from './assembly';
import { templateText } from './template-text';

/** A setting that the custom resource of a stack applies when it is deployed. */
export interface DeclaredSetting {
  readonly name: string;
  /** Desired state; undefined when it is not JSON even with references left as text. */
  readonly desired: unknown;
  readonly logicalId: string;
}

/** The settings of a stack. What they ask for is asserted, not proved: only AWS knows whether it took effect. */
export function declaredSettings({ resources }: AssembledStack): readonly DeclaredSetting[] {
  return Object.entries(resources).flatMap(([logicalId, { Type, Properties }]) => {
    if (Type !== 'Custom::Settings' || !Array.isArray(Properties?.settings)) return [];
    return (Properties.settings as { name?: unknown; desired?: unknown }[]).map(({ name, desired }) => ({
      name: String(name),
      desired: parsed(templateText(desired)),
      logicalId,
    }));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
