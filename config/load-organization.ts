import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findMistakes } from './find-mistakes';
import { ConfigurationError } from './mistakes';
import { type Organization, resolveOrganization } from './resolve-organization';

/**
 * Loads, checks and resolves a configuration file whose default export is the organization.
 *
 * Nothing is written and nothing is synthesized when the file has a mistake: a `ConfigurationError` names all of them.
 *
 * @param file path of a .ts, .js or .json file, relative to the working directory
 */
export function loadOrganization(file: string): Organization {
  const path = resolve(file);
  if (!existsSync(path)) {
    const advice = 'there is no such file. Correct ISHIZUE_CONFIG, or unset it to use config/organization.ts';
    throw new ConfigurationError(file, [{ path: '(file)', what: 'cannot be read', got: file, advice }]);
  }
  const document = defaultExport(file, path);
  const mistakes = findMistakes(document);
  if (mistakes.length > 0) throw new ConfigurationError(file, mistakes);
  return resolveOrganization(document);
}

function defaultExport(file: string, path: string): unknown {
  let module: unknown;
  try {
    module = require(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const advice = 'the file does not compile or throws when it is loaded. Correct it; `npx tsc` shows the place';
    throw new ConfigurationError(file, [{ path: '(file)', what: 'cannot be loaded', got: reason, advice }]);
  }
  return typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
}
