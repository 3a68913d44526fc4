import { spawnSync } from 'node:child_process';
import { mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Option } from 'commander';
import { GestandError } from '../base/error.ts';
import type { Config } from '../config.ts';
import type { Shell } from './shell.ts';

/** The ways in which an officer hands over a text that a person will read. */
export interface TextOptions {
  readonly text?: string;
  readonly file?: string;
}

export function textOption(): Option {
  return new Option('--text <text>', 'the text itself');
}

export function fileOption(): Option {
  return new Option('--file <path>', 'a file with the text; - for what comes in on standard input');
}

/**
 * The text that somebody wrote: on the command line, in a file, on standard input, or in their editor.
 *
 * @param about stands in the editor above the text, on lines that are left out of it.
 * @throws GestandError `bad-input` when there is none.
 */
export async function writtenText(
  { terminal }: Shell,
  { text, file }: TextOptions,
  { config, about }: { readonly config: Config; readonly about: readonly string[] },
): Promise<string> {
  if (text !== undefined) return text;
  if (file === '-') return terminal.readToEnd();
  if (file !== undefined) return readText(file);
  if (!terminal.interactive)
    throw new GestandError(
      'bad-input',
      'There is no text. Give it with --text, or with --file and a path or -.',
    );
  return fromEditor(config.editor, about);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new GestandError(
      'bad-input',
      'The file of --file cannot be read. Check that it is there and yours.',
      { cause },
    );
  }
}

const remark = '# ';

function fromEditor(editor: string, about: readonly string[]): string {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'gestand-'));
  const path = join(folder.path, 'answer.txt');
  writeFileSync(path, `\n${about.map((line) => `${remark}${line}\n`).join('')}`, { mode: 0o600 });
  const [command = 'vi', ...words] = editor.split(/\s+/);
  const { status } = spawnSync(command, [...words, path], { stdio: 'inherit' });
  if (status !== 0)
    throw new GestandError('bad-input', `The editor "${editor}" did not end well. Nothing was sent.`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith(remark.trim()))
    .join('\n');
}
