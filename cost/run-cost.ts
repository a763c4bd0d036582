import { ConfigurationError } from '../config/mistakes';
import type { Organization } from '../config/resolve-organization';
import type { Terminal } from '../terminal/terminal';
import { costReport } from './cost-report';
import { renderCost } from './cost-summary';
import { parseAssumptions } from './parse-assumptions';

export interface CostOptions {
  readonly language: 'en' | 'ja';
  /** Print the estimate as data instead of tables. */
  readonly json: boolean;
  /** `name=value` or `name=low-high`. */
  readonly assume: readonly string[];
}

/**
 * Prints what the baseline costs in a month, and answers the exit code of the process: 0, or 64 for a mistake in the options or the
 * configuration. An estimate above the budget is no mistake; the gate tells of it as well.
 */
export function runCost(
  options: CostOptions,
  loadOrganization: () => Organization,
  terminal: Pick<Terminal, 'writeOut' | 'writeError' | 'colors'>,
): number {
  const { assumed, mistakes } = parseAssumptions(options.assume);
  if (mistakes.length > 0) {
    terminal.writeError(`${mistakes.map((mistake) => `error: ${mistake}`).join('\n')}\n`);
    return 64;
  }
  try {
    const report = costReport(loadOrganization(), assumed);
    terminal.writeOut(
      options.json
        ? `${JSON.stringify(report, roundedNumbers, 2)}\n`
        : renderCost(report, options.language, terminal.colors),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    terminal.writeError(`${error.message}\n`);
    return 64;
  }
}

/** Millionths of a dollar: what is below is an artefact of the arithmetic. */
function roundedNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(6)) : value;
}
