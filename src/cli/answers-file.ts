import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { GestandError } from '../base/error.ts';
import type { Answers } from '../catalog/statement-draft/draft-question.ts';

/**
 * Answers in YAML: `purposes.billing.basis: contract`, or nested under their parts. A list is its members with commas.
 *
 * @throws GestandError `bad-input` when the file cannot be read, or holds something else.
 */
export function readAnswers(file: string): Answers {
  const answers = new Map<string, string>();
  collect(parsed(file), [], answers, file);
  return answers;
}

function collect(value: unknown, path: readonly string[], answers: Map<string, string>, file: string): void {
  if (Array.isArray(value)) answers.set(path.join('.'), value.map(String).join(', '));
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key], answers, file);
  else if (path.length === 0) throw refused(file);
  else if (value !== null) answers.set(path.join('.'), String(value));
}

function parsed(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new GestandError('bad-input', `${file} cannot be read. Check that it is there and yours.`, {
      cause,
    });
  }
  try {
    // Dates and numbers stay as they were written: a trade-register number begins with a nought.
    return parse(text, { schema: 'failsafe' });
  } catch (cause) {
    throw refused(file, cause);
  }
}

function refused(file: string, cause?: unknown): GestandError {
  return new GestandError(
    'bad-input',
    `${file} holds no answers. Write a line a question: "controller.phone: 030 555 0100".`,
    {
      cause,
    },
  );
}
