import type { ColumnType } from 'kysely';

/** The tables of data that pass between controllers: see `sql/`. */
export interface TransferTables {
  readonly transfer: TransferRow;
  readonly transfer_chunk: TransferChunkRow;
  readonly known_sender: KnownSenderRow;
  readonly inbound_transfer: InboundTransferRow;
  readonly inbound_chunk: InboundChunkRow;
}

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type TransferState = 'packing' | 'packed' | 'delivered' | 'failed';
/**
 * `receiving`: bytes are coming in. `quarantined`: of a sender whom nobody here knows. `waiting`: of one who is known, and
 * nobody has looked at it. `expired`: nobody decided in time.
 */
export type InboundState = 'receiving' | 'quarantined' | 'waiting' | 'accepted' | 'refused' | 'expired';

interface TransferRow {
  organisation_id: string;
  transfer_id: string;
  case_id: string;
  run_id: string;
  receiver_address: string;
  receiver_name: string;
  receiver_key: string;
  state: TransferState;
  digest: Optional<string>;
  byte_count: Optional<number>;
  created_at: string;
  ended_at: Optional<string>;
  receipt: Optional<string>;
  failure: Optional<string>;
}

interface TransferChunkRow {
  organisation_id: string;
  transfer_id: string;
  ordinal: number;
  content: Buffer;
}

interface KnownSenderRow {
  organisation_id: string;
  address: string;
  name: string;
  signing_key: string;
  thumbprint: string;
  known_since: string;
  decided_by: string;
}

interface InboundTransferRow {
  organisation_id: string;
  inbound_id: string;
  sender_address: string;
  sender_name: string;
  sender_key: string;
  sender_thumbprint: string;
  transfer_id: string;
  state: InboundState;
  digest: string;
  byte_count: number;
  package_bytes: Optional<number>;
  row_count: Optional<number>;
  chunk_count: Optional<number>;
  manifest: Optional<Buffer>;
  received_at: string;
  receipt: Optional<string>;
  decided_at: Optional<string>;
  decided_by: Optional<string>;
  reason: Optional<string>;
  told_at: Optional<string>;
}

interface InboundChunkRow {
  organisation_id: string;
  inbound_id: string;
  ordinal: number;
  content: Buffer;
}
