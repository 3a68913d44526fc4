import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type LedgerReport, verifyLedger } from '../../../app/verify-ledger.ts';
import { GestandError } from '../../../base/error.ts';
import type { Language } from '../../../domain/language.ts';
import { ledgerFaultText } from '../../../report/ledger-fault.ts';
import { NotVerifiable } from '../../../verifier/not-verifiable.mjs';
import { notesIn, straySignatures } from '../../../verifier/notes.mjs';
import { readProof, verifyProof } from '../../../verifier/proofs.mjs';
import { strayUnusable, verifyExport } from '../../../verifier/verification.mjs';
import { exitCodeOf, proofLines, reportLines, witnessLines } from '../../../verifier/words.mjs';
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
    .option('--language <nl|en>', 'in which the verdict is written', language, 'en')
    .option('--json', 'print the verdict as JSON')
    .action((file: string | undefined, options: VerifyOptions) =>
      file === undefined ? verifyStore(shell, options) : verifyFile(shell, file, options),
    );
}

async function verifyStore(shell: Shell, options: VerifyOptions): Promise<void> {
  await withInstallation(shell, options, async (installation) => {
    shell.progress.step('Recomputing the ledger');
    const context = { ...storeContext(installation, officerOf(installation)), signer: installation.signer };
    const kept = options.witness === undefined ? '' : await readKept(options.witness);
    const notes = notesIn(kept);
    const strays = strayUnusable(straySignatures(kept));
    if (options.witness !== undefined && notes.length + strays.length === 0)
      throw new GestandError('bad-input', `There is no checkpoint in ${options.witness}.`);
    const found = await verifyLedger(context, notes);
    const report = { ...found, unusable: [...found.unusable, ...strays] };
    show(shell, options, { json: report, lines: storeLines(report, options.language) });
    shell.exitCode = exitCodeOf({ ...report, ok: report.verdict.ok });
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
    shell.exitCode = exitCodeOf(found);
  } catch (error) {
    if (error instanceof NotVerifiable) {
      const said = options.language === 'nl' ? error.dutch : error.message;
      throw new GestandError('bad-input', said, { cause: error });
    }
    throw error;
  }
}

async function readKept(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw new GestandError('not-found', `There is no file ${file} that can be read.`, { cause });
  });
}

function storeLines(report: LedgerReport, spoken: Language): readonly string[] {
  const { verdict, checkpoints, verifier, waiting } = report;
  const dutch = spoken === 'nl';
  const lines = verdict.ok
    ? [
        dutch
          ? `Het logboek is gaaf: ${verdict.size} regels, waarvan ${verdict.coveredSize} onder ${checkpoints} ondertekende controlepunten.`
          : `The ledger is whole: ${verdict.size} entries, ${verdict.coveredSize} of them under ${checkpoints} signed checkpoints.`,
        `Root: ${verdict.root}`,
      ]
    : [dutch ? 'Het logboek is veranderd.' : 'The ledger was changed.', ...ledgerFaultText(verdict, spoken)];
  const waits = dutch
    ? `${waiting} nieuwere regels wachten op hun plaats in de boom.`
    : `${waiting} newer entries wait for their place in the tree.`;
  return [
    ...lines,
    ...witnessLines(report, spoken),
    `${dutch ? 'Sleutel' : 'Key'}: ${verifier}`,
    ...(waiting === 0 ? [] : [waits]),
  ];
}
