import { GestandError } from '../base/error.ts';
import type { CaseId } from '../base/ids.ts';

/** Who does something. Ids of ours; never a name or an address. */
export type Actor =
  /** Somebody on a public page, of whom nothing is known. */
  | { readonly kind: 'visitor' }
  /** Who holds the link of one case. */
  | { readonly kind: 'person'; readonly caseId: CaseId }
  /** A member of staff. */
  | { readonly kind: 'officer'; readonly id: string }
  /** Another system of the organisation, by the token it was given. */
  | { readonly kind: 'program' }
  /** Gestand itself, by its clock. */
  | { readonly kind: 'system' };

export type ActorKind = Actor['kind'];

/** Every use case, and who may do it. What is not in this table cannot be done. */
const permissions = {
  'publish-statement': ['officer', 'system'],
  'read-statement': ['visitor', 'officer', 'system'],
  'load-policy': ['officer', 'system'],
  'accept-catalog': ['officer', 'system'],
  'promise-board': ['visitor', 'officer', 'system'],
  'promise-board-inside': ['officer', 'system'],
  'check-promises': ['officer', 'system'],
  'promise-history': ['officer'],
  'take-up-promise': ['officer'],
  'open-request': ['visitor', 'officer', 'system'],
  'resend-code': ['visitor'],
  'submit-code': ['visitor'],
  'request-status': ['person'],
  'list-own-requests': ['visitor'],
  'withdraw-request': ['person'],
  'open-package': ['person'],
  'preview-plan': ['officer'],
  'explain-name': ['officer'],
  'explain-person': ['officer'],
  'export-map': ['officer'],
  'plan-request': ['officer', 'system'],
  'judge-identity': ['officer'],
  'answer-facts': ['visitor'],
  'doubt-identity': ['officer'],
  'decide-mandate': ['officer'],
  'identify-person': ['officer'],
  'approve-plan': ['officer'],
  'approve-many': ['officer'],
  'merge-requests': ['officer'],
  'split-request': ['officer'],
  'look-for-erased': ['officer', 'system'],
  're-erase': ['officer'],
  'choose-columns': ['officer'],
  'dispute-correction': ['officer'],
  'show-correction': ['officer'],
  'watch-corrections': ['system'],
  'watch-traces': ['system'],
  'extend-answer': ['officer'],
  'answer-request': ['officer'],
  'refuse-request': ['officer'],
  'list-requests': ['officer'],
  'show-request': ['officer'],
  'receive-transfer': ['visitor'],
  'list-transfers': ['officer'],
  'show-transfer': ['officer'],
  'decide-transfer': ['officer'],
  'fetch-transfer': ['officer'],
  'list-tasks': ['officer'],
  'show-task': ['officer'],
  'attest-task': ['officer'],
  'take-effect': ['system'],
  'weigh-objection': ['officer'],
  'lift-marks': ['officer'],
  'keep-standing': ['system'],
  'may-use': ['officer', 'program', 'system'],
  'record-disclosures': ['officer'],
  'list-disclosures': ['officer'],
  'list-notices': ['officer'],
  'show-notice': ['officer'],
  'mark-notice': ['officer'],
  'open-notice': ['visitor'],
  'confirm-notice': ['visitor'],
  'tend-notices': ['system'],
  'verify-ledger': ['officer'],
  'export-ledger': ['officer'],
  'export-dossier': ['officer'],
  'show-witnesses': ['system'],
  'tidy-store': ['system'],
  'read-mailbox': ['visitor', 'officer'],
  'receive-message': ['system'],
  'list-messages': ['officer'],
  'show-message': ['officer'],
  'decide-message': ['officer'],
  'reply-to-request': ['officer'],
  'classify-request': ['officer'],
} as const satisfies Record<string, readonly ActorKind[]>;

export type Verb = keyof typeof permissions;

/** @throws GestandError `forbidden` when this actor may not do this. */
export function permit(actor: Actor, verb: Verb): void {
  const allowed: readonly ActorKind[] = permissions[verb];
  if (allowed.includes(actor.kind)) return;
  throw new GestandError('forbidden', `A ${actor.kind} may not do this (${verb}).`);
}

/** How the actor stands in a timeline and in the ledger. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'visitor':
    case 'person':
      return 'person';
    case 'officer':
      return actor.id;
    case 'program':
      return 'program';
    case 'system':
      return 'system';
  }
}
