import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from '../../docs/generate';

describe('the generated pages', () => {
  test.each([...generatedPages()])('%s says what the code says; npm run docs writes it', (page, text) => {
    expect(readFileSync(join(__dirname, '..', '..', page), 'utf8')).toBe(text);
  });
});
