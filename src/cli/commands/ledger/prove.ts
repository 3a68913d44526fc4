import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { proveEntry, proveGrowth } from '../../../app/prove-ledger.ts';
import { GestandError } from '../../../base/error.ts';
import { formatVerifier } from '../../../ledger/signed-note.ts';
import { projectCommand, wholeNumber } from '../../common-options.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type ProjectOptions, type Shell, withInstallation } from '../../shell.ts';

interface ProveOptions extends ProjectOptions {
  readonly entry?: number;
  readonly since?: number;
  readonly out?: string;
}

const place = wholeNumber(0, Number.MAX_SAFE_INTEGER);

export function ledgerProveCommand(shell: Shell): Command {
  return projectCommand('prove', {
    description:
      'Proves that an entry is in the ledger, or that it only grew. Who has the public key needs nothing else.',
    examples: [
      ['ledger prove --entry 12 --out entry-12.tlog-proof', 'that entry 12 is in the newest checkpoint'],
      ['ledger prove --since 100', 'that the ledger of 100 entries is the beginning of the newest'],
    ],
  })
    .option('--entry <index>', 'an entry, counted from 0', place)
    .option('--since <size>', 'how many entries the older checkpoint was of', place)
    .option('--out <file>', 'where to; without it the standard output')
    .action((options: ProveOptions) => run(shell, options));
}

async function run(shell: Shell, options: ProveOptions): Promise<void> {
  const { entry, since, out } = options;
  if ((entry === undefined) === (since === undefined))
    throw new GestandError('bad-input', 'Say what is to be proven: either --entry INDEX or --since SIZE.');
  await withInstallation(shell, options, async (installation) => {
    const context = {
      ...storeContext(installation, officerOf(installation)),
      signer: installation.signer,
    };
    const proof =
      entry === undefined ? await proveGrowth(context, since ?? 0) : await proveEntry(context, entry);
    shell.progress.done();
    if (out === undefined) return shell.terminal.out(proof);
    const key = formatVerifier(installation.signer.verifier);
    await writeFile(out, proof, { flag: 'wx', mode: 0o600 }).catch((cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EEXIST' ? 'is there already' : `cannot be written (${cause.code ?? ''})`;
      throw new GestandError('bad-input', `${out} ${why}. Name another file.`, { cause });
    });
    shell.terminal.out(
      `${out}: ${entry === undefined ? `the ledger of ${since} entries is the beginning of the newest` : `entry ${entry}, proven`}.\nKey: ${key}\nGive this key to whoever will verify it, apart from the proof.\n`,
    );
  });
}
