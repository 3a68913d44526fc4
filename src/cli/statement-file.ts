import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { WrittenFile } from '../app/load-policy.ts';
import type { StatementFile } from '../app/read-statement-file.ts';
import { legalDateOf, systemClock } from '../base/clock.ts';
import { GestandError } from '../base/error.ts';

/**
 * The file of a statement, with the policy that was named. Where none was, and the statement is one of ours, the policy beside it.
 *
 * @throws GestandError `bad-input` when a file cannot be read.
 */
export function openStatementFile(file: string, policy: string | undefined): StatementFile {
  const bytes = readBytes(file);
  return { file, bytes, policy: policyOf(file, policy), on: legalDateOf(systemClock.now()) };
}

function policyOf(file: string, named: string | undefined): WrittenFile | null {
  const beside = join(dirname(resolve(file)), 'policy.yaml');
  const ours = /statement\.(nl|en)\.md$/.test(file) && existsSync(beside) ? beside : undefined;
  const path = named ?? ours;
  return path === undefined ? null : { file: path, text: new TextDecoder().decode(readBytes(path)) };
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new GestandError('bad-input', `${file} cannot be read. Check that it is there and yours.`, {
      cause,
    });
  }
}
