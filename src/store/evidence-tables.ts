import type { ColumnType } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import type { PromiseState } from '../domain/promise-state.ts';
import type { Defaulted } from './column-type.ts';

/** The tables of the ledger and of what the checks of promises found: see `sql/`. */
export interface EvidenceTables {
  readonly ledger_entry: LedgerEntryRow;
  readonly ledger_head: LedgerHeadRow;
  readonly ledger_checkpoint: LedgerCheckpointRow;
  readonly ledger_witness: LedgerWitnessRow;
  readonly promise_result: PromiseResultRow;
  readonly term_count: TermCountRow;
  readonly loose_trace: LooseTraceRow;
}

interface LedgerEntryRow {
  organisation_id: string;
  entry_id: string;
  entry_index: Defaulted<number | null>;
  leaf: string;
  leaf_hash: Buffer;
  appended_at: string;
}

interface LedgerHeadRow {
  organisation_id: string;
  tree_size: number;
  peaks: Buffer[];
}

interface LedgerCheckpointRow {
  organisation_id: string;
  tree_size: number;
  root_hash: Buffer;
  note: string;
  created_at: string;
}

interface LedgerWitnessRow {
  organisation_id: string;
  witness_hash: string;
  shown_size: number;
  shown_at: Defaulted<string | null>;
  attempts: Defaulted<number>;
  next_attempt_at: string;
  last_code: Defaulted<string | null>;
}

interface TermCountRow {
  organisation_id: string;
  source: string;
  table_id: string;
  column_name: string;
  before_date: string;
  tag: string;
  row_count: number;
  undated_count: number;
  counted_at: string;
}

interface PromiseResultRow {
  organisation_id: string;
  promise_id: string;
  ordinal: number;
  state: PromiseState;
  since: string;
  last_checked_at: string | null;
  detail: ColumnType<Json, string, string>;
  taken_up_by: string | null;
  taken_up_at: string | null;
  note: string | null;
}

interface LooseTraceRow {
  organisation_id: string;
  run_id: string;
  source: string;
  table_id: string;
  column_name: string;
  sought: Buffer | null;
  row_count: number;
  found_at: string;
  looked_at: string;
  gone_at: Defaulted<string | null>;
}
