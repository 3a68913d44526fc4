import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type LedgerReport, verifyLedger } from '../../../app/verify-ledger.ts';
import { GestandError } from '../../../base/error.ts';
import type { Language } from '../../../domain/language.ts';
import { NotVerifiable } from '../../../verifier/not-verifiable.mjs';
import { notesIn } from '../../../verifier/notes.mjs';
import { readProof, verifyProof } from '../../../verifier/proofs.mjs';
import { verifyExport } from '../../../verifier/verification.mjs';
import { proofLines, reportLines } from '../../../verifier/words.mjs';
import { language, projectCommand } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface VerifyOptions extends ProjectOptions, OutputOptions {
  readonly key?: string;
  readonly witness?: string;
  readonly language: Language;
}

export function ledgerVerifyCommand(shell: Shell): Command {
  return projectCommand('verify', {
    description: 'Recomputes every hash and checks every signature. Ends with 1 when something was changed.',
    examples: [
      ['ledger verify', 'the ledger of the store'],
      ['ledger verify ledger.zip --key NAME+ID+KEY', 'an export, with the key you were given beforehand'],
      ['ledger verify --witness kept.txt', 'the ledger of the store, held against what a witness kept'],
      ['ledger verify ledger.zip --witness kept.txt', 'and held against the checkpoints that a witness kept'],
    ],
  })
    .argument('[file]', 'an exported folder, ZIP, dossier or proof; without it the ledger of the store')
    .option('--key <key>', 'the public key that must have signed it')
    .option('--witness <file>', 'a text with checkpoints that somebody else kept')
    .option('--language <nl|en>', 'in which the verdict on a file is written', language, 'en')
    .option('--json', 'print the verdict as JSON')
    .action((file: string | undefined, options: VerifyOptions) =>
      file === undefined ? verifyStore(shell, options) : verifyFile(shell, file, options),
    );
}

async function verifyStore(shell: Shell, options: VerifyOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    shell.progress.step('Recomputing the ledger');
    const context = { ...storeContext(installation, officerOf(installation)), signer: installation.signer };
    const kept = options.witness === undefined ? [] : await keptNotes(options.witness);
    const report = await verifyLedger(context, kept);
    show(shell, options, { json: report, lines: storeLines(report) });
    if (!report.verdict.ok) shell.exitCode = 1;
  });
}

/** By the very code that lies in every export: it has no other word for what is whole. */
async function verifyFile(shell: Shell, file: string, options: VerifyOptions): Promise<void> {
  const { key, witness: kept } = options;
  const witness = kept === undefined ? [] : [await readKept(kept)];
  try {
    const proof = await readProof(file);
    const found =
      proof === null ? await verifyExport(file, { key, witness }) : verifyProof(proof, { key, witness });
    const lines =
      'said' in found ? proofLines(found, options.language) : reportLines(found, options.language);
    show(shell, options, { json: found, lines });
    if (!found.ok) shell.exitCode = 1;
  } catch (error) {
    if (error instanceof NotVerifiable) throw new GestandError('bad-input', error.message, { cause: error });
    throw error;
  }
}

async function keptNotes(file: string): Promise<readonly string[]> {
  const notes = notesIn(await readKept(file));
  if (notes.length > 0) return notes;
  throw new GestandError('bad-input', `There is no checkpoint in ${file}.`);
}

async function readKept(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GestandError('not-found', `There is no file ${file} that can be read.`, { cause });
  });
}

function storeLines({ verdict, checkpoints, verifier, waiting }: LedgerReport): readonly string[] {
  const lines = verdict.ok
    ? [
        `The ledger is whole: ${verdict.size} entries, ${verdict.coveredSize} of them under ${checkpoints} signed heads.`,
        `Root: ${verdict.root}`,
        `Key: ${verifier}`,
      ]
    : [`The ledger was changed: ${verdict.reason}${placeOf(verdict)}.`];
  return waiting === 0 ? lines : [...lines, `${waiting} newer entries wait for their place in the tree.`];
}

function placeOf(verdict: Extract<LedgerReport['verdict'], { readonly ok: false }>): string {
  const { firstWrongIndex: first, lastPossibleIndex: last } = verdict;
  if (first === null) return '';
  return first === last || last === null ? `, at entry ${first}` : `, between entries ${first} and ${last}`;
}
