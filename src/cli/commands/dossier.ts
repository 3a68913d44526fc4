import type { Command } from 'commander';
import { type ExportedDossier, exportDossier } from '../../app/export-dossier.ts';
import { legalDateOf } from '../../base/clock.ts';
import { GestandError } from '../../base/error.ts';
import { isoDate, projectCommand } from '../common-options.ts';
import { expectWritable, writeExport } from '../export-output.ts';
import { officerOf, policyContext } from '../installation.ts';
import { numberOf } from '../number-of.ts';
import { type OutputOptions, type ProjectOptions, type Shell, show, withInstallation } from '../shell.ts';

interface DossierOptions extends ProjectOptions, OutputOptions {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly out: string;
}

export function dossierCommand(shell: Shell): Command {
  return projectCommand('dossier', {
    description:
      'What was promised and whether it was done, over a period, as a signed ZIP for an auditor or the authority.\nNobody who made a request can be told from it.',
    examples: [['dossier --from 2026-01-01 --to 2026-12-31 --out dossier.zip', 'a year, both days in it']],
  })
    .requiredOption('--from <date>', 'the first day', isoDate)
    .requiredOption('--to <date>', 'the last day', isoDate)
    .requiredOption('--out <file>', 'a file that ends on .zip and is not there yet')
    .option('--json', 'print what was written as JSON')
    .action((options: DossierOptions) => run(shell, options));
}

async function run(shell: Shell, options: DossierOptions): Promise<void> {
  const { from, to, out } = options;
  if (!out.toLowerCase().endsWith('.zip'))
    throw new GestandError('bad-input', 'A dossier is one file: give --out a name that ends on .zip.');
  await expectWritable(out);
  await withInstallation(shell, options, async (installation) => {
    const { signer, clock } = installation;
    const context = { ...policyContext(installation, officerOf(installation)), signer };
    shell.progress.step('Writing the dossier');
    const exported: ExportedDossier[] = [];
    await writeExport(out, {
      on: legalDateOf(clock.now()).toString(),
      write: async (target) => void exported.push(await exportDossier(context, { from, to }, target)),
    });
    for (const { entries, cases, key } of exported)
      show(shell, options, {
        json: { out, entries, cases, key },
        lines: [
          `${out}: ${numberOf(cases, 'case')}, ${numberOf(entries, 'entry', 'entries')} of the ledger.`,
          `Key: ${key}`,
          'Give this key to whoever will verify it, apart from the dossier.',
        ],
      });
  });
}
