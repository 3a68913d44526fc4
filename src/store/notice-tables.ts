import type { ColumnType } from 'kysely';
import type { Json } from '../base/canonical-json.ts';
import type { IdentityKind } from '../domain/identity.ts';
import type { LawfulBasis } from '../domain/lawful-basis.ts';
import type { NoticeDeed, NoticeExcuse, NoticeState, NoticeWay } from '../domain/notice.ts';
import type { Defaulted } from './column-type.ts';

/** The tables of what recipients received and are told: see `sql/`. */
export interface NoticeTables {
  readonly disclosure: DisclosureRow;
  readonly notice: NoticeRow;
}

interface DisclosureRow {
  organisation_id: string;
  disclosure_id: string;
  recipient: string;
  identity_kind: IdentityKind;
  identity_hash: string;
  identity: Buffer | null;
  categories: string[];
  basis: LawfulBasis;
  disclosed_on: string;
  recorded_at: string;
  recorded_by: string;
  ended_by: Defaulted<string | null>;
}

interface NoticeRow {
  organisation_id: string;
  notice_id: string;
  case_id: string | null;
  run_id: string | null;
  recipient: string;
  deed: NoticeDeed;
  scope: ColumnType<Json, string, string>;
  way: NoticeWay;
  state: NoticeState;
  people: Buffer | null;
  token_hash: string;
  made_at: string;
  due_on: string;
  attempts: Defaulted<number>;
  next_attempt_at: string;
  last_code: Defaulted<string | null>;
  mail_id: Defaulted<string | null>;
  sent_at: Defaulted<string | null>;
  reminded_at: Defaulted<string | null>;
  overdue_at: Defaulted<string | null>;
  settled_at: Defaulted<string | null>;
  settled_by: Defaulted<string | null>;
  receipt: Defaulted<string | null>;
  excuse: Defaulted<NoticeExcuse | null>;
  note: Defaulted<Buffer | null>;
}
