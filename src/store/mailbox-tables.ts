import type { Defaulted } from './column-type.ts';

/** The tables of what came in by e-mail, and of which letter it answers. */
export interface MailboxTables {
  readonly mailbox: MailboxRow;
  readonly message: MessageRow;
  readonly message_attachment: MessageAttachmentRow;
  readonly message_chunk: MessageChunkRow;
  readonly message_place: MessagePlaceRow;
  readonly sent_letter: SentLetterRow;
}

export type MessageState = 'arriving' | 'unmatched' | 'joined' | 'counted' | 'automatic' | 'dismissed';
/** Why something of a mail is not kept: a copy of a document, a citizen service number, or more than is kept of one mail. */
export type SetAsideReason = 'identity-document' | 'citizen-number' | 'too-many';

interface MailboxRow {
  organisation_id: string;
  mailbox_id: string;
  connected_at: string;
  uid_validity: Defaulted<number>;
  done_uid: Defaulted<number>;
  reader: Defaulted<string | null>;
  lease_until: Defaulted<string | null>;
  looked_at: Defaulted<string | null>;
  failing_since: Defaulted<string | null>;
  failure_code: Defaulted<string | null>;
}

interface MessageRow {
  organisation_id: string;
  message_id: string;
  mailbox_id: string;
  state: MessageState;
  reason: Defaulted<string | null>;
  case_id: Defaulted<string | null>;
  received_at: string;
  stored_at: string;
  byte_count: number;
  fingerprint: Defaulted<string | null>;
  sender_hash: Defaulted<string | null>;
  from_contact: Defaulted<boolean>;
  content: Defaulted<Buffer | null>;
  looked_at: Defaulted<string | null>;
  looked_by: Defaulted<string | null>;
}

interface MessageAttachmentRow {
  organisation_id: string;
  message_id: string;
  ordinal: number;
  set_aside: SetAsideReason | null;
  name: Buffer | null;
  media_type: string;
  byte_count: number;
  chunk_count: number;
}

interface MessageChunkRow {
  organisation_id: string;
  message_id: string;
  attachment: number;
  ordinal: number;
  content: Buffer;
}

interface MessagePlaceRow {
  organisation_id: string;
  mailbox_id: string;
  uid: number;
  mark: 'stored' | 'set-aside';
  marked: Defaulted<boolean>;
}

interface SentLetterRow {
  organisation_id: string;
  mail_id: string;
  case_id: string;
  queued_at: string;
  bounced_at: Defaulted<string | null>;
  bounce_status: Defaulted<string | null>;
}
