import { createReadStream } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportLedger, type LedgerReport, verifyExport, verifyLedger } from '../../app/verify-ledger.ts';
import { GestandError } from '../../base/error.ts';
import { command, projectCommand } from '../common-options.ts';
import { officerOf, storeContext } from '../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface VerifyOptions extends ProjectOptions, OutputOptions {
  readonly key?: string;
}

export function ledgerCommand(shell: Shell): Command {
  return command('ledger', {
    description: 'The evidence of everything that happened: recompute it, or hand it to an auditor.',
    examples: [
      ['ledger verify', 'recompute the whole tree of the store'],
      ['ledger export ledger.jsonl', 'write it to a file'],
      ['ledger verify ledger.jsonl --key NAME+ID+KEY', 'verify a file, anywhere, without the store'],
    ],
  })
    .addCommand(verifyCommand(shell))
    .addCommand(exportCommand(shell));
}

function verifyCommand(shell: Shell): Command {
  return projectCommand('verify', {
    description: 'Recomputes every hash and checks every signature. Ends with 1 when something was changed.',
    examples: [
      ['ledger verify', 'the ledger of the store'],
      ['ledger verify ledger.jsonl --key NAME+ID+KEY', 'an export, with the key you were given beforehand'],
    ],
  })
    .argument('[file]', 'an export; without it the ledger of the store')
    .option('--key <key>', 'the public key that must have signed an export')
    .option('--json', 'print the verdict as JSON')
    .action((file: string | undefined, options: VerifyOptions) =>
      file === undefined ? verifyStore(shell, options) : verifyFile(shell, file, options),
    );
}

function exportCommand(shell: Shell): Command {
  return projectCommand('export', {
    description: 'Writes the ledger as lines of JSON. There is no personal data in it.',
    examples: [
      ['ledger export ledger.jsonl', 'to a file'],
      ['ledger export | gzip > ledger.jsonl.gz', 'to another program'],
    ],
  })
    .argument('[file]', 'where to; without it the standard output')
    .action((file: string | undefined, options: ProjectOptions) => writeExport(shell, file, options));
}

async function verifyStore(shell: Shell, options: VerifyOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    shell.progress.step('Recomputing the ledger');
    const context = { ...storeContext(installation, officerOf(installation)), signer: installation.signer };
    const report = await verifyLedger(context);
    const { waiting } = report;
    const note = waiting === 0 ? [] : [`${waiting} newer entries wait for their place in the tree.`];
    tell(shell, options, { report, note, json: report });
  });
}

async function verifyFile(shell: Shell, file: string, options: VerifyOptions): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new GestandError('not-found', `There is no file ${file} that can be read.`, { cause });
  });
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const report = await verifyExport(lines, options.key);
  const note =
    options.key === undefined
      ? ['The key is the one in the file itself. Verify again with the key you were given: --key']
      : [];
  tell(shell, options, { report, note, json: report });
}

async function writeExport(shell: Shell, file: string | undefined, options: ProjectOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    const context = { ...storeContext(installation, officerOf(installation)), signer: installation.signer };
    const lines = exportLedger(context);
    if (file === undefined) {
      for await (const line of lines) shell.terminal.out(line);
      return;
    }
    const target = await openForWriting(file);
    await pipeline(Readable.from(lines), target.createWriteStream());
  });
}

// Opened first: a folder that is not there is a slip of whoever typed it, and costs no reading of the ledger.
async function openForWriting(file: string): Promise<FileHandle> {
  return open(file, 'w', 0o600).catch((cause: NodeJS.ErrnoException) => {
    throw new GestandError(
      'bad-input',
      `${file} cannot be written (${cause.code ?? 'unknown reason'}). Name a file in a folder that is there and yours.`,
      { cause },
    );
  });
}

interface Told {
  readonly report: Omit<LedgerReport, 'waiting'>;
  readonly note: readonly string[];
  readonly json: unknown;
}

function tell(shell: Shell, options: OutputOptions, { report, note, json }: Told): void {
  const { verdict, checkpoints, verifier } = report;
  const lines = verdict.ok
    ? [
        `The ledger is whole: ${verdict.size} entries, ${verdict.coveredSize} of them under ${checkpoints} signed heads.`,
        `Root: ${verdict.root}`,
        `Key: ${verifier}`,
      ]
    : [`The ledger was changed: ${verdict.reason}${placeOf(verdict)}.`];
  show(shell, options, { json, lines: [...lines, ...note] });
  if (!verdict.ok) shell.exitCode = 1;
}

function placeOf(verdict: Extract<LedgerReport['verdict'], { readonly ok: false }>): string {
  const { firstWrongIndex: first, lastPossibleIndex: last } = verdict;
  if (first === null) return '';
  return first === last || last === null ? `, at entry ${first}` : `, between entries ${first} and ${last}`;
}
