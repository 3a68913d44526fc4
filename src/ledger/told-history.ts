import { textIn } from '../base/json-member.ts';
import { parseEntry } from './entry.ts';
import type { StoredEntry } from './verify.ts';

/** A state that an entry says a promise came into. */
export interface ToldState {
  readonly state: string;
  /** When: the time of the entry. */
  readonly at: string;
  /** The index of the entry. */
  readonly entry: number;
}

/** A case as the entries about it leave it. */
export interface ToldCase {
  readonly kind: string;
  readonly channel: string;
  readonly openedAt: string;
  readonly state: string;
  readonly legalDate: string;
  readonly answeredAt: string | null;
  readonly closedAt: string | null;
  /** The index of the last entry that says one of these. */
  readonly entry: number;
}

/** States in which a case has come to its end; it comes out of `joined` alone. */
const endStates = new Set(['closed', 'withdrawn', 'joined', 'removed']);

/**
 * How promises and cases stood, as the ledger tells it and not as our tables do: what those say can be changed without a trace. Memory
 * grows with the changes of promises, and with the cases that had not ended before the period.
 */
export class ToldHistory {
  /** By promise, in the order of the ledger. */
  readonly promises = new Map<string, ToldState[]>();
  readonly cases = new Map<string, ToldCase>();
  readonly #from: Temporal.Instant;

  /** @param from the beginning of the period (ISO 8601): cases that ended before it are left out. */
  constructor(from: string) {
    this.#from = Temporal.Instant.from(from);
  }

  /** The next entry. @throws GestandError `internal` when its text is none. */
  add({ index, leaf }: StoredEntry): void {
    // Most entries are about neither, and to see that is cheaper than to read them.
    if (!/"kind":"(promise-checked|case-opened|case-state|case-classified)"/.test(leaf)) return;
    const { kind, at, subjects, detail } = parseEntry(leaf);
    const { promiseId, caseId } = subjects;
    if (kind === 'promise-checked' && promiseId !== undefined) {
      const told = { state: textIn(detail, 'state'), at, entry: index };
      const before = this.promises.get(promiseId);
      if (before === undefined) this.promises.set(promiseId, [told]);
      else before.push(told);
    } else if (caseId !== undefined) this.#addCase(caseId, { kind, at, detail, index });
  }

  #addCase(id: string, { kind, at, detail, index: entry }: CaseEntry): void {
    const before = this.cases.get(id);
    if (kind === 'case-opened')
      this.cases.set(id, {
        kind: textIn(detail, 'kind'),
        channel: textIn(detail, 'channel'),
        state: 'received',
        legalDate: textIn(detail, 'legalDate'),
        openedAt: at,
        answeredAt: null,
        closedAt: null,
        entry,
      });
    if (before === undefined) return;
    const legalDate = textIn(detail, 'legalDate') || before.legalDate;
    if (kind === 'case-classified')
      this.cases.set(id, { ...before, kind: textIn(detail, 'to'), legalDate, entry });
    if (kind !== 'case-state') return;
    const state = textIn(detail, 'state');
    const ended = endStates.has(state);
    // What was joined can be taken up again; of what ended otherwise nothing more is told.
    if (ended && state !== 'joined' && Temporal.Instant.compare(Temporal.Instant.from(at), this.#from) < 0)
      this.cases.delete(id);
    else
      this.cases.set(id, {
        ...before,
        state,
        legalDate,
        entry,
        answeredAt: state === 'answered' || state === 'refused' ? at : before.answeredAt,
        closedAt: ended ? at : null,
      });
  }
}

type CaseEntry = Pick<ReturnType<typeof parseEntry>, 'kind' | 'at' | 'detail'> & { readonly index: number };
