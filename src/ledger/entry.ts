import { canonicalJson, type Json } from '../base/canonical-json.ts';
import { GestandError } from '../base/error.ts';
import { isJsonObject } from '../base/json-member.ts';
import { refusePersonalData } from './personal-data-guard.ts';

/** What can be told by the ledger. */
export const ledgerEventKinds = [
  'statement-published',
  'policy-loaded',
  'case-opened',
  'case-state',
  'refusal-proposed',
  'refusal-withdrawn',
  'identity-proven',
  'identity-doubted',
  'mandate-accepted',
  'identity-chosen',
  'plan-sealed',
  'plan-approved',
  'run-started',
  'step-done',
  'run-closed',
  'package-made',
  'package-downloaded',
  'package-destroyed',
  'letter-sent',
  'letter-bounced',
  'message-received',
  'messages-counted',
  'message-moved',
  'case-classified',
  'erasure-recorded',
  'erased-looked-for',
  'return-cleared',
  'transfer-delivered',
  'transfer-failed',
  'transfer-received',
  'transfer-decided',
  'correction-recorded',
  'correction-reverted',
  'correction-restored',
  'trace-gone',
  'correction-disputed',
  'dispute-decided',
  'mark-set',
  'objection-weighed',
  'lifting-announced',
  'mark-lifted',
  'task-made',
  'task-attested',
  'task-cancelled',
  'disclosures-recorded',
  'notice-made',
  'notice-sent',
  'notice-failed',
  'notice-confirmed',
  'notice-excused',
  'notice-overdue',
  'source-connected',
  'catalog-drifted',
  'catalog-accepted',
  'promise-checked',
  'promise-taken-up',
] as const;
export type LedgerEventKind = (typeof ledgerEventKinds)[number];

/** What an entry is about: identifiers of ours, nothing that says who somebody is. */
export interface LedgerSubjects {
  readonly caseId?: string;
  readonly planId?: string;
  readonly runId?: string;
  readonly packageId?: string;
  readonly mailId?: string;
  readonly taskId?: string;
  readonly transferId?: string;
  readonly messageId?: string;
  readonly noticeId?: string;
  /** An id of the policy. */
  readonly recipient?: string;
  readonly statementVersionId?: string;
  readonly promiseId?: string;
  readonly source?: string;
}

export interface LedgerEntry {
  readonly kind: LedgerEventKind;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly subjects: LedgerSubjects;
  /** Hashes, counts, states, dates. No personal data: what is written here is never taken out. */
  readonly detail: { readonly [key: string]: Json };
}

/** The longest text of an entry, in bytes: an entry says what happened, the documents are elsewhere. */
export const maximumLeafBytes = 16_384;

/**
 * The text of an entry as it is stored, hashed and shown to an auditor: canonical JSON (RFC 8785).
 *
 * @throws GestandError `internal` when it holds what looks like personal data or is too long.
 */
export function leafText(entry: LedgerEntry): string {
  const value = {
    kind: entry.kind,
    at: entry.at,
    subjects: withoutAbsent(entry.subjects),
    detail: entry.detail,
  };
  const text = canonicalJson(value);
  const bytes = Buffer.byteLength(text);
  if (bytes > maximumLeafBytes) {
    throw new GestandError(
      'internal',
      `A ledger entry ${entry.kind} has ${bytes} bytes; it may have ${maximumLeafBytes}. Put a hash of the details in it instead.`,
    );
  }
  refusePersonalData(value);
  return text;
}

/** The bytes over which the leaf hash goes. */
export function leafBytes(entry: LedgerEntry): Uint8Array {
  return Buffer.from(leafText(entry));
}

/**
 * Reads an entry back from its text.
 *
 * @throws GestandError `internal` when it is not the text of an entry.
 */
export function parseEntry(text: string): LedgerEntry {
  const value = parseObject(text);
  const { kind, at, subjects, detail } = value;
  if (!isEventKind(kind) || typeof at !== 'string' || !isJsonObject(subjects) || !isJsonObject(detail)) {
    throw new GestandError('internal', 'A ledger entry lacks its kind, time, subjects or detail.');
  }
  for (const subject of Object.values(subjects)) {
    if (typeof subject !== 'string')
      throw new GestandError('internal', 'A subject of a ledger entry is no text.');
  }
  return { kind, at, subjects: subjects as LedgerSubjects, detail };
}

interface JsonObject {
  readonly [key: string]: Json;
}

function parseObject(text: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (cause) {
    throw new GestandError('internal', 'A ledger entry is not JSON.', { cause });
  }
  if (!isJsonObject(value)) throw new GestandError('internal', 'A ledger entry is not a JSON object.');
  return value;
}

function isEventKind(value: Json | undefined): value is LedgerEventKind {
  return typeof value === 'string' && (ledgerEventKinds as readonly string[]).includes(value);
}

// A subject that is not there must not become `null` in the text.
function withoutAbsent(subjects: LedgerSubjects): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(subjects).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
