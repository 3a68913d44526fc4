import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, present } from '../base/assert.ts';

/**
 * The verifier as one file, as it lies in every export: the modules of this folder behind each other, each after those it imports, what is
 * between them taken away. Nothing is rewritten, so what an auditor reads is what is read and tested here.
 */
export function verifierFile(): string {
  const builtins = new Map<string, ReadonlySet<string>>();
  const modules = new Map<string, string>();
  collect('main.mjs', { builtins, modules });
  const imports = [...builtins].map(([from, names]) => importLine(from, [...names].sort()));
  const [banner = '', ...rest] = present(modules.get('main.mjs'), 'the verifier').split(/(?<=\*\/\n)/);
  modules.set('main.mjs', rest.join(''));
  const parts = [...modules].map(([name, text]) => `// ${title(name)}\n\n${text.trim()}\n`);
  return [`${banner}${imports.join('')}`, ...parts].join('\n');
}

interface Collected {
  readonly builtins: Map<string, ReadonlySet<string>>;
  /** In the order in which each finds what it needs above it. */
  readonly modules: Map<string, string>;
}

const importStatement = /^import (\* as \w+|\{[^}]*\}) from '([^']+)';\n/gm;
const asNamespace = '*';

function collect(name: string, collected: Collected): void {
  if (collected.modules.has(name)) return;
  const text = readFileSync(join(import.meta.dirname, name), 'utf8');
  for (const [, what = '', from = ''] of text.matchAll(importStatement)) {
    if (from.startsWith('./')) collect(from.slice(2), collected);
    else {
      assert(from.startsWith('node:'), `the verifier imports ${from}, which is not in Node`);
      const names = what.startsWith('{') ? what.slice(1, -1).split(',') : [`${asNamespace}${what.slice(2)}`];
      const before = collected.builtins.get(from) ?? [];
      collected.builtins.set(from, new Set([...before, ...names.map((each) => each.trim()).filter(Boolean)]));
    }
  }
  const body = text
    .replaceAll(importStatement, '')
    .replaceAll(/^export (?=(async )?function|class|const)/gm, '')
    .replace(/^\/\/ @ts-check\n/m, '');
  assert(!/^(import|export) /m.test(body), `${name} imports or exports in a way that cannot be joined`);
  collected.modules.set(name, body);
}

function importLine(from: string, names: readonly string[]): string {
  const namespace = names.find((name) => name.startsWith(asNamespace));
  const single = names.filter((name) => name !== namespace);
  const lines = namespace === undefined ? [] : [`import * ${namespace.slice(1).trim()} from '${from}';\n`];
  if (single.length > 0) lines.push(`import { ${single.join(', ')} } from '${from}';\n`);
  return lines.join('');
}

function title(name: string): string {
  return `── ${name.replace('.mjs', '').replaceAll('-', ' ')} `.padEnd(100, '─');
}
