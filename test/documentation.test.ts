import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const pairs = [
  ['README.md', 'README.ja.md'],
  ['docs/policies.md', 'docs/policies.ja.md'],
  ['docs/deploy.md', 'docs/deploy.ja.md'],
  ['docs/queries.md', 'docs/queries.ja.md'],
] as const;

const text = (file: string) => readFileSync(join(root, file), 'utf8');
/** Levels of the headings outside code blocks, in order. */
const outline = (file: string) =>
  text(file)
    .replace(/```[\s\S]*?```/g, '')
    .match(/^#+(?= )/gm);
const commands = (file: string) =>
  [...text(file).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => (block as string).replace(/\s*#.*$/gm, ''));
/** What a heading is called in a link. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
const tables = (file: string) => text(file).match(/^\|/gm)?.length;

describe.each(pairs)('%s and %s', (english, japanese) => {
  test('have the same headings', () => {
    expect(outline(japanese)).toEqual(outline(english));
    expect(outline(english)?.length).toBeGreaterThan(5);
  });

  test('show the same commands', () => {
    expect(commands(japanese)).toEqual(commands(english));
  });

  test('have tables with the same rows', () => {
    expect(tables(japanese)).toBe(tables(english));
  });
});

describe.each(pairs.flat())('%s', (file) => {
  test('links to files that exist', () => {
    const links = [...text(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link]) => link as string);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
  });

  test('links to headings of its own that exist', () => {
    const headings = [...text(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading as string));
    const anchors = [...text(file).matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor as string);
    expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });
});
