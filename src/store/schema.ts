import type { ColumnType } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import type { Language } from '../domain/language.ts';
import type { MarkKind } from '../domain/use-mark.ts';
import type { RestrictionGround } from '../domain/wish.ts';
import type { PlanKind } from '../plan/plan.ts';
import type { AppChannelTables } from './app-channel-tables.ts';
import type { CaseTables } from './case-tables.ts';
import type { Defaulted, JsonColumn } from './column-type.ts';
import type { EvidenceTables } from './evidence-tables.ts';
import type { MailboxTables } from './mailbox-tables.ts';
import type { NoticeTables } from './notice-tables.ts';
import type { TransferTables } from './transfer-tables.ts';

/** The tables of `sql/`, as the driver hands their rows over: instants as ISO 8601 text in UTC, dates as text. */
export interface Database
  extends AppChannelTables,
    CaseTables,
    EvidenceTables,
    MailboxTables,
    NoticeTables,
    TransferTables {
  readonly organisation: OrganisationRow;
  readonly statement_version: StatementVersionRow;
  readonly policy_version: PolicyVersionRow;
  readonly catalog_version: CatalogVersionRow;
  readonly rate_limit: RateLimitRow;
  readonly package_file: PackageFileRow;
  readonly package_chunk: PackageChunkRow;
  readonly outbox_mail: OutboxMailRow;
  readonly plan: PlanRow;
  readonly plan_case: PlanCaseRow;
  readonly run: RunRow;
  readonly run_step: RunStepRow;
  readonly run_identities: RunIdentitiesRow;
  readonly erasure_record: ErasureRecordRow;
  readonly person_mark: PersonMarkRow;
  readonly person_mark_identity: PersonMarkIdentityRow;
  readonly erased_row: ErasedRowRow;
  readonly cleared_row: ClearedRowRow;
  readonly erasure_look: ErasureLookRow;
  readonly corrected_cell: CorrectedCellRow;
  readonly weighing: WeighingRow;
  readonly task: TaskRow;
  readonly task_file: TaskFileRow;
}

type NullableJsonColumn = ColumnType<Json | null, string | null | undefined, string | null>;

export type PlanState = 'draft' | 'approved' | 'executed' | 'superseded';
export type RunState = 'queued' | 'running' | 'completed' | 'failed';
export type StepState = 'waiting' | 'running' | 'completed';
export type TaskState = 'open' | 'attested' | 'cancelled';
export type TaskOutcome = 'done' | 'nothing-found' | 'kept';
/** `partly`: not every table of people can be looked through. */
export type LookOutcome = 'looked' | 'partly' | 'not-listed' | 'by-hand' | 'away';
/** How a corrected cell stands; `unseen`: where it is nobody can look again. */
export type CellState =
  | 'captured'
  | 'standing'
  | 'reverted'
  | 'changed'
  | 'gone'
  | 'unseen'
  | 'superseded'
  | 'noted';
/** Why a case is not answered by the plan that was to answer it with others. */
export type LeftOut = 'ended' | 'unverified';
export type MailState = 'queued' | 'sent' | 'failed';

interface OrganisationRow {
  organisation_id: string;
  name: string;
  created_at: string;
}

interface StatementVersionRow {
  organisation_id: string;
  statement_version_id: string;
  language: Language;
  version: string;
  published_at: string;
  content_hash: string;
  policy_hash: string;
  markdown: string;
  html: string;
  plain_text: string;
}

interface PolicyVersionRow {
  organisation_id: string;
  policy_hash: string;
  yaml: string;
  loaded_at: string;
}

interface CatalogVersionRow {
  organisation_id: string;
  source: string;
  catalog_hash: string;
  catalog: JsonColumn;
  accepted_at: string;
  accepted_by: string;
}

interface RateLimitRow {
  organisation_id: string;
  bucket_hash: string;
  window_start: string;
  taken: number;
}

interface PackageFileRow {
  organisation_id: string;
  package_id: string;
  case_id: string;
  state: 'writing' | 'ready';
  file_name: string;
  token_hash: string;
  wrapped_key: Buffer;
  sealed_token: Defaulted<Buffer | null>;
  chunk_count: number;
  byte_count: number;
  created_at: string;
  expires_at: string;
  downloads: Defaulted<number>;
}

interface PackageChunkRow {
  organisation_id: string;
  package_id: string;
  ordinal: number;
  content: Buffer;
}

interface OutboxMailRow {
  organisation_id: string;
  mail_id: string;
  recipient: Buffer;
  message: Buffer;
  state: MailState;
  attempts: Defaulted<number>;
  queued_at: string;
  next_attempt_at: string;
  sent_at: Defaulted<string | null>;
}

interface PlanRow {
  organisation_id: string;
  plan_id: string;
  kind: PlanKind;
  case_id: string | null;
  state: PlanState;
  sealed_hash: string;
  sealed_content: JsonColumn;
  bindings: Buffer;
  created_at: string;
  approved_by: Defaulted<string | null>;
  approved_at: Defaulted<string | null>;
}

interface PlanCaseRow {
  organisation_id: string;
  plan_id: string;
  case_id: string;
  person: number;
  counts: JsonColumn;
  left_out: Defaulted<LeftOut | null>;
}

interface RunRow {
  organisation_id: string;
  run_id: string;
  plan_id: string;
  state: RunState;
  fence: Defaulted<number>;
  worker: Defaulted<string | null>;
  lease_until: Defaulted<string | null>;
  created_at: string;
  closed_at: Defaulted<string | null>;
  failure_code: Defaulted<string | null>;
}

interface RunStepRow {
  organisation_id: string;
  run_id: string;
  ordinal: number;
  name: string;
  source: string;
  state: StepState;
  batch_cursor: NullableJsonColumn;
  result: NullableJsonColumn;
  attempts: Defaulted<number>;
  started_at: Defaulted<string | null>;
  completed_at: Defaulted<string | null>;
}

interface RunIdentitiesRow {
  organisation_id: string;
  run_id: string;
  identities: Buffer;
}

interface ErasureRecordRow {
  organisation_id: string;
  identity_kind: string;
  identity_hash: string;
  run_id: string;
  erased_at: string;
}

interface PersonMarkRow {
  organisation_id: string;
  mark_id: string;
  case_id: string;
  kind: MarkKind;
  ground: RestrictionGround | null;
  scope: JsonColumn;
  rule: string;
  since: string;
  ordinal: number | null;
  plan_id: Defaulted<string | null>;
  notice_mail_id: Defaulted<string | null>;
  lifted_at: Defaulted<string | null>;
}

interface WeighingRow {
  organisation_id: string;
  case_id: string;
  outcome: 'upheld' | 'rejected';
  reason: Buffer | null;
  decided_by: string;
  decided_at: string;
}

interface PersonMarkIdentityRow {
  organisation_id: string;
  identity_hash: string;
  mark_id: string;
}

interface ErasedRowRow {
  organisation_id: string;
  row_hash: string;
  run_id: string;
  person: number;
  deleted: boolean;
  erased_at: string;
}

interface ClearedRowRow {
  organisation_id: string;
  row_hash: string;
  cleared_at: string;
  cleared_by: string;
}

interface ErasureLookRow {
  organisation_id: string;
  source: string;
  looked_at: string;
  outcome: LookOutcome;
  rows_seen: number;
  returned: number;
  unclear: number;
  run_ids: JsonColumn;
}

interface CorrectedCellRow {
  organisation_id: string;
  run_id: string;
  step: number;
  capture: string;
  case_id: string;
  source: string;
  table_id: string;
  column_name: string;
  place_hash: string;
  content: Buffer;
  effect: 'set' | 'keep';
  state: CellState;
  captured_at: string;
  looked_at: Defaulted<string | null>;
}

interface TaskRow {
  organisation_id: string;
  task_id: string;
  run_id: string;
  case_id: string | null;
  source: string;
  asks: PlanKind;
  state: TaskState;
  made_at: string;
  due_on: string;
  subject: Buffer | null;
  attested_at: Defaulted<string | null>;
  attested_by: Defaulted<string | null>;
  outcome: Defaulted<TaskOutcome | null>;
  items: Defaulted<number | null>;
  ground: Defaulted<string | null>;
  kept_until: Defaulted<string | null>;
  note: Defaulted<Buffer | null>;
  file_name: Defaulted<Buffer | null>;
  file_bytes: Defaulted<number | null>;
}

interface TaskFileRow {
  organisation_id: string;
  task_id: string;
  ordinal: number;
  content: Buffer;
}
