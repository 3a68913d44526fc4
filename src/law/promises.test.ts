import { describe, expect, it } from 'vitest';
import { groundById, grounds } from './grounds.ts';
import { isPromiseId, promiseById, promiseIds, promises } from './promises.ts';

const number = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`);

describe('the promises', () => {
  it('are eighty: P01 to P64, then D01 to D16, in order', () => {
    expect(promises).toHaveLength(80);
    expect(promiseIds).toEqual([...number('P', 64), ...number('D', 16)]);
  });

  it('mark exactly the D rows as silent duties', () => {
    for (const promise of promises) {
      expect(promise.kind === 'silent-duty', promise.id).toBe(promise.id.startsWith('D'));
    }
    const kinds = promises.map((promise) => promise.kind);
    const count = (kind: string): number => kinds.filter((other) => other === kind).length;
    expect([count('promise'), count('fact'), count('implied')]).toEqual([34, 24, 6]);
  });

  it('say in both languages what is promised and what breaks it, in sentences one can read', () => {
    for (const { id, text, brokenWhen, key, law } of promises) {
      for (const sentence of [text.nl, text.en, brokenWhen.nl, brokenWhen.en]) {
        expect(sentence, id).toMatch(/^[A-Z].*\.$/);
        expect(sentence.split(/\s+/).length, `${id}: ${sentence}`).toBeLessThanOrEqual(26);
      }
      expect(text.nl, id).not.toBe(text.en);
      expect(key, id).not.toBe('');
      expect(law, id).toMatch(/\d/);
    }
  });

  it('are found by their id, and nothing else is', () => {
    expect(promiseById('P38')?.law).toBe('17, 19');
    expect(isPromiseId('D16')).toBe(true);
    for (const id of ['P00', 'P65', 'D17', 'p01', '', 'constructor']) {
      expect(isPromiseId(id)).toBe(false);
      expect(promiseById(id)).toBeUndefined();
    }
  });
});

describe('the grounds to keep or refuse', () => {
  it('cover the five exceptions of article 17(3), each named once', () => {
    const articles = grounds.map((ground) => ground.article).join('\n');
    for (const letter of ['a', 'b', 'c', 'd', 'e']) {
      expect(articles).toContain(`AVG art. 17 lid 3 onder ${letter}`);
    }
    expect(new Set(grounds.map((ground) => ground.id)).size).toBe(grounds.length);
  });

  it('are whole sentences in both languages', () => {
    for (const { id, text } of grounds) {
      expect(text.nl, id).toMatch(/^[A-Z].*\.$/);
      expect(text.en, id).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('are a closed list', () => {
    expect(groundById('tax-records')?.effect).toBe('keep');
    expect(groundById('zwaarwegende redenen')).toBeUndefined();
  });
});
