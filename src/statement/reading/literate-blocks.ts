import type { Policy } from '../../policy/policy.ts';
import { findingsIn } from '../findings.ts';
import { parseMarkdown } from '../parse.ts';
import { resolve } from '../resolve.ts';
import type { StatementVersion } from '../statement.ts';
import { statementValues } from '../values.ts';
import type { Block } from './block.ts';
import { languageOf } from './detect-language.ts';
import { blocksOf } from './markdown-blocks.ts';

/** Whether Markdown takes its figures from a policy, or binds its sentences to promises. */
export function isLiterate(source: string): boolean {
  return /:{1,3}(?:promise|value|list|table)[[{]|^::version$/m.test(source);
}

/** The blocks of a statement as people read it: filled in from the policy. What cannot be filled in is left out. */
export function literateBlocks(
  { file, source }: { readonly file: string; readonly source: string },
  { policy, on }: { readonly policy: Policy; readonly on: Temporal.PlainDate },
): readonly Block[] {
  const version: StatementVersion = { number: 1, date: on.toString() };
  const { language } = languageOf(source);
  const values = statementValues({ policy, language, on });
  const findings = findingsIn(file, source);
  const { nodes } = resolve(parseMarkdown(source).children, { policy, language, version, values, findings });
  return blocksOf(nodes);
}
