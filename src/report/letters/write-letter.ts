import { accessReady } from './access-ready.ts';
import { addressNoted } from './address-noted.ts';
import { answerExtended } from './answer-extended.ts';
import { erasureDone } from './erasure-done.ts';
import { foundNothing } from './found-nothing.ts';
import { identityCode } from './identity-code.ts';
import { identityQuestion } from './identity-question.ts';
import { layOut } from './layout.ts';
import type { Letter, LetterBody, LetterContext, WrittenLetter } from './letter.ts';
import { mandateQuestion, mandateRefused, represented } from './mandate-letters.ts';
import { messageReceived } from './message-received.ts';
import { objectionReceived, objectionRejected, objectionUpheld } from './objection.ts';
import { portabilityFoundNothing } from './portability-found-nothing.ts';
import { portabilityReady } from './portability-ready.ts';
import { rectificationDone } from './rectification-done.ts';
import { requestAnswered } from './request-answered.ts';
import { requestJoined } from './request-joined.ts';
import { requestReceived } from './request-received.ts';
import { requestRefused } from './request-refused.ts';
import { requestWithdrawn } from './request-withdrawn.ts';
import { restrictionLifted, restrictionSet } from './restriction.ts';
import { transferDone } from './transfer-done.ts';
import { transferReceived } from './transfer-received.ts';
import { nothingToStop, useStopped } from './use-stopped.ts';
import { writtenReply } from './written-reply.ts';

/**
 * A letter in the person's language, as subject, plain text and HTML that say the same.
 *
 * @throws GestandError `bad-input` when a link is not a web address.
 */
export function writeLetter(letter: Letter, context: LetterContext): WrittenLetter {
  return layOut(bodyOf(letter, context), context);
}

function bodyOf(letter: Letter, context: LetterContext): LetterBody {
  switch (letter.kind) {
    case 'identity-code':
      return identityCode(letter, context);
    case 'request-received':
      return requestReceived(letter, context);
    case 'access-ready':
      return accessReady(letter, context);
    case 'portability-ready':
      return portabilityReady(letter, context);
    case 'portability-found-nothing':
      return portabilityFoundNothing(letter, context);
    case 'transfer-received':
      return transferReceived(letter, context);
    case 'transfer-done':
      return transferDone(letter, context);
    case 'erasure-done':
      return erasureDone(letter, context);
    case 'rectification-done':
      return rectificationDone(letter, context);
    case 'address-noted':
      return addressNoted(letter, context);
    case 'erasure-found-nothing':
    case 'access-found-nothing':
      return foundNothing(letter, context);
    case 'message-received':
      return messageReceived(letter, context);
    case 'written-reply':
      return writtenReply(letter, context);
    case 'answer-extended':
      return answerExtended(letter, context);
    case 'request-answered':
      return requestAnswered(letter, context);
    case 'request-refused':
      return requestRefused(letter, context);
    case 'request-withdrawn':
      return requestWithdrawn(letter, context);
    case 'request-joined':
      return requestJoined(letter, context);
    case 'restriction-set':
      return restrictionSet(letter, context);
    case 'restriction-lifted':
      return restrictionLifted(letter, context);
    case 'objection-received':
      return objectionReceived(letter, context);
    case 'objection-upheld':
      return objectionUpheld(letter, context);
    case 'objection-rejected':
      return objectionRejected(letter, context);
    case 'marketing-stopped':
    case 'consent-withdrawn':
      return useStopped(letter, context);
    case 'nothing-to-stop':
      return nothingToStop(letter, context);
    case 'identity-question':
      return identityQuestion(letter, context);
    case 'mandate-question':
      return mandateQuestion(letter, context);
    case 'mandate-refused':
      return mandateRefused(letter, context);
    case 'represented':
      return represented(letter, context);
  }
}
