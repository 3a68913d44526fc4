import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml, type YamlEdit } from './yaml-edit.ts';

function edited(text: string, edit: (it: YamlEdit) => void): string {
  const it = editYaml(text);
  edit(it);
  const result = it.result();
  expect(() => parse(result)).not.toThrow();
  return result;
}

const block = `a: 1 # one
tables:
  # what follows is about x
  x:
    columns:
      id: not-personal   # kept
      name: >
        folded
        text
      # about mail
      email: { category: contact,
        purposes: [a] }
    links:
      - { kind: context, column: a, to: b } # why
    # decide: retention
  y: not-personal
empty:
flow: { x: { columns: { id: a } }, z: [] }`;

describe('adding to YAML', () => {
  it.each<readonly [string, (it: YamlEdit) => void, readonly [string, string]]>([
    [
      'after a value of several lines',
      (it) => it.addEntry(['tables', 'x', 'columns'], ['new: a # b'], { after: 'name' }),
      ['        text\n', '        text\n      new: a # b\n'],
    ],
    [
      'after braces of several lines',
      (it) => it.addEntry(['tables', 'x', 'columns'], ['new: a'], 'last'),
      ['[a] }\n', '[a] }\n      new: a\n'],
    ],
    [
      'first, before what is said of the first',
      (it) => it.addEntry(['tables'], ['w: not-personal'], 'first'),
      ['tables:\n', 'tables:\n  w: not-personal\n'],
    ],
    [
      'after the comments of an entry',
      (it) => it.addEntry(['tables'], ['', 'w:', '  columns: {}'], { after: 'x' }),
      ['    # decide: retention\n', '    # decide: retention\n\n  w:\n    columns: {}\n'],
    ],
    [
      'an item',
      (it) => it.addItem(['tables', 'x', 'links'], '{ a: b } # c'),
      ['# why\n', '# why\n      - { a: b } # c\n'],
    ],
    [
      'where nothing stands yet',
      (it) => it.addEntry(['empty'], ['a: b'], 'last'),
      ['empty:\n', 'empty:\n  a: b\n'],
    ],
    [
      'between braces, with its comment above',
      (it) => it.addEntry(['flow', 'x', 'columns'], ['nu: not-personal # decide: 0.5'], 'last'),
      [
        'flow: { x: { columns: { id: a }',
        '# nu: decide: 0.5\nflow: { x: { columns: { id: a, nu: not-personal }',
      ],
    ],
    [
      'first between braces',
      (it) => it.addEntry(['flow', 'x', 'columns'], ['nu: a'], 'first'),
      ['{ id: a }', '{ nu: a, id: a }'],
    ],
    [
      'an item between brackets',
      (it) => it.addItem(['flow', 'z'], '{ kind: a, column: [b, c] }'),
      ['z: []', 'z: [{ kind: a, column: [b, c] }]'],
    ],
    [
      'behind a last line that was not ended',
      (it) => it.addEntry([], ['last: 1'], 'last'),
      ['z: [] }', 'z: [] }\nlast: 1'],
    ],
    [
      'a comment, once',
      (it) => {
        it.addComment(['tables', 'x', 'columns', 'email'], 'gone');
        it.addComment(['tables', 'x', 'columns', 'email'], 'gone');
        it.addComment(['a'], 'about mail');
      },
      ['      email:', '      # gone\n      email:'],
    ],
  ])('%s', (_, edit, [from, to]) => {
    expect(edited(block, edit)).toBe(block.replace(from, to));
  });

  it('keeps line ends as they are', () => {
    expect(edited('a:\r\n  b: 1\r\n', (it) => it.addEntry(['a'], ['c: 2'], 'last'))).toBe(
      'a:\r\n  b: 1\r\n  c: 2\r\n',
    );
  });

  it('keeps the order of what comes at one place', () => {
    const text = edited('a:\n  b: 1\n', (it) => {
      it.addEntry(['a'], ['c: 2'], { after: 'b' });
      it.addEntry(['a'], ['d: 3'], { after: 'b' });
    });
    expect(text).toBe('a:\n  b: 1\n  c: 2\n  d: 3\n');
  });

  it('keeps a comment on its line, whatever a name in it holds', () => {
    const text = edited('a: 1\n', (it) => it.addComment(['a'], 'no table x\nb: 2'));
    expect(text).toBe('# no table x b: 2\na: 1\n');
  });

  it('says so where it cannot add', () => {
    const it = editYaml('a: &x\n  b: 1\nc: *x\n? d\n: e: 1\n');
    expect(it.addEntry(['c'], ['f: 1'], 'last')).toBe(false);
    expect(it.addEntry(['d'], ['f: 1'], 'last')).toBe(false);
    expect(it.addEntry(['nowhere'], ['f: 1'], 'last')).toBe(false);
    expect(it.addItem(['a'], 'f')).toBe(false);
    expect(it.result()).toBe('a: &x\n  b: 1\nc: *x\n? d\n: e: 1\n');
  });
});
