import { type PromiseId, promiseIds } from '../law/promises.ts';
import type { PromiseCheck, UncheckedPromise } from './check.ts';
import { d01 } from './d01-report-to-authority.ts';
import { d02 } from './d02-breach-register.ts';
import { d03 } from './d03-recipients-told.ts';
import { d04 } from './d04-restriction.ts';
import { d05 } from './d05-withdrawal.ts';
import { d06 } from './d06-automated-decisions.ts';
import { d07 } from './d07-answer-in-time.ts';
import { d08 } from './d08-register.ts';
import { d09 } from './d09-impact-assessment.ts';
import { d10 } from './d10-by-design.ts';
import { d11 } from './d11-joint-controllers.ts';
import { d12 } from './d12-data-protection-officer.ts';
import { d13 } from './d13-cookie-consent.ts';
import { d14 } from './d14-unsolicited-messages.ts';
import { d15 } from './d15-data-from-others.ts';
import { d16 } from './d16-questions-of-the-authority.ts';
import { p01 } from './p01-informed.ts';
import { p02 } from './p02-where-it-came-from.ts';
import { p03 } from './p03-data-for-each-service.ts';
import { p04 } from './p04-purpose-for-every-field.ts';
import { p05 } from './p05-contact-persons-told.ts';
import { p06 } from './p06-account-numbers.ts';
import { p07 } from './p07-visits-to-the-website.ts';
import { p08 } from './p08-complete-list.ts';
import { p09 } from './p09-statute.ts';
import { p10 } from './p10-contract-with-the-person.ts';
import { p11 } from './p11-interests-weighed.ts';
import { p12 } from './p12-service-messages.ts';
import { p13 } from './p13-mandates-for-collection.ts';
import { p14 } from './p14-marketing-gate.ts';
import { p15 } from './p15-own-services.ts';
import { p16 } from './p16-chosen-audience.ts';
import { p17 } from './p17-no-commercial-disclosure.ts';
import { p18 } from './p18-no-disclosure-to-charities.ts';
import { p19 } from './p19-explicit-consent.ts';
import { p20 } from './p20-known-parties.ts';
import { p21 } from './p21-role-of-every-party.ts';
import { p22 } from './p22-agreements.ts';
import { p23 } from './p23-terms-of-agreements.ts';
import { p24 } from './p24-required-by-law.ts';
import { p25 } from './p25-not-longer-than-needed.ts';
import { p26 } from './p26-purpose-alive.ts';
import { p27 } from './p27-holds.ts';
import { p28 } from './p28-measures.ts';
import { p29 } from './p29-risk-assessment.ts';
import { p30 } from './p30-confidentiality-of-employees.ts';
import { p31 } from './p31-confidentiality-of-others.ts';
import { p32 } from './p32-need-to-know.ts';
import { p33 } from './p33-instruction.ts';
import { p34 } from './p34-knowledge-test.ts';
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
import { p47 } from './p47-breach-notice.ts';
import { p48 } from './p48-lower-threshold.ts';
import { p49 } from './p49-exceptions-in-law.ts';
import { p50 } from './p50-within-48-hours.ts';
import { p51 } from './p51-processor-reports.ts';
import { p52 } from './p52-complaints.ts';
import { p53 } from './p53-outcome.ts';
import { p54 } from './p54-where-to-complain.ts';
import { p55 } from './p55-inside-eea.ts';
import { p56 } from './p56-transfer-mechanism.ts';
import { p57 } from './p57-what-is-measured.ts';
import { p58 } from './p58-named-parties-only.ts';
import { p59 } from './p59-no-privacy-shield.ts';
import { p60 } from './p60-what-pages-send.ts';
import { p61 } from './p61-every-version.ts';
import { p62 } from './p62-newest-version.ts';
import { p63 } from './p63-readable.ts';
import { p64 } from './p64-contact-point.ts';

/** Every promise has one file: with a check, or with what it would take to have one. One that is missing does not compile. */
const files = {
  P01: p01,
  P02: p02,
  P03: p03,
  P04: p04,
  P05: p05,
  P06: p06,
  P07: p07,
  P08: p08,
  P09: p09,
  P10: p10,
  P11: p11,
  P12: p12,
  P13: p13,
  P14: p14,
  P15: p15,
  P16: p16,
  P17: p17,
  P18: p18,
  P19: p19,
  P20: p20,
  P21: p21,
  P22: p22,
  P23: p23,
  P24: p24,
  P25: p25,
  P26: p26,
  P27: p27,
  P28: p28,
  P29: p29,
  P30: p30,
  P31: p31,
  P32: p32,
  P33: p33,
  P34: p34,
  P35: p35,
  P36: p36,
  P37: p37,
  P38: p38,
  P39: p39,
  P40: p40,
  P41: p41,
  P42: p42,
  P43: p43,
  P44: p44,
  P45: p45,
  P46: p46,
  P47: p47,
  P48: p48,
  P49: p49,
  P50: p50,
  P51: p51,
  P52: p52,
  P53: p53,
  P54: p54,
  P55: p55,
  P56: p56,
  P57: p57,
  P58: p58,
  P59: p59,
  P60: p60,
  P61: p61,
  P62: p62,
  P63: p63,
  P64: p64,
  D01: d01,
  D02: d02,
  D03: d03,
  D04: d04,
  D05: d05,
  D06: d06,
  D07: d07,
  D08: d08,
  D09: d09,
  D10: d10,
  D11: d11,
  D12: d12,
  D13: d13,
  D14: d14,
  D15: d15,
  D16: d16,
} as const satisfies { readonly [Id in PromiseId]: PromiseCheck<Id> | UncheckedPromise<Id> };

/** The promises that something looks at. */
export type CheckedPromiseId = {
  [Id in PromiseId]: (typeof files)[Id] extends PromiseCheck ? Id : never;
}[PromiseId];

/** What this product does about a promise: who answers for it, and its check or what it would take to have one. */
export function fileOf(id: PromiseId): PromiseCheck | UncheckedPromise {
  return files[id];
}

/** Every check, in the order of the promises. */
export const promiseChecks: readonly PromiseCheck[] = promiseIds.map(fileOf).filter(isChecked);

/** Whether something looks at it. */
export function isChecked(file: PromiseCheck | UncheckedPromise): file is PromiseCheck {
  return 'check' in file;
}
