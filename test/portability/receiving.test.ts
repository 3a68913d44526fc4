import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptTransfer } from '../../src/app/decide-transfer.ts';
import { listTransfers } from '../../src/app/list-transfers.ts';
import { present } from '../../src/base/assert.ts';
import { fixedClock } from '../../src/base/clock.ts';
import type { OwnParty } from '../../src/transfer/own-party.ts';
import { testParty } from '../support/test-party.ts';
import { encrypted, plainPackage, send } from './sent-package.ts';
import { door, freePort, type Neighbour, neighbour } from './two-gestands.ts';

let there: Neighbour;
let from: OwnParty;
let content: Buffer;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  there = stack.use(await neighbour({ maxBytes: 100_000 }));
  from = testParty(`http://localhost:${await freePort()}`);
  stack.use(await door(from, { clock: fixedClock('2026-11-23T09:00:00Z') }));
  content = await encrypted(await plainPackage(), there.party.encryptionKey);
}, 120_000);

afterAll(() => stack.disposeAsync());

async function kept(): Promise<{ readonly transfers: number; readonly chunks: number }> {
  const { db } = there.context.store;
  const [transfers, chunks] = await Promise.all([
    db.selectFrom('inbound_transfer').select('inbound_id').execute(),
    db.selectFrom('inbound_chunk').select('inbound_id').execute(),
  ]);
  return { transfers: transfers.length, chunks: chunks.length };
}

describe('what is not right is refused, and nothing of it stays', () => {
  test.each<readonly [string, number, RegExp, () => Promise<Parameters<typeof send>[0]>]>([
    [
      'a byte that was changed on the way',
      400,
      /not open|not what was signed/,
      async () => {
        const changed = Buffer.from(content);
        changed[content.length - 40] = (changed[content.length - 40] ?? 0) ^ 1;
        return { from, to: there.party, content: changed, signed: digestOf(content) };
      },
    ],
    [
      'a package that was changed and signed again by nobody',
      400,
      /does not open/,
      async () => {
        const changed = Buffer.from(content);
        changed[content.length - 40] = (changed[content.length - 40] ?? 0) ^ 1;
        return { from, to: there.party, content: changed };
      },
    ],
    [
      'a package that is cut short',
      400,
      /does not open|not what was signed|not as long/,
      async () => ({ from, to: there.party, content: content.subarray(0, -100), signed: digestOf(content) }),
    ],
    [
      'one that goes on after its end',
      400,
      /does not open/,
      async () => ({ from, to: there.party, content: Buffer.concat([content, Buffer.alloc(10)]) }),
    ],
    [
      'a package for another key',
      400,
      /encrypted for another key/,
      async () => ({
        from,
        to: there.party,
        content: await encrypted(await plainPackage(), from.encryptionKey),
      }),
    ],
    [
      'something else than a package',
      400,
      /it is no ZIP file/,
      async () => ({
        from,
        to: there.party,
        content: await encrypted(Buffer.from('hello'), there.party.encryptionKey),
      }),
    ],
    [
      'a package that is for the person alone',
      400,
      /article 20\(2\)/,
      async () => ({
        from,
        to: there.party,
        content: await encrypted(await plainPackage({ forReceiver: false }), there.party.encryptionKey),
      }),
    ],
    [
      'the signature of another key',
      401,
      /signature of this delivery is not right/,
      async () => ({
        from: { ...from, signer: testParty(from.publicUrl, { secret: new Uint8Array(32).fill(9) }).signer },
        to: there.party,
        content,
      }),
    ],
    [
      'a delivery for another receiver',
      401,
      /signature of this delivery is not right/,
      async () => ({
        from,
        to: there.party,
        content,
        signed: { endpoint: 'https://elders.example/api/transfers' },
      }),
    ],
    [
      'a delivery that was signed an hour ago',
      401,
      /too old/,
      async () => ({ from, to: there.party, content, now: '2026-11-23T08:00:00Z' }),
    ],
    [
      'a delivery for another id',
      401,
      /signed delivery for its id/,
      async () => ({ from, to: there.party, content, signed: { transferId: 'transfer_other001' } }),
    ],
    [
      'no delivery at all',
      401,
      /signed delivery/,
      async () => ({ from, to: there.party, content, token: 'x' }),
    ],
    [
      'a sender that says nowhere who it is',
      401,
      /does not say at its own address/,
      async () => ({ from: testParty('http://localhost:9'), to: there.party, content }),
    ],
    [
      'more than is taken in',
      413,
      /at most 100000 are taken in/,
      async () => ({ from, to: there.party, content: Buffer.alloc(100_001) }),
    ],
  ])(
    '%s',
    async (_name, status, reason, wrong) => {
      const answer = await send(await wrong());
      expect(answer).toMatchObject({ status, text: expect.stringMatching(reason) });
      expect(await kept()).toEqual({ transfers: 0, chunks: 0 });
    },
    60_000,
  );
});

test('a replay gets the receipt of the first; another package under its id is refused', async () => {
  const first = await send({ from, to: there.party, content });
  expect(first.status).toBe(201);
  const replay = await send({ from, to: there.party, content });
  expect(replay).toEqual(first);
  expect(await kept()).toEqual({ transfers: 1, chunks: 1 });
  const other = await encrypted(await plainPackage(), there.party.encryptionKey);
  expect(await send({ from, to: there.party, content: other })).toMatchObject({
    status: 409,
    text: expect.stringContaining('Another package was taken in under this id'),
  });
  expect(await kept()).toEqual({ transfers: 1, chunks: 1 });
  const [viewed] = (await listTransfers(there.context, { all: false, limit: 10 })).received;
  expect(viewed?.inbound.rowCount).toBe(2);
  // What lies there is not readable without the secret.
  const chunks = await there.context.store.db.selectFrom('inbound_chunk').select('content').execute();
  for (const { content: kept } of chunks) expect(kept.includes('zoe@voorbeeld.example')).toBe(false);
}, 60_000);

test('the same package twice at once is there once', async () => {
  const at = { from, to: there.party, content, transferId: 'transfer_twice0001' };
  const answers = await Promise.all([send(at), send(at), send(at)]);
  const statuses = answers.map(({ status }) => status).toSorted();
  expect(statuses[0]).toBe(201);
  for (const status of statuses) expect([201, 429]).toContain(status);
  expect(await send(at)).toMatchObject({ status: 201 });
  expect((await kept()).transfers).toBe(2);
}, 60_000);

test('strangers cannot fill the disk, nor make us ask around without end', async () => {
  const { db } = there.context.store;
  const sendMany = async (count: number, between: () => Promise<unknown>): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let i = 0; i < count; i++) {
      await between();
      statuses.push(
        (await send({ from, to: there.party, content, transferId: `transfer_${newId()}` })).status,
      );
    }
    return statuses;
  };
  // Whom we ask who they are, they choose: from one network so many times an hour.
  expect((await sendMany(22, async () => undefined)).at(-1)).toBe(429);
  // From all networks together so many packages lie here.
  const statuses = await sendMany(22, () => db.deleteFrom('rate_limit').execute());
  expect(statuses.at(-1)).toBe(429);
  expect((await kept()).transfers).toBe(20);
  // One that an officer has accepted is not a stranger.
  const [one] = (await listTransfers(there.context, { all: false, limit: 10 })).received;
  await acceptTransfer(there.context, present(one, 'one').inbound.id);
  expect(await send({ from, to: there.party, content, transferId: 'transfer_known0001' })).toMatchObject({
    status: 201,
  });
}, 120_000);

let made = 0;
function newId(): string {
  return String(made++).padStart(8, '0');
}

function digestOf(bytes: Buffer): { readonly digest: string; readonly bytes: number } {
  return { digest: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}
