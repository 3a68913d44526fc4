import { GestandError } from '../base/error.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { Policy } from '../policy/policy.ts';
import { buildDocument } from '../statement/reading/build-document.ts';
import { decode } from '../statement/reading/decode.ts';
import type { StatementDocument } from '../statement/reading/document.ts';
import { isLiterate, literateBlocks } from '../statement/reading/literate-blocks.ts';
import {
  formatOf,
  readDocument,
  type Unreadable,
  unreadableBecause,
} from '../statement/reading/read-document.ts';
import type { WrittenFile } from './load-policy.ts';

/** A file that somebody says holds a privacy statement. */
export interface StatementFile {
  /** As messages name it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What the organisation really does, where it is known. */
  readonly policy: WrittenFile | null;
  readonly on: Temporal.PlainDate;
}

export interface ReadStatementFile {
  readonly document: StatementDocument;
  readonly policy: Policy | null;
}

/** No statement is longer, and no person would read it. */
const mostBytes = 20 * 1024 * 1024;

const reasons: Readonly<Record<Unreadable | 'binary' | 'too-long', string>> = {
  empty: 'holds no text. Name the file with the statement itself.',
  'no-statement':
    'does not read as a privacy statement: it hardly speaks of personal data. Name another file.',
  'other-language': 'is in another language. Only Dutch and English are read.',
  binary: 'is not a text. Save the statement as Markdown, plain text or HTML.',
  'too-long': 'is longer than 20 MB. Save the statement alone as Markdown, plain text or HTML.',
};

/**
 * What a reader sees of the file: Markdown, plain text or a web page. One with marks of promises is filled in from its policy.
 *
 * @throws GestandError `bad-input` when it is no statement that can be read; `bad-configuration` when the policy has mistakes, or
 * is missing and needed.
 */
export function readStatementFile({ file, bytes, policy: written, on }: StatementFile): ReadStatementFile {
  const source = textOf(file, bytes);
  const policy = written === null ? null : compiled(written);
  const format = formatOf(file, source);
  if (format !== 'md' || !isLiterate(source))
    return { document: readable(readDocument({ file, source }, format)), policy };
  if (policy === null)
    throw new GestandError('bad-input', `${file} takes figures from a policy. Name it with --policy FILE.`);
  return {
    document: readable(buildDocument({ file, source }, literateBlocks({ file, source }, { policy, on }))),
    policy,
  };
}

function textOf(file: string, bytes: Uint8Array): string {
  if (bytes.length > mostBytes) throw unreadable(file, 'too-long');
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') throw unreadable(file, 'binary');
  return decoded.text;
}

function readable(document: StatementDocument): StatementDocument {
  const reason = unreadableBecause(document);
  if (reason !== null) throw unreadable(document.file, reason);
  return document;
}

function unreadable(file: string, reason: keyof typeof reasons): GestandError {
  return new GestandError('bad-input', `${file} ${reasons[reason]}`);
}

function compiled({ file, text }: WrittenFile): Policy {
  const { policy } = compilePolicy(file, text);
  if (policy !== null) return policy;
  throw new GestandError(
    'bad-configuration',
    `${file} has mistakes. "gestand check --no-sources" names them.`,
  );
}
