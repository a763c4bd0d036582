import type { Prompt } from './prompt';
import { harmfulPrompts } from './prompts/harmful';
import { harmlessPrompts } from './prompts/harmless';
import { injectionPrompts } from './prompts/injection';
import { personalDataPrompts } from './prompts/personal-data';

/** Every prompt of the project, in the order they are asked. */
export const promptCatalogue: readonly Prompt[] = [
  ...harmlessPrompts,
  ...harmfulPrompts,
  ...injectionPrompts,
  ...personalDataPrompts,
];
