import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/app/load-policy.ts';
import { publishStatement } from '../../src/app/publish-statement.ts';
import { statementReader } from '../../src/app/read-statement.ts';
import { silentLog } from '../../src/base/log.ts';
import { type TestStore, testStore } from '../support/test-store.ts';
import { examplePolicy, exampleStatements, publicUrl } from './company.ts';

async function contextOn({ store }: TestStore) {
  const context = { actor: { kind: 'system' }, store, log: silentLog } as const;
  const loaded = await loadPolicy(context, await examplePolicy());
  return { ...context, publicUrl, policy: loaded.policy, isNew: loaded.isNew };
}

describe('publishing the statement', () => {
  it('makes a version when a word changed, in both languages, and none when nothing did', async () => {
    await using test = await testStore('2026-11-23T09:00:00Z');
    const context = await contextOn(test);
    expect(context.isNew).toBe(true);
    expect((await contextOn(test)).isNew).toBe(false);
    const written = await exampleStatements();
    expect(await publishStatement(context, written)).toMatchObject({ kind: 'published', number: 1 });
    test.clock.advance({ days: 30 });
    expect(await publishStatement(context, written)).toMatchObject({ kind: 'unchanged', number: 1 });

    const changed = written.map((each) =>
      each.language === 'nl' ? { ...each, text: `${each.text}\n\nEen nieuwe zin.\n` } : each,
    );
    expect(await publishStatement(context, changed)).toMatchObject({ kind: 'published', number: 2 });
    const reader = statementReader(context);
    expect((await reader.newest('nl'))?.statement.text).toContain('Een nieuwe zin.');
    expect(await reader.list('en')).toMatchObject([
      { number: 2, date: '2026-12-23' },
      { number: 1, date: '2026-11-23' },
    ]);
    const first = await reader.byNumber('nl', 1);
    expect(first).toMatchObject({ newest: false, statement: { version: { number: 1 } } });
    expect(first?.statement.sections.length).toBeGreaterThan(5);
    expect(first?.statement.hash).toBe((await reader.list('nl'))[1]?.hash);
    expect(await reader.byNumber('nl', 3)).toBeNull();
  });

  it('publishes nothing when one language has a mistake', async () => {
    await using test = await testStore();
    const context = await contextOn(test);
    const written = (await exampleStatements()).map((each) =>
      each.language === 'en' ? { ...each, text: `${each.text}\n\n:value[no.such.path]\n` } : each,
    );
    const result = await publishStatement(context, written);
    expect(result).toMatchObject({ kind: 'mistakes', diagnostics: [{ place: { file: 'statement.en.md' } }] });
    expect(await statementReader(context).newest('nl')).toBeNull();
  });

  it('refuses a policy with a mistake, with its line', async () => {
    await using test = await testStore();
    const { text } = await examplePolicy();
    const wrong = { file: 'policy.yaml', text: text.replace('basis: contract', 'basis: contrct') };
    const context = { actor: { kind: 'system' }, store: test.store, log: silentLog } as const;
    await expect(loadPolicy(context, wrong)).rejects.toThrow(/policy\.yaml:\d+:\d+ error/);
  });
});
