import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { type ESTree, parseSync } from 'vite';

/** One file of ours, as far as the architecture is concerned. */
export interface SourceFile {
  /** From the root of the repository: `src/plan/plan.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
}

/** `import`, `export … from`, `import()` or `import('…').Type`: of values and of types alike. */
export interface Import {
  readonly specifier: string;
  /** The file it means, when it is one of ours. */
  readonly target: string | undefined;
  readonly line: number;
}

/** What a file takes from its surroundings without importing it. */
export interface Use {
  readonly kind: 'process' | 'process.env' | 'Date.now' | 'new Date()' | 'Temporal.Now';
  readonly line: number;
}

export const repositoryRoot: string = dirname(dirname(import.meta.dirname));

/** Every file of code in a folder of the repository. */
export function readSourceTree(folder: string): readonly SourceFile[] {
  return readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => parseSource(relative(repositoryRoot, file), readFileSync(file, 'utf8')));
}

/** Parses by a real parser: in a comment or a string nothing is imported. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text, { lang: path.endsWith('x') ? 'tsx' : 'ts' });
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const lineAt = lineCounter(text);
  const imports: Import[] = [];
  const uses: Use[] = [];
  visit(program, (node, parent) => {
    const specifier = importedBy(node);
    if (specifier !== undefined)
      imports.push({ specifier, target: targetOf(path, specifier), line: lineAt(node.start) });
    const kind = useOf(node, parent);
    if (kind !== undefined) uses.push({ kind, line: lineAt(node.start) });
  });
  return { path, lines: text.split('\n').length - 1, imports, uses };
}

type Node = ESTree.Node;

function visit(node: Node, look: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  look(node, parent);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, look, node);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function importedBy(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source?.type === 'Literal' && typeof node.source.value === 'string'
        ? node.source.value
        : undefined;
    default:
      return undefined;
  }
}

function targetOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined;
}

function useOf(node: Node, parent: Node | undefined): Use['kind'] | undefined {
  if (node.type === 'MemberExpression' && node.object.type === 'Identifier') {
    const member = `${node.object.name}.${memberName(node)}`;
    if (member === 'process.env' || member === 'Date.now' || member === 'Temporal.Now') return member;
  }
  if (reachesEnvironment(node)) return 'process.env';
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Date')
    return node.arguments.length === 0 ? 'new Date()' : undefined;
  // A property or a key of that name is something else.
  if (node.type !== 'Identifier' || node.name !== 'process') return undefined;
  if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return undefined;
  if (parent?.type === 'Property' && parent.key === node && !parent.shorthand) return undefined;
  return 'process';
}

// `globalThis.process.env`, and `const { env } = process`.
function reachesEnvironment(node: Node): boolean {
  if (node.type === 'MemberExpression')
    return (
      memberName(node) === 'env' &&
      node.object.type === 'MemberExpression' &&
      memberName(node.object) === 'process'
    );
  return (
    node.type === 'VariableDeclarator' &&
    node.id.type === 'ObjectPattern' &&
    node.init?.type === 'Identifier' &&
    node.init.name === 'process'
  );
}

function memberName(node: ESTree.MemberExpression): string {
  const { property } = node;
  if (property.type === 'Identifier') return node.computed ? '' : property.name;
  return property.type === 'Literal' ? String(property.value) : '';
}

function lineCounter(text: string): (position: number) => number {
  return (position) => text.slice(0, position).split('\n').length;
}
