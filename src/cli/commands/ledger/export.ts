import type { Command } from 'commander';
import { type ExportedLedger, exportLedger } from '../../../app/export-ledger.ts';
import { legalDateOf } from '../../../base/clock.ts';
import { projectCommand } from '../../common-options.ts';
import { expectWritable, writeExport } from '../../export-output.ts';
import { officerOf, storeContext } from '../../installation.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../../shell.ts';

interface ExportOptions extends ProjectOptions, OutputOptions {
  readonly out: string;
  readonly asItIs?: boolean;
}

export function ledgerExportCommand(shell: Shell): Command {
  return projectCommand('export', {
    description:
      'Writes the ledger as a tiled log (C2SP tlog-tiles), signed, with the program that verifies it.\nIt names nobody. Ends with 1, and writes nothing, when the ledger is not what was signed.',
    examples: [
      ['ledger export --out ledger.zip', 'as one file'],
      ['ledger export --out ledger', 'as a folder'],
      ['ledger export --out broken.zip --as-it-is', 'also when it was changed, as evidence of that'],
    ],
  })
    .requiredOption('--out <path>', 'a folder, or a file that ends on .zip; neither may be there yet')
    .option('--as-it-is', 'without looking whether it is what was signed')
    .option('--json', 'print what was written as JSON')
    .action((options: ExportOptions) => run(shell, options));
}

async function run(shell: Shell, options: ExportOptions): Promise<void> {
  const { out } = options;
  await expectWritable(out);
  await withInstallation(shell, options, async (installation) => {
    const { signer, clock } = installation;
    const context = { ...storeContext(installation, officerOf(installation)), signer };
    shell.progress.step('Writing the ledger');
    const exported: ExportedLedger[] = [];
    await writeExport(out, {
      on: legalDateOf(clock.now()).toString(),
      write: async (target) =>
        void exported.push(await exportLedger(context, target, { asItIs: options.asItIs === true })),
    });
    for (const { size, key } of exported)
      show(shell, options, {
        json: { out, size, key },
        lines: [
          `${out}: ${size} entries.`,
          `Key: ${key}`,
          'Give this key to whoever will verify it, apart from the export.',
        ],
      });
  });
}
