import type { Command } from 'commander';
import { command } from '../common-options.ts';
import type { Shell } from '../shell.ts';
import { ledgerEntriesCommand } from './ledger/entries.ts';
import { ledgerExportCommand } from './ledger/export.ts';
import { ledgerProveCommand } from './ledger/prove.ts';
import { ledgerVerifyCommand } from './ledger/verify.ts';

export function ledgerCommand(shell: Shell): Command {
  return command('ledger', {
    description: 'The evidence of everything that happened: recompute it, or hand it to an auditor.',
    examples: [
      ['ledger verify', 'recompute the whole tree of the store'],
      ['ledger export --out ledger.zip', 'hand it over, with the program that verifies it'],
      ['ledger verify ledger.zip --key NAME+ID+KEY', 'verify an export, anywhere, without the store'],
      ['ledger entries GS-2026-7K3M9', 'what it tells of a request, by number'],
      ['ledger prove --entry 12', 'one entry, with the proof that it is in the ledger'],
    ],
  })
    .addCommand(ledgerVerifyCommand(shell))
    .addCommand(ledgerExportCommand(shell))
    .addCommand(ledgerEntriesCommand(shell))
    .addCommand(ledgerProveCommand(shell));
}
