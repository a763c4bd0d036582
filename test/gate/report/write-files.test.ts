import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../../gate/report/write-files';

const directory = () => join(mkdtempSync(join(tmpdir(), 'ishizue-reports-')), 'reports');

describe('the reports', () => {
  test('are written into a directory that need not exist', () => {
    const reports = directory();
    writeFiles(reports, { 'gate.json': '{}', 'gate.html': '<p>' });
    expect(readdirSync(reports).toSorted()).toEqual(['gate.html', 'gate.json']);
    expect(readFileSync(join(reports, 'gate.json'), 'utf8')).toBe('{}');
  });

  test('replace those of the last run, and those of packs that are gone', () => {
    const reports = directory();
    writeFiles(reports, { 'gate.json': 'old', 'nag-Gone.csv': 'old' });
    writeFileSync(join(reports, 'notes.txt'), 'mine');
    writeFiles(reports, { 'gate.json': 'new', 'nag-Kept.csv': 'new' });
    expect(readdirSync(reports).toSorted()).toEqual(['gate.json', 'nag-Kept.csv', 'notes.txt']);
    expect(readFileSync(join(reports, 'gate.json'), 'utf8')).toBe('new');
  });

  test('stay as they were when one of them cannot be written', () => {
    const reports = directory();
    writeFiles(reports, { 'gate.json': 'old' });
    mkdirSync(join(reports, 'gate.html.unfinished'));
    expect(() => writeFiles(reports, { 'gate.json': 'new', 'gate.html': 'new' })).toThrow();
    expect(readFileSync(join(reports, 'gate.json'), 'utf8')).toBe('old');
    expect(readdirSync(reports).filter((name) => name.endsWith('json.unfinished'))).toEqual([]);
  });
});
