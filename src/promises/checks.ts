import type { PromiseId } from '../law/promises.ts';
import type { PromiseCheck } from './check.ts';
import { d03 } from './d03-recipients-told.ts';
import { d04 } from './d04-restriction.ts';
import { d05 } from './d05-withdrawal.ts';
import { d07 } from './d07-answer-in-time.ts';
import { d08 } from './d08-register.ts';
import { d11 } from './d11-joint-controllers.ts';
import { p01 } from './p01-informed.ts';
import { p04 } from './p04-purpose-for-every-field.ts';
import { p08 } from './p08-complete-list.ts';
import { p09 } from './p09-statute.ts';
import { p22 } from './p22-agreements.ts';
import { p25 } from './p25-not-longer-than-needed.ts';
import { p27 } from './p27-holds.ts';
import { p35 } from './p35-security-questions.ts';
import { p36 } from './p36-access.ts';
import { p37 } from './p37-rectification.ts';
import { p38 } from './p38-erasure.ts';
import { p39 } from './p39-grounds.ts';
import { p40 } from './p40-every-system.ts';
import { p41 } from './p41-objection.ts';
import { p42 } from './p42-part-of-it.ts';
import { p43 } from './p43-processors-stop.ts';
import { p44 } from './p44-no-more-advertising.ts';
import { p45 } from './p45-taking-along.ts';
import { p46 } from './p46-direct-transfer.ts';
import { p52 } from './p52-complaints.ts';
import { p53 } from './p53-outcome.ts';
import { p54 } from './p54-where-to-complain.ts';
import { p55 } from './p55-inside-eea.ts';
import { p56 } from './p56-transfer-mechanism.ts';
import { p59 } from './p59-no-privacy-shield.ts';
import { p61 } from './p61-every-version.ts';
import { p62 } from './p62-newest-version.ts';
import { p63 } from './p63-readable.ts';
import { p64 } from './p64-contact-point.ts';

const all = [
  p01,
  p04,
  p08,
  p09,
  p22,
  p25,
  p27,
  p35,
  p36,
  p37,
  p38,
  p39,
  p40,
  p41,
  p42,
  p43,
  p44,
  p45,
  p46,
  p52,
  p53,
  p54,
  p55,
  p56,
  p59,
  p61,
  p62,
  p63,
  p64,
  d03,
  d04,
  d05,
  d07,
  d08,
  d11,
] as const;

/** The promises that something looks at. */
export type CheckedPromiseId = (typeof all)[number]['id'];

/** Every check, in the order of the promises. */
export const promiseChecks: readonly PromiseCheck[] = all;

const byId = new Map<PromiseId, PromiseCheck>(all.map((check) => [check.id, check]));

/** The check of a promise; undefined when there is none, see `missing-evidence.ts`. */
export function checkOf(id: PromiseId): PromiseCheck | undefined {
  return byId.get(id);
}
