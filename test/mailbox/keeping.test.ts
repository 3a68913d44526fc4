import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { beginInbox, readInboxOnce } from '../../src/app/inbox-reader.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { present } from '../../src/base/assert.ts';
import { listCases, moveCase } from '../../src/store/case-file.ts';
import { listMailboxHealth } from '../../src/store/mailbox.ts';
import { listMessages, readMessageContent } from '../../src/store/message.ts';
import { hoodiecrow } from './hoodiecrow.ts';
import { mailText } from './mail-text.ts';
import { mailboxWorld } from './mailbox-world.ts';
import { mailServers } from './servers.ts';

const at = '2026-11-02T10:00:00Z';

describe.each(mailServers)('$name', (kind) => {
  const real = test.skipIf(kind.missing !== null);

  real(
    'news is taken in when the server tells of it, by one reader of two',
    async () => {
      await using world = await mailboxWorld(kind);
      // So long that only the server's own word can be what wakes the reader.
      const context = { ...world.context, limits: { pollSeconds: 600 } };
      const stop = beginInbox(context);
      const kept = async (wanted: number): Promise<void> => {
        for (let tried = 0; tried < 300; tried++) {
          if ((await listMessages(world.store, { states: ['joined'], limit: 10 })).length === wanted) return;
          await sleep(100);
        }
        throw new Error(`there are not ${wanted} messages`);
      };
      try {
        await world.server.deliver(mailText({ from: 'a@mail.example' }), { at });
        await kept(1);
        expect(await readInboxOnce(world.context)).toBe(false);
        await world.server.deliver(mailText({ from: 'b@mail.example' }), { at });
        await kept(2);
      } finally {
        await stop();
      }
      // Whoever stops lets go of the mailbox.
      expect(await readInboxOnce(world.context)).toBe(true);
    },
    90_000,
  );
});

test('a mailbox that cannot be read says so, in a word that names nobody', async () => {
  await using world = await mailboxWorld(hoodiecrow);
  const refusing = {
    ...world.context,
    openInbox: () => Promise.reject(Object.assign(new Error('zoe@mail.example'), { code: 'ECONNREFUSED' })),
  };
  const stop = beginInbox(refusing);
  for (let tried = 0; tried < 100; tried++) {
    if ((await listMailboxHealth(world.store))[0]?.failingSince != null) break;
    await sleep(50);
  }
  await stop();
  expect(await listMailboxHealth(world.store)).toMatchObject([{ failureCode: 'imap-econnrefused' }]);
  await world.read();
  expect(await listMailboxHealth(world.store)).toMatchObject([{ failingSince: null, failureCode: null }]);
});

test('what was in a mail goes with the data of its case, and what is of no case after its term', async () => {
  await using world = await mailboxWorld(hoodiecrow);
  const { store, server, test: it } = world;
  await server.deliver(mailText({ attachments: [{ name: 'a.txt', content: 'a' }] }), { at });
  await server.deliver(mailText({ headers: ['Auto-Submitted: auto-replied'] }), { at });
  await server.deliver(mailText({ headers: ['X-Spam-Flag: YES'] }), { at });
  await world.read();
  const readable = async (): Promise<readonly string[]> => {
    const all = await listMessages(store, { states: ['joined', 'automatic', 'unmatched'], limit: 10 });
    return all.flatMap(({ state, readable: still }) => (still ? [state] : [])).toSorted();
  };
  const system = { ...world.context, actor: { kind: 'system' } } as const;
  expect(await readable()).toEqual(['automatic', 'joined', 'unmatched']);
  it.clock.advance({ days: 31 });
  expect(await tidyStore(system)).toMatchObject({ messages: 1 });
  expect(await readable()).toEqual(['joined', 'unmatched']);
  const [file] = await listCases(store, { states: ['in-progress'], limit: 1 });
  await moveCase(store, present(file, 'case').id, {
    from: ['in-progress'],
    to: 'answered',
    actor: 'officer',
  });
  it.clock.advance({ years: 2, days: 1 });
  await tidyStore(system);
  expect(await readable()).toEqual([]);
  const [kept] = await listMessages(store, { states: ['joined'], limit: 1 });
  expect(await readMessageContent(store, present(kept, 'message').id)).toBeUndefined();
  expect(await store.db.selectFrom('message_chunk').select('ordinal').execute()).toEqual([]);
  // It is still known: a mailbox that is numbered anew brings nothing back.
  await server.renumber();
  await world.read();
  expect(await readable()).toEqual([]);
});
