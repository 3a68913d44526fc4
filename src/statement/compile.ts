import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../base/diagnostic.ts';
import { hashOf } from '../base/hash.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../policy/policy.ts';
import { type Findings, findingsIn } from './findings.ts';
import { parseMarkdown } from './parse.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { type ResolveContext, resolve } from './resolve.ts';
import { slugs } from './slug.ts';
import type { Binding, Statement, StatementSection, StatementVersion } from './statement.ts';
import { toHtml } from './to-html.ts';
import { toText } from './to-text.ts';
import { statementValues } from './values.ts';

export interface StatementSource {
  /** As diagnostics name it. */
  readonly file: string;
  readonly text: string;
  readonly language: Language;
  readonly policy: Policy;
  /** The law of the version's date gives the figures. */
  readonly version: StatementVersion;
}

export interface CompiledStatement {
  /** Null when there is an error: a wrong statement never half-loads. */
  readonly statement: Statement | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Markdown with promises and values, filled in from the policy and bound to the list of promises. The same
 * input gives the same bytes and the same hash.
 */
export function compileStatement(source: StatementSource): CompiledStatement {
  const { file, text, language, policy, version } = source;
  const findings = findingsIn(file, text);
  const on = Temporal.PlainDate.from(version.date);
  const values = statementValues({ policy, language, on });
  const children = parseMarkdown(text).children;
  const title = titleOf(children, findings);
  checkHeadings(children, findings);
  const parts = partsOf(children, { policy, language, version, values, findings });
  const diagnostics = sortDiagnostics(findings.diagnostics);
  if (hasErrors(diagnostics) || title === null) return { statement: null, diagnostics };

  const bare = {
    language,
    version,
    title,
    sections: parts.map((part) => part.section),
    bindings: parts.flatMap((part) => part.bindings),
  };
  const html = renderHtml(bare);
  const plain = renderText(bare);
  const hash = hashOf({ language, version: { ...version }, html, text: plain });
  return { statement: { ...bare, html, text: plain, hash }, diagnostics };
}

interface Part {
  readonly section: StatementSection;
  readonly bindings: readonly Binding[];
}

function partsOf(children: readonly RootContent[], context: ResolveContext): readonly Part[] {
  const slug = slugs();
  return splitAtTitles(children).flatMap(({ heading, body }) => {
    const title = heading === null ? null : textOf(heading).trim();
    const id = title === null ? 'lead' : slug(title);
    const { nodes, bindings } = resolve(body, context);
    if (heading === null && nodes.length === 0) return [];
    const promiseIds = [...new Set(bindings.map((binding) => binding.promiseId))];
    const section = { id, title, promiseIds, html: toHtml(nodes), text: toText(nodes) };
    return [{ section, bindings: bindings.map((binding) => ({ ...binding, section: id })) }];
  });
}

/** The lead, and then each title of the second level with what stands under it. */
function splitAtTitles(
  children: readonly RootContent[],
): readonly { readonly heading: Heading | null; readonly body: readonly RootContent[] }[] {
  const parts: { heading: Heading | null; body: RootContent[] }[] = [{ heading: null, body: [] }];
  for (const child of children) {
    if (child.type === 'heading' && child.depth === 1) continue;
    if (child.type === 'heading' && child.depth === 2) parts.push({ heading: child, body: [] });
    else parts.at(-1)?.body.push(child);
  }
  return parts;
}

function titleOf(children: readonly RootContent[], findings: Findings): string | null {
  const titles = children.filter((child) => child.type === 'heading' && child.depth === 1);
  const [title, second] = titles;
  if (title !== undefined && title === children[0] && second === undefined) return textOf(title).trim();
  const at = second ?? children[0] ?? { type: 'root' };
  findings.error(findings.placeOf(at), 'one-title', {
    message: 'A statement begins with its title, and has one.',
    hint: 'Write "# Privacyverklaring" on the first line, and "##" before each section.',
  });
  return null;
}

/** Somebody who jumps from heading to heading must not find a level missing. */
function checkHeadings(children: readonly RootContent[], findings: Findings): void {
  let depth = 1;
  for (const child of children) {
    if (child.type !== 'heading') continue;
    if (child.depth > depth + 1) {
      findings.error(findings.placeOf(child), 'heading-skips', {
        message: `After a heading of level ${depth} comes one of level ${child.depth}.`,
        hint: `Write ${'#'.repeat(depth + 1)} here.`,
      });
    }
    depth = child.depth;
  }
}
