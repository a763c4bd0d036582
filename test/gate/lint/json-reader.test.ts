import fc from 'fast-check';
import { type JsonNode, readJson } from '../../../gate/lint/json-reader';
import { LineNumbers } from '../../../gate/lint/line-numbers';
import { runs } from '../../helpers/runs';

/** The value a tree stands for. */
function valueOfNode(node: JsonNode): unknown {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'array') return node.items.map(valueOfNode);
  const entries = node.members.map(({ name, value }) => [name.text, valueOfNode(value)]);
  return Object.fromEntries(entries as [string, unknown][]);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const faultsOf = (text: string) => readJson(text).faults.map(({ kind, expected, got }) => expected ?? `${kind} ${got}`);

/** The path of each value and the text that stands there. */
function* places(node: JsonNode, text: string): Generator<[string, string]> {
  yield [node.path, text.slice(node.start, node.end)];
  if (node.kind === 'array') for (const item of node.items) yield* places(item, text);
  if (node.kind === 'object') for (const { value } of node.members) yield* places(value, text);
}

test('any JSON value is read as JSON.parse reads it, however it is indented', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t'), (json, indentation) => {
      const text = JSON.stringify(JSON.parse(json), null, indentation);
      const { root, faults } = readJson(text);
      expect(faults).toEqual([]);
      expect(root && valueOfNode(root)).toEqual(JSON.parse(text));
    }),
  );
});

test('a text is faulty exactly when JSON.parse refuses it', () => {
  const fragment = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b\\n"',
    '"\\x"',
    '1',
    '-0.5e3',
    '01',
    'true',
    'nul',
    ' ',
  );
  const broken = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(broken, fc.string()), (text) => {
      const { root, faults } = readJson(text);
      const faulty = faults.some(({ kind }) => kind !== 'duplicate-name');
      expect(root === undefined || faulty).toBe(!parses(text));
    }),
    { numRuns: runs(2_000) },
  );
});

test('every place holds the value that its path names', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (json) => {
      const { root } = readJson(json);
      for (const [, text] of root === undefined ? [] : places(root, json)) expect(parses(text)).toBe(true);
    }),
  );
});

test('paths are written as people write them', () => {
  const text = '{"Statement": [{"Condition": {"StringEquals": {"aws:PrincipalTag/a b": ["x"]}}}]}';
  const { root } = readJson(text);
  const found = new Map(root === undefined ? [] : places(root, text));
  expect(found.get('Statement[0].Condition.StringEquals["aws:PrincipalTag/a b"][0]')).toBe('"x"');
});

test.each([
  ['{"a": 1, // why\n "b": 2}', '// why'],
  ['{"a": 1 /* why */}', '/* why */'],
  ['# why\n{}', '# why'],
  ['{} // why', '// why'],
  ['[1, /* never closed', '/* never closed'],
])('a comment is named, and what follows is still read: %j', (text, comment) => {
  const { faults } = readJson(text);
  expect(faults[0]).toMatchObject({ kind: 'comment', got: comment, start: text.indexOf(comment) });
});

test.each([
  ['{"a": [1, 2,]}', ['trailing-comma ,']],
  ['{"a": 1,}', ['trailing-comma ,']],
  ['{"a": 1, "a": 2}', ['duplicate-name "a"']],
  ['\uFEFF{}', ['byte-order-mark \uFEFF']],
  ["{'a': 1}", ['double-quotes']],
  ['{"a": \'x\'}', ['double-quotes']],
  ['{"a" 1}', ['colon']],
  ['{a: 1}', ['name']],
  ['{"a": }', ['value']],
  ['{"a": 1 "b": 2}', ['comma-or-brace']],
  ['[1 2]', ['comma-or-bracket']],
  ['{} {}', ['nothing-more']],
  ['{"a": "x', ['end-of-text']],
  ['{"a": "x\n"}', ['no-control-character']],
  ['{"a": "\\q"}', ['escape']],
  ['', ['value']],
  ['['.repeat(5_000), ['less-depth']],
])('%j: %j', (text, expected) => {
  expect(faultsOf(text)).toEqual(expected);
});

test('reading goes on after a comment and a trailing comma, and stops at a syntax fault', () => {
  expect(faultsOf('{"a": [1,], // one\n "b": 2,}')).toEqual(['trailing-comma ,', 'comment // one', 'trailing-comma ,']);
  expect(readJson('{"a": 1, // one\n "b" 2}')).toMatchObject({
    root: undefined,
    faults: [{ kind: 'comment' }, { kind: 'syntax' }],
  });
});

describe('lines and columns', () => {
  test.each([
    ['LF', '{\n  "a": 1\n}'],
    ['CR LF', '{\r\n  "a": 1\r\n}'],
    ['CR', '{\r  "a": 1\r}'],
  ])('count from 1, with %s', (_, text) => {
    const lines = new LineNumbers(text);
    expect(lines.positionOf(0)).toEqual({ line: 1, column: 1 });
    expect(lines.positionOf(text.indexOf('"a"'))).toEqual({ line: 2, column: 3 });
    expect(lines.positionOf(text.lastIndexOf('}'))).toEqual({ line: 3, column: 1 });
  });

  test('agree with counting by hand, for every offset of any text', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '漢', '\r\n', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (sample) => {
        const lines = new LineNumbers(sample);
        for (let offset = 0; offset <= sample.length; offset += 1) {
          const before = sample.slice(0, offset).split('\n');
          expect(lines.positionOf(offset)).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
        }
      }),
    );
  });
});
