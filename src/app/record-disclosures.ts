import { legalDateOf } from '../base/clock.ts';
import { type Diagnostic, formatDiagnostic } from '../base/diagnostic.ts';
import { GestandError } from '../base/error.ts';
import { readDisclosures } from '../report/disclosures/read-disclosures.ts';
import { recordDisclosures as keepDisclosures } from '../store/disclosure.ts';
import { appendLedgerEntry } from '../store/ledger-entry.ts';
import { withTransaction } from '../store/transaction.ts';
import type { PolicyContext } from './context.ts';
import { actorName, permit } from './permissions.ts';

export interface RecordedDisclosures {
  readonly read: number;
  /** The others were recorded before. */
  readonly added: number;
}

const mostShown = 20;

/**
 * Records which recipients received data of whom, from a table of them (GDPR art. 19, 15(1)(c)): all of it or nothing.
 *
 * @throws GestandError `bad-input` with file:line:column of what is wrong.
 */
export async function recordDisclosures(
  { actor, store, policy }: Pick<PolicyContext, 'actor' | 'store' | 'policy'>,
  {
    file,
    text,
    tell = formatDiagnostic,
  }: {
    readonly file: string;
    readonly text: string;
    /** How a mistake is told; with file:line:column when not given. */
    readonly tell?: ((mistake: Diagnostic) => string) | undefined;
  },
): Promise<RecordedDisclosures> {
  permit(actor, 'record-disclosures');
  const by = actorName(actor);
  const today = legalDateOf(store.clock.now());
  const { disclosures, diagnostics } = readDisclosures(file, text, { policy, today });
  if (diagnostics.length > 0) {
    const more = diagnostics.length - mostShown;
    const lines = [
      ...diagnostics.slice(0, mostShown).map((mistake) => tell(mistake)),
      ...(more > 0 ? [`and ${more} more`] : []),
    ];
    throw new GestandError('bad-input', `Nothing was recorded:\n${lines.join('\n')}`);
  }
  return withTransaction(store, async (inside) => {
    const added = await keepDisclosures(inside, disclosures, by);
    if (added > 0)
      await appendLedgerEntry(inside, {
        kind: 'disclosures-recorded',
        subjects: {},
        detail: { count: added, by },
      });
    return { read: disclosures.length, added };
  });
}
