import { grounds } from '../law/grounds.ts';
import type { Policy } from '../policy/policy.ts';
import type { Letter, LetterKind } from '../report/letters/letter.ts';

/** Letters that tell nobody what came of what they asked: receipts, questions, codes. */
type WithoutOutcome =
  | 'address-noted'
  | 'identity-code'
  | 'identity-question'
  | 'mandate-question'
  | 'message-received'
  // Everything that was named is put on hold; where something is not, it tells an outcome too.
  | 'objection-received'
  | 'represented'
  | 'request-joined'
  | 'request-received'
  | 'request-withdrawn'
  | 'written-reply';

/** A letter of a kind that stands in neither list does not compile. */
type Outcomes = { readonly [Kind in Exclude<LetterKind, WithoutOutcome>]: Letter & { readonly kind: Kind } };

/** One letter of every kind that tells an outcome, as the organisation of this policy would write it. About nobody. */
export function outcomeLetters(policy: Policy, today: Temporal.PlainDate): readonly Letter[] {
  const { contactPoint, website } = policy.controller;
  const searched = policy.sources.map(({ name }) => name);
  const on = today.toString();
  const expiresAt = today.toZonedDateTime('UTC').toInstant();
  const kept = { source: contactPoint, table: contactPoint, rows: 1, ground: grounds[0], until: null };
  const uses = { purposes: null, categories: null, recipients: null };
  const party = { name: website, address: website, reference: '' };
  const foundNothing = { searched, erasedBefore: null };
  const letters: Outcomes = {
    'access-ready': { kind: 'access-ready', link: website, expiresAt, explanation: [] },
    'access-found-nothing': { kind: 'access-found-nothing', ...foundNothing },
    'erasure-done': {
      kind: 'erasure-done',
      erasedOn: on,
      explanation: [],
      erased: [],
      kept: [kept],
      informedRecipients: [],
      unknowingRecipients: [],
      caseFileUntil: null,
    },
    'erasure-found-nothing': { kind: 'erasure-found-nothing', ...foundNothing },
    'rectification-done': {
      kind: 'rectification-done',
      correctedOn: on,
      changed: [],
      kept: [kept],
      unchanged: [],
      notSearched: [],
    },
    'portability-ready': {
      kind: 'portability-ready',
      link: website,
      expiresAt,
      insteadOf: null,
      explanation: [],
    },
    'portability-found-nothing': { kind: 'portability-found-nothing', leftOut: [] },
    'transfer-done': { kind: 'transfer-done', receiver: party, receivedAt: expiresAt, digest: '' },
    'transfer-received': {
      kind: 'transfer-received',
      sender: party,
      receivedOn: on,
      categories: [],
      rows: 0,
      keptUntil: on,
      statementLink: website,
    },
    'restriction-set': { kind: 'restriction-set', uses },
    'restriction-lifted': { kind: 'restriction-lifted', uses, staying: [], reason: '' },
    'objection-upheld': { kind: 'objection-upheld', uses },
    'objection-rejected': { kind: 'objection-rejected', uses, staying: [], allStays: false, ground: '' },
    'marketing-stopped': { kind: 'marketing-stopped', uses, others: [] },
    'consent-withdrawn': { kind: 'consent-withdrawn', uses, others: [] },
    'nothing-to-stop': { kind: 'nothing-to-stop', others: [] },
    'answer-extended': {
      kind: 'answer-extended',
      reason: 'complexity',
      explanation: '',
      receivedOn: on,
      legalDate: on,
    },
    'request-answered': {
      kind: 'request-answered',
      request: 'question',
      receivedOn: on,
      finding: null,
      answer: '',
    },
    'request-refused': {
      kind: 'request-refused',
      request: 'access',
      receivedOn: on,
      ground: grounds[0],
      explanation: '',
    },
    'mandate-refused': { kind: 'mandate-refused', reason: '' },
  };
  return Object.values(letters);
}
