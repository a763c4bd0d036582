import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrganization } from '../../config/load-organization';
import { ConfigurationError } from '../../config/mistakes';
import example from '../helpers/example-organization';

function file(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'ishizue-config-')), name);
  writeFileSync(path, text);
  return path;
}

describe('loading a configuration', () => {
  test('resolves the example: profile applied, defaults filled in', () => {
    const organization = loadOrganization('test/helpers/example-organization.ts');
    expect(organization).toMatchObject({
      partition: 'aws',
      retentionDays: 1827,
      objectLock: 'governance',
      services: { trailAlarms: true, macie: false },
      identityCenter: { region: 'ap-northeast-1' },
    });
    expect(organization.accounts.workloads[0]).toMatchObject({
      regions: ['ap-northeast-1'],
      inferenceProfile: 'jp.amazon.nova-2-lite-v1:0',
      invocationLogRetentionDays: 400,
    });
  });

  test('finds no mistake in the file that is in use', () => {
    expect(() => loadOrganization('config/organization.ts')).not.toThrow();
  });

  test('reads JSON too', () => {
    const path = file('organization.json', JSON.stringify({ ...example, name: 'other' }));
    expect(loadOrganization(path).name).toBe('other');
  });

  test('a switch of the file wins over the profile', () => {
    const path = file('organization.json', JSON.stringify({ ...example, services: { macie: true } }));
    expect(loadOrganization(path).services).toMatchObject({ macie: true, trailAlarms: true });
  });

  test.each([
    ['a file that does not exist', () => join(tmpdir(), 'no-such-organization.ts'), /\(file\): cannot be read/],
    ['a file that does not compile', () => file('organization.json', '{'), /\(file\): cannot be loaded/],
    ['a file with mistakes', () => file('organization.json', '{}'), /mistakes; nothing was written/],
  ])('says what is wrong with %s', (_promise, path, expected) => {
    expect(() => loadOrganization(path())).toThrow(ConfigurationError);
    expect(() => loadOrganization(path())).toThrow(expected);
  });
});
