import type { CaseKind } from '../domain/case-file.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { Language } from '../domain/language.ts';
import type { Channel } from '../domain/wish.ts';
import type { Defaulted, JsonColumn } from './column-type.ts';

/** The tables of cases: what was asked, what happened, and how it is shown who asks. */
export interface CaseTables {
  readonly case_file: CaseFileRow;
  readonly case_event: CaseEventRow;
  readonly case_reason: CaseReasonRow;
  readonly identity_code: IdentityCodeRow;
}

interface CaseFileRow {
  organisation_id: string;
  case_id: string;
  reference: string;
  kind: CaseKind;
  state: CaseState;
  language: Language;
  channel: Channel;
  received_at: string;
  safe_date: string;
  legal_date: string;
  identity_asked_at: Defaulted<string | null>;
  answered_at: Defaulted<string | null>;
  closed_at: Defaulted<string | null>;
  contact: Buffer | null;
  wish: Buffer | null;
  email_hash: string | null;
  access_token_hash: string;
  access_public_key: Defaulted<string | null>;
  person_hash: Defaulted<string | null>;
  joined_to: Defaulted<string | null>;
  event_count: Defaulted<number>;
}

interface CaseEventRow {
  organisation_id: string;
  case_id: string;
  ordinal: number;
  at: string;
  kind: string;
  actor: string;
  detail: JsonColumn;
}

interface CaseReasonRow {
  organisation_id: string;
  case_id: string;
  ordinal: number;
  reason: Buffer;
}

interface IdentityCodeRow {
  organisation_id: string;
  case_id: string;
  network_hash: string;
  code_hash: string;
  expires_at: string;
  attempts_left: number;
  confirmed_at: Defaulted<string | null>;
}
