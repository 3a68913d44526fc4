import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';
import { fixedClock, legalDateOf } from './clock.ts';
import { type Diagnostic, formatDiagnostic, sortDiagnostics } from './diagnostic.ts';
import { equalInConstantTime, hashOf, keyedHash, sha256Hex } from './hash.ts';
import { newId } from './ids.ts';
import { jsonLog, type LogFields, logKeys } from './log.ts';

describe('canonical JSON (RFC 8785)', () => {
  it('spells equal values alike, whatever the order of their members', () => {
    expect(canonicalJson({ b: [1, null, 'é'], a: { d: true, c: -0 } })).toBe(
      '{"a":{"c":0,"d":true},"b":[1,null,"é"]}',
    );
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts by UTF-16 code unit, as the RFC does', () => {
    expect(
      canonicalJson({
        '\u20ac': 1,
        '\r': 2,
        '\ufb33': 3,
        '1': 4,
        '\ud83d\ude00': 5,
        '\u0080': 6,
        '\u00f6': 7,
      }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  it('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
  });
});

describe('hashes', () => {
  it('are those of the standards', () => {
    // FIPS 180-4, "abc"; RFC 4231, test case 2.
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(keyedHash(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(hashOf({ b: 1, a: 2 })).toBe(hashOf({ a: 2, b: 1 }));
  });

  it('compare texts of any length', () => {
    expect(equalInConstantTime('a', 'a')).toBe(true);
    expect(equalInConstantTime('a', 'ab')).toBe(false);
  });
});

describe('the legal day', () => {
  it('is counted in Amsterdam', () => {
    expect(legalDateOf(Temporal.Instant.from('2026-03-28T23:30Z')).toString()).toBe('2026-03-29');
    expect(legalDateOf(Temporal.Instant.from('2026-12-31T22:59:59Z')).toString()).toBe('2026-12-31');
  });

  it('moves with a fixed clock only when told', () => {
    const clock = fixedClock('2026-03-28T12:00:00Z');
    clock.advance({ days: 1 });
    // Across the change to summer time a day is 23 hours.
    expect(clock.now().toString()).toBe('2026-03-29T11:00:00Z');
  });
});

describe('diagnostics', () => {
  const at = (file: string, line: number, column: number, code: string): Diagnostic => ({
    severity: 'error',
    code,
    message: 'wrong',
    hint: 'right',
    place: { file, line, column },
  });

  it('are sorted by place and said once', () => {
    const sorted = sortDiagnostics([
      at('b', 1, 1, 'x'),
      at('a', 10, 1, 'x'),
      at('a', 9, 2, 'y'),
      at('a', 9, 2, 'y'),
    ]);
    expect(sorted.map(formatDiagnostic)).toEqual([
      'a:9:2 error y: wrong → right',
      'a:10:1 error x: wrong → right',
      'b:1:1 error x: wrong → right',
    ]);
  });
});

describe('ids', () => {
  it('show what they name, sort by time and do not repeat', () => {
    const early = newId('case', Temporal.Instant.from('2026-01-01T00:00:00Z'));
    const late = newId('case', Temporal.Instant.from('2026-01-01T00:00:00.001Z'));
    expect(early).toMatch(/^case_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(early < late).toBe(true);
    const same = Array.from({ length: 1000 }, () =>
      newId('run', Temporal.Instant.from('2026-01-01T00:00:00Z')),
    );
    expect(new Set(same).size).toBe(1000);
  });
});

describe('the log', () => {
  it('writes the keys of its list and no other', () => {
    const lines: string[] = [];
    const log = jsonLog(
      (line) => lines.push(line),
      () => Temporal.Instant.from('2026-01-01T00:00:00Z'),
    );
    const smuggled = { count: 1, email: 'lotte@example.nl', caseId: 'case_1' } as unknown as LogFields;
    log('info', 'event', smuggled);
    expect(lines).toEqual([
      '{"at":"2026-01-01T00:00:00Z","level":"info","event":"event","caseId":"case_1","count":1}',
    ]);
    expect(logKeys).not.toContain('email');
  });
});
