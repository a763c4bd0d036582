import { createHash } from 'node:crypto';
import { isAbsolute, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Text } from '../../../policies/policy';
import type { LintFinding, LintReport } from '../lint';
import { folderRules, jsonRules, policyRules } from '../rules';

const rules = [...jsonRules, ...policyRules, ...folderRules];

/** Names the way a finding is recognized from run to run; another number means that every finding counts as new. */
const fingerprintName = 'ishizuePolicyLint/v1';

/**
 * The report for code scanning: every rule, and every finding with its place in the file. A finding keeps its fingerprint
 * when lines above it come or go, so that a service that tracks findings does not take it for a new one.
 *
 * SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarifReport(report: LintReport, language: keyof Text, version: string): string {
  const fingerprints = new Fingerprints();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'ishizue', semanticVersion: version, rules: rules.map((rule) => ruleIn(rule, language)) },
        },
        language,
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => ({
          ruleId: finding.rule,
          ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
          level: finding.severity,
          message: { text: [finding.what, finding.why, finding.fix].map((text) => text[language]).join(' ') },
          locations: [locationOf(finding)],
          partialFingerprints: { [fingerprintName]: fingerprints.of(finding) },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleIn({ id, title, severity, reference }: (typeof rules)[number], language: keyof Text) {
  return {
    id,
    shortDescription: { text: title[language] },
    helpUri: reference,
    defaultConfiguration: { level: severity },
  };
}

function locationOf({ file, path, start, end, sid }: LintFinding) {
  const region = start &&
    end && { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const logical = {
    ...(sid === undefined ? {} : { name: sid }),
    ...(path === '' ? {} : { fullyQualifiedName: path }),
  };
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region === undefined ? {} : { region }) },
    ...(Object.keys(logical).length === 0 ? {} : { logicalLocations: [logical] }),
  };
}

/** A path as a URI: relative ones stay relative, to what the reader takes as the root of the sources. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  const segments = file.split(sep).map((segment) => encodeURIComponent(segment));
  // A first segment with a colon would be read as a scheme; encodeURIComponent has escaped it.
  return segments.join('/');
}

class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** Of what does not move with the lines: the rule, the file, the statement and what was found; equal ones are numbered. */
  of({ rule, file, path, sid, what }: LintFinding): string {
    const place = sid === undefined ? path : path.replace(/^Statement\[\d+\]/, sid);
    const hash = createHash('sha256')
      .update(JSON.stringify([rule, file, place, what.en]))
      .digest('hex');
    const count = this.#seen.get(hash) ?? 0;
    this.#seen.set(hash, count + 1);
    return `${hash.slice(0, 32)}:${count}`;
  }
}
