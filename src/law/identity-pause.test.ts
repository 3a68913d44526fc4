import { describe, expect, test } from 'vitest';
import { answerDeadline, type IdentityPause, pausedDeadline } from './deadlines.ts';

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Amsterdam]`).toInstant();
const pause = (askedAt: string, answeredAt: string | null): IdentityPause => ({
  askedAt: at(askedAt),
  answeredAt: answeredAt === null ? null : at(answeredAt),
});

// Received on Monday 2 November 2026: nominally due on Wednesday 2 December.
const received = at('2026-11-02T10:00');
const paused = (pauses: readonly IdentityPause[], now = '2026-11-30T12:00') =>
  pausedDeadline(answerDeadline(received), pauses, at(now));

describe('while the organisation waits to hear who asks', () => {
  test('the legal date moves by the days of the wait, and no date to plan on moves', () => {
    const moved = paused([pause('2026-11-04T09:00', '2026-11-10T17:00')]);
    expect(moved.legalDate.toString()).toBe('2026-12-08');
    expect(moved.dueAt.toString()).toBe('2026-12-08T22:59:59.999Z');
    const { safeDate, planningDate } = answerDeadline(received);
    expect(moved.safeDate.equals(safeDate)).toBe(true);
    expect(moved.planningDate.equals(planningDate)).toBe(true);
  });

  test('days are counted from the nominal end and rolled once, not from an end that was rolled already', () => {
    // Received on 31 January 2026: nominally Saturday 28 February, in law Monday 2 March.
    const deadline = answerDeadline(at('2026-01-31T10:00'));
    const three = pausedDeadline(deadline, [pause('2026-02-02T09:00', '2026-02-05T09:00')], received);
    expect(three.legalDate.toString()).toBe('2026-03-03');
  });

  test('a question asked and answered on one day moves nothing', () => {
    expect(paused([pause('2026-11-04T00:10', '2026-11-04T23:50')]).legalDate.toString()).toBe('2026-12-02');
  });

  test('a day is a day in the Netherlands', () => {
    expect(paused([pause('2026-11-04T23:50', '2026-11-05T00:10')]).legalDate.toString()).toBe('2026-12-03');
  });

  test('a question that waits still counts up to now, and several add up', () => {
    const pauses = [pause('2026-11-03T09:00', '2026-11-05T09:00'), pause('2026-11-09T09:00', null)];
    expect(paused(pauses, '2026-11-12T09:00').legalDate.toString()).toBe('2026-12-07');
  });

  test('a question that came late moves nothing: it must be asked without delay', () => {
    // Five working days after Monday the 2nd is Monday the 9th.
    expect(paused([pause('2026-11-09T23:59', '2026-11-19T12:00')]).legalDate.toString()).toBe('2026-12-14');
    expect(paused([pause('2026-11-10T00:00', '2026-11-19T12:00')]).legalDate.toString()).toBe('2026-12-02');
  });
});
