import type { Nodes, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { isPromiseId, promiseIds } from '../law/promises.ts';
import { nearestName } from '../policy/nearest-name.ts';
import type { Findings } from './findings.ts';
import { type InsertionContext, insertions } from './insertions.ts';
import type { Binding } from './statement.ts';
import type { StatementValue } from './values.ts';

export interface ResolveContext extends InsertionContext {
  readonly values: ReadonlyMap<string, StatementValue>;
  readonly findings: Findings;
}

export interface Resolved {
  /** Only what plain Markdown knows, and `promise` directives with their ids. */
  readonly nodes: readonly RootContent[];
  readonly bindings: readonly Omit<Binding, 'section'>[];
}

/** Where in the tree the walk is: a link may not hold another, a heading may not stand in a promise. */
interface Surroundings {
  readonly insideLink: boolean;
  readonly bindings: Omit<Binding, 'section'>[];
}

type Directive = ContainerDirective | LeafDirective | TextDirective;

/** Fills in every value, list and table, and binds every promise; what cannot be is reported at its place. */
export function resolve(nodes: readonly RootContent[], context: ResolveContext): Resolved {
  const bindings: Omit<Binding, 'section'>[] = [];
  const resolved = nodes.flatMap((node) => resolveNode(node, context, { insideLink: false, bindings }));
  return { nodes: resolved, bindings };
}

function resolveNode(node: RootContent, context: ResolveContext, around: Surroundings): RootContent[] {
  switch (node.type) {
    case 'textDirective':
      return resolveText(node, context, around);
    case 'leafDirective':
      return resolveLeaf(node, context);
    case 'containerDirective':
      return resolveContainer(node, context, around);
    case 'link':
      checkLink(node, context.findings);
      return [withChildren(node, context, { ...around, insideLink: true })];
    default:
      if (!plain.has(node.type)) {
        reportForeign(node, context.findings);
        return [];
      }
      return [withChildren(node, context, around)];
  }
}

/** What a statement may be made of besides directives. Anything else is refused rather than dropped. */
const plain: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'blockquote',
  'break',
  'emphasis',
  'heading',
  'list',
  'listItem',
  'paragraph',
  'strong',
  'table',
  'tableCell',
  'tableRow',
  'text',
  'thematicBreak',
]);

// The parser's types say which children go where; a directive is only ever replaced by nodes of its own level.
function withChildren<Node extends RootContent>(
  node: Node,
  context: ResolveContext,
  around: Surroundings,
): Node {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).flatMap((child) => resolveNode(child, context, around));
  return { ...node, children };
}

function resolveText(node: TextDirective, context: ResolveContext, around: Surroundings): RootContent[] {
  if (node.name === 'promise') return [bind(node, context, around)];
  if (node.name !== 'value') {
    reportUnknown(node, context.findings, ['promise', 'value']);
    return [];
  }
  const path = textOf(node).trim();
  const value = context.values.get(path);
  if (value === undefined) {
    reportValue(node, path, context);
    return [];
  }
  const text = { type: 'text', value: value.text } as const;
  if (value.href === undefined || around.insideLink) return [text];
  return [{ type: 'link', url: value.href, children: [text] }];
}

function resolveLeaf(node: LeafDirective, { findings, ...context }: ResolveContext): RootContent[] {
  const written = node.children.length === 0 ? node.name : `${node.name}[${textOf(node).trim()}]`;
  const insertion = insertions.get(written);
  if (insertion !== undefined) return [insertion(context)];
  const meant = nearestName(written, insertions.keys());
  findings.error(findings.placeOf(node), 'unknown-directive', {
    message: `There is no ::${written}.`,
    hint:
      meant === null ? `Write one of ${sentenceList(insertions.keys(), '::')}.` : `Did you mean ::${meant}?`,
  });
  return [];
}

function resolveContainer(
  node: ContainerDirective,
  context: ResolveContext,
  around: Surroundings,
): RootContent[] {
  const { findings } = context;
  if (node.name !== 'promise') {
    reportUnknown(node, findings, ['promise']);
    return [];
  }
  for (const child of node.children) {
    if (child.type !== 'heading') continue;
    findings.error(findings.placeOf(child), 'heading-in-promise', {
      message: 'A promise cannot hold a heading.',
      hint: 'Close the promise with ::: before the heading and open another one after it.',
    });
  }
  return [bind(node, context, around)];
}

function bind<Node extends ContainerDirective | TextDirective>(
  node: Node,
  context: ResolveContext,
  around: Surroundings,
): Node {
  const { findings } = context;
  const ids = (node.attributes?.['ids'] ?? '').split(/[\s,]+/).filter((id) => id !== '');
  if (ids.length === 0) {
    findings.error(findings.placeOf(node), 'empty-ids', {
      message: 'This text is not bound to any promise.',
      hint: 'Name the promises it makes: {ids="P36"}.',
    });
  }
  for (const id of ids) {
    if (!isPromiseId(id)) reportPromise(node, id, findings);
  }
  const resolved = withChildren(node, context, around);
  const text = textOf(resolved).replace(/\s+/g, ' ').trim();
  for (const promiseId of ids) around.bindings.push({ promiseId, text, place: findings.placeOf(node) });
  return {
    ...resolved,
    data: {
      ...resolved.data,
      hName: node.type === 'textDirective' ? 'span' : 'div',
      hProperties: { dataPromises: ids.join(' ') },
    },
  };
}

function reportUnknown(node: Directive, findings: Findings, known: readonly string[]): void {
  const meant = nearestName(node.name, known);
  // A colon in a sentence ("let op:morgen") reads as a directive too, and would silently lose its word.
  const plainColon = node.type === 'textDirective' ? ' For a plain colon write \\: instead.' : '';
  const use = meant === null ? `Use ${sentenceList(known, ':')}.` : `Did you mean ${meant}?`;
  findings.error(findings.placeOf(node), 'unknown-directive', {
    message: `There is no directive called ${node.name}.`,
    hint: `${use}${plainColon}`,
  });
}

function reportValue(node: TextDirective, path: string, { values, findings }: ResolveContext): void {
  const meant = nearestName(path, values.keys());
  const branch = path.split('.')[0] ?? '';
  const beside = [...values.keys()].filter((known) => known.startsWith(`${branch}.`));
  const list =
    beside.length > 0
      ? `Known: ${beside.join(', ')}.`
      : 'It begins with controller, retention, law, purpose, category or recipient.';
  const offset = findings.sourceOf(node).indexOf('[') + 1;
  findings.error(findings.placeOf(node, offset), 'unknown-value', {
    message: `The policy has no value ${path === '' ? 'without a name' : path}.`,
    hint: meant === null ? list : `Did you mean ${meant}?`,
  });
}

function reportPromise(node: Directive, id: string, findings: Findings): void {
  const meant = nearestName(id.toUpperCase(), promiseIds);
  const source = findings.sourceOf(node);
  // The ids stand at the end of a stretch of text, and on the first line of a block.
  const offset = node.type === 'textDirective' ? source.lastIndexOf(id) : source.indexOf(id);
  findings.error(findings.placeOf(node, Math.max(0, offset)), 'unknown-promise', {
    message: `Nobody knows a promise ${id}.`,
    hint: meant === null ? 'The promises are P01 to P64 and D01 to D16.' : `Did you mean ${meant}?`,
  });
}

function checkLink(node: Extract<RootContent, { type: 'link' }>, findings: Findings): void {
  if (/^(?:https:|mailto:|tel:|#|\/(?!\/))/.test(node.url)) return;
  findings.error(findings.placeOf(node), 'unsafe-link', {
    message: 'A link goes to https:, mailto:, tel:, a page of this site (/…) or a place on this page (#…).',
    hint: 'Write the whole address, beginning with https://.',
  });
}

function reportForeign(node: RootContent, findings: Findings): void {
  const html = node.type === 'html';
  findings.error(findings.placeOf(node), html ? 'raw-html' : 'not-supported', {
    message: html ? 'A statement holds no raw HTML.' : `A statement cannot hold this (${node.type}).`,
    hint: 'Use headings, paragraphs, lists, tables, links and emphasis.',
  });
}

function sentenceList(names: Iterable<string>, prefix: string): string {
  return [...names].map((name) => `${prefix}${name}`).join(', ');
}
