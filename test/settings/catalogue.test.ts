import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { settings } from '../../settings/catalogue';

const folder = join(__dirname, '..', '..', 'settings');

/** Files of settings/ that settings share. */
const shared = [
  'active-accounts',
  'administrator',
  'catalogue',
  'clients',
  'every-item',
  'guardduty-destination',
  'guardduty-detector',
  'guardduty-members',
  'macie-prompt-job',
  'macie-session',
  'permissions',
  'place',
  'retry',
  'setting',
  'setting-failed',
];

const files = readdirSync(folder)
  .map((file) => basename(file, '.ts'))
  .filter((name) => !shared.includes(name));

test('every file of settings/ that is not shared is in the catalogue, under its file name', () => {
  expect(Object.keys(settings).sort()).toEqual(files.sort());
});

test.each(Object.entries(settings))('%s exports one setting that has the name of its file', (name, setting) => {
  const exported = Object.values(require(join(folder, name))).filter(
    (value) => typeof value === 'object' && value !== null && 'apply' in value,
  );
  expect(exported).toEqual([setting]);
  expect(setting.name).toBe(name);
});

test.each(Object.entries(settings))('%s names the AWS page it follows', (_name, setting) => {
  expect(setting.reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
});
