import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findSources } from '../../../gate/lint/find-sources';
import { lint } from '../../../gate/lint/lint';
import { folderRules, jsonRules, policyRules } from '../../../gate/lint/rules';

const rules = [...jsonRules, ...policyRules, ...folderRules];
const fixtures = relative('.', join(__dirname, 'fixtures', 'rules'));

/** Fixtures of a rule: `faulty…` breaks it and nothing else, `sound…` is the same put right. */
async function findingsIn(rule: string, state: 'faulty' | 'sound') {
  const folder = join(fixtures, rule);
  const paths = readdirSync(folder).filter((name) => name.startsWith(state));
  expect(paths).not.toEqual([]);
  const { sources } = findSources(paths.map((name) => join(folder, name)));
  const { findings, withoutPolicy } = await lint(sources, rule === 'too-many-policies' ? { slots: 1 } : {});
  expect(withoutPolicy).toEqual([]);
  return findings;
}

test('each file of rules/ is in the catalogue, under the name of the file', () => {
  const files = readdirSync(join('gate', 'lint', 'rules')).filter((name) => name !== 'index.ts');
  expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

describe.each(rules)('$id', (rule) => {
  test('finds the one fault of its faulty fixture, and no rule finds another', async () => {
    const findings = await findingsIn(rule.id, 'faulty');
    expect(findings.map((finding) => finding.rule)).toEqual([rule.id]);
  });

  test('finds nothing in its sound fixture, and neither does any other rule', async () => {
    expect(await findingsIn(rule.id, 'sound')).toEqual([]);
  });

  test('says what, why and what to do in both languages, as sentences', async () => {
    const [finding] = await findingsIn(rule.id, 'faulty');
    for (const text of [finding?.what, finding?.why, finding?.fix]) {
      expect(text?.en).toMatch(/^\S.{8,}\S$/s);
      expect(text?.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(text?.ja).not.toBe(text?.en);
    }
    expect(rule.title.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(rule.reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});
