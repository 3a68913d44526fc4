import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { acceptTransfer, refuseTransfer } from '../../src/app/decide-transfer.ts';
import { fetchTransfer } from '../../src/app/fetch-transfer.ts';
import { keptMailbox } from '../../src/app/kept-mailbox.ts';
import { listTransfers } from '../../src/app/list-transfers.ts';
import type { ShownRequest } from '../../src/app/show-request.ts';
import { showTransfer } from '../../src/app/show-transfer.ts';
import { tidyStore } from '../../src/app/tidy-store.ts';
import { present } from '../../src/base/assert.ts';
import { advanceRun } from '../../src/execute/advance-run.ts';
import { startServer } from '../../src/http/server.ts';
import { readCase } from '../../src/store/case-file.ts';
import { sequenceLedger } from '../../src/store/ledger-entry.ts';
import { listRunsOfPlan } from '../../src/store/run.ts';
import type { StoreScope } from '../../src/store/store.ts';
import { listTransfersOfCase } from '../../src/store/transfer.ts';
import { readReceipt } from '../../src/transfer/delivery.ts';
import { type Company, exampleCompany } from '../app/company.ts';
import { hersToTake } from './hers-to-take.ts';
import { approved, filesOf, planned, portabilityCase } from './portability-case.ts';
import { door, freePort, type Neighbour, neighbour } from './two-gestands.ts';

const lotte = plantedCases['one-of-everything'].person;
const setup = 120_000;

let here: Company;
let there: Neighbour;
let stack: AsyncDisposableStack;

beforeEach(async () => {
  stack = new AsyncDisposableStack();
  here = stack.use(await exampleCompany({ address: `http://localhost:${await freePort()}` }));
  stack.use(await door(here.app.party, { clock: here.test.clock }));
  there = stack.use(await neighbour());
}, setup);

afterEach(() => stack.disposeAsync());

/** Lotte asks that her data go there, and an officer approves. */
async function askAndApprove(): Promise<ShownRequest> {
  const { file } = await portabilityCase(here, {
    email: lotte.email,
    to: { receiver: there.party.publicUrl },
  });
  const shown = await planned(here, file);
  await approved(here, shown);
  return shown;
}

/** Goes on with the run of a case, as a worker does when the pause is over. */
async function goOn({ plan }: ShownRequest): Promise<string> {
  here.test.clock.advance({ minutes: 11 });
  there.test.clock.advance({ minutes: 11 });
  const [run] = await listRunsOfPlan(here.app.store, present(plan, 'a plan').record.id);
  return (await advanceRun(here.execution, present(run, 'a run').id)).kind;
}

async function letters(store: StoreScope): Promise<readonly string[]> {
  const mailbox = keptMailbox(
    { ...here.app, store, actor: { kind: 'visitor' } },
    'privacy@carconnect.example',
  );
  const mails = await Promise.all((await mailbox.list(20)).map(({ id }) => mailbox.get(id)));
  return mails.flatMap((mail) => (mail === null ? [] : [`${mail.to}\n${mail.subject}\n${mail.text}`]));
}

describe('a person moves from one to the other', () => {
  test(
    'the second shows what it received, from whom and on what basis; the first keeps the receipt',
    async () => {
      const request = await askAndApprove();
      const sentences = present(request.plan, 'plan').sentences.join('\n');
      expect(sentences).toContain(
        `Wij sturen het bestand rechtstreeks naar Garage Nieuwland B.V., op ${there.party.address}.`,
      );
      expect(sentences).toContain(there.party.encryptionKey.thumbprint);

      // At the first: answered, with a receipt that the second signed, and nothing of the package left.
      const { store } = here.app;
      expect((await readCase(store, request.file.id))?.state).toBe('answered');
      const [sent] = await listTransfersOfCase(store, request.file.id);
      const transfer = present(sent, 'a transfer');
      expect(transfer).toMatchObject({ state: 'delivered', receiver: { name: 'Garage Nieuwland B.V.' } });
      const receipt = await readReceipt(present(transfer.receipt, 'receipt'), {
        key: there.party.signingKey,
        delivery: {
          sender: here.app.party.address,
          endpoint: there.party.endpoint,
          transferId: transfer.id,
          digest: present(transfer.digest, 'digest'),
          bytes: present(transfer.byteCount, 'bytes'),
        },
        receiver: there.party.address,
      });
      expect(receipt?.transferId).toBe(transfer.id);
      expect(await store.db.selectFrom('transfer_chunk').selectAll().execute()).toEqual([]);
      const [done] = await letters(store);
      expect(done).toContain('Uw gegevens zijn bij Garage Nieuwland B.V.');
      expect(done).toContain(present(transfer.digest, 'digest'));

      // At the second: quarantined, because nobody there knows the first.
      const { received } = await listTransfers(there.context, { all: false, limit: 10 });
      expect(received).toHaveLength(1);
      const { inbound } = present(received[0], 'what came in');
      expect(inbound).toMatchObject({
        state: 'quarantined',
        sender: { name: 'CarConnect B.V.', address: here.app.party.address },
        digest: transfer.digest,
      });
      const shown = await showTransfer(there.context, inbound.id);
      expect(shown.senderIs).toBe('unknown');
      expect(shown.manifest).toMatchObject({
        basis: { article: '20(2)' },
        person: { email: lotte.email },
        controller: { name: 'CarConnect' },
        reference: request.file.reference,
      });
      expect(shown.tellBy.toString()).toBe('2026-12-23');
      expect(await letters(there.context.store)).toEqual([]);
      await expect(fetchTransfer(there.context, inbound.id)).rejects.toThrow('not accepted yet');

      // Accepted: the person is told where her data came from, and the officer can fetch them.
      await acceptTransfer(there.context, inbound.id);
      const [told] = await letters(there.context.store);
      expect(told).toContain(lotte.email);
      expect(told).toContain('Wij kregen gegevens over u van CarConnect B.V.');
      expect(told).toContain('Facturen en betalingen');
      const fetched = await fetchTransfer(there.context, inbound.id);
      const files = await filesOf(fetched.content);
      for (const table of Object.keys(hersToTake)) expect([...files.keys()]).toContain(`data/${table}.json`);
      await expect(acceptTransfer(there.context, inbound.id)).rejects.toThrow('decided before');

      // Both ledgers add up and name nobody.
      for (const { store, party } of [here.app, there.context]) {
        await sequenceLedger(store, { limit: 1000, sign: () => 'note' });
        const leaves = await store.db.selectFrom('ledger_entry').select('leaf').execute();
        const text = leaves.map(({ leaf }) => leaf).join('\n');
        expect(text).toMatch(/transfer-(?:delivered|received)/);
        expect(text.toLowerCase()).not.toContain(lotte.email);
        expect(text).not.toContain(party.identity);
      }
    },
    setup,
  );

  test(
    'a second package of a sender that was accepted waits, and is not quarantined',
    async () => {
      await askAndApprove();
      const [first] = (await listTransfers(there.context, { all: false, limit: 10 })).received;
      await acceptTransfer(there.context, present(first, 'one').inbound.id);
      await askAndApprove();
      const { received } = await listTransfers(there.context, { all: false, limit: 10 });
      expect(received.map(({ inbound }) => inbound.state)).toEqual(['waiting']);
      const refused = await refuseTransfer(there.context, {
        id: present(received[0], 'one').inbound.id,
        reason: 'twice',
      });
      expect(refused).toMatchObject({ state: 'refused', isKept: false });
      const chunks = await there.context.store.db.selectFrom('inbound_chunk').select('inbound_id').execute();
      expect(new Set(chunks.map(({ inbound_id }) => inbound_id))).toEqual(
        new Set([present(first, 'one').inbound.id]),
      );
    },
    setup,
  );

  test(
    'what is in an accepted package goes after thirty days, what nobody decided on after sixty',
    async () => {
      await askAndApprove();
      const [first] = (await listTransfers(there.context, { all: false, limit: 10 })).received;
      await acceptTransfer(there.context, present(first, 'one').inbound.id);
      await askAndApprove();
      const tidy = () => tidyStore(actingAs(there.context, { kind: 'system' }));
      expect(await tidy()).toMatchObject({ transfers: 0 });
      there.test.clock.advance({ days: 31 });
      expect(await tidy()).toMatchObject({ transfers: 1 });
      await expect(fetchTransfer(there.context, present(first, 'one').inbound.id)).rejects.toThrow(
        'no longer kept',
      );
      there.test.clock.advance({ days: 30 });
      expect(await tidy()).toMatchObject({ transfers: 1 });
      expect(await there.context.store.db.selectFrom('inbound_chunk').selectAll().execute()).toEqual([]);
      const { received } = await listTransfers(there.context, { all: true, limit: 10 });
      expect(received.map(({ inbound }) => inbound.state).toSorted()).toEqual(['accepted', 'expired']);
    },
    setup,
  );
});

describe('when the way is rough', () => {
  test(
    'a receiver that answers 500 twice gets it the third time, once',
    async () => {
      there.failing = 2;
      const request = await askAndApprove();
      expect((await readCase(here.app.store, request.file.id))?.state).toBe('in-progress');
      expect(await goOn(request)).toBe('paused');
      expect(await goOn(request)).toBe('completed');
      expect(there.arrivals).toHaveLength(3);
      expect(new Set(there.arrivals).size).toBe(1);
      expect((await listTransfers(there.context, { all: true, limit: 10 })).received).toHaveLength(1);
    },
    setup,
  );

  test(
    'a receiver that is never there: after the last attempt the person gets a link instead',
    async () => {
      there.failing = 1000;
      const request = await askAndApprove();
      for (let i = 0; i < 30 && (await goOn(request)) === 'paused'; i++);
      const [transfer] = await listTransfersOfCase(here.app.store, request.file.id);
      expect(transfer).toMatchObject({ state: 'failed', failure: 'unreachable' });
      expect(there.arrivals).toHaveLength(20);
      expect((await readCase(here.app.store, request.file.id))?.state).toBe('answered');
      const [letter] = await letters(here.app.store);
      expect(letter).toContain('rechtstreeks naar Garage Nieuwland B.V. te sturen. Dat kon technisch niet');
      expect(letter).toContain('/request/');
    },
    setup,
  );

  test(
    'a receiver that has another key than was approved gets nothing, and the run says so',
    async () => {
      const { file } = await portabilityCase(here, {
        email: lotte.email,
        to: { receiver: there.party.publicUrl },
      });
      const shown = await planned(here, file);
      const port = Number(new URL(there.party.publicUrl).port);
      await there[Symbol.asyncDispose]();
      await using impostor = await neighbour({ port, secret: new Uint8Array(32).fill(66) });
      await approved(here, shown);
      const [run] = await listRunsOfPlan(here.app.store, present(shown.plan, 'plan').record.id);
      expect(run).toMatchObject({ state: 'failed', failureCode: 'drifted' });
      expect(impostor.arrivals).toEqual([]);
      there = impostor;
      // What was packed for the key before is of no use to anybody.
      await tidyStore(actingAs(here.app, { kind: 'system' }));
      expect(await here.app.store.db.selectFrom('transfer_chunk').selectAll().execute()).toEqual([]);
    },
    setup,
  );

  test(
    'a package that is larger than the receiver takes is not sent: the person gets a link',
    async () => {
      const port = Number(new URL(there.party.publicUrl).port);
      await there[Symbol.asyncDispose]();
      there = await neighbour({ port, maxBytes: 1000 });
      await using _ = there;
      const request = await askAndApprove();
      const [transfer] = await listTransfersOfCase(here.app.store, request.file.id);
      expect(transfer).toMatchObject({ state: 'failed', failure: 'too-large' });
      expect((await letters(here.app.store))[0]).toContain('Dat kon technisch niet');
    },
    setup,
  );

  test.each([
    ['a site that says nothing of receiving', 'no-receiver'],
    ['nobody', 'unreachable'],
    ['no web address', 'no-address'],
  ])(
    '%s: the plan says it, and the person gets a link',
    async (_name, obstacle) => {
      const empty = await startServer({ app: new Hono(), port: 0, host: 'localhost' });
      stack.defer(() => empty.stop());
      const receiver = {
        'no-receiver': `http://localhost:${empty.port}`,
        unreachable: `http://localhost:${await freePort()}`,
        'no-address': 'mijn garage',
      }[obstacle];
      const { file } = await portabilityCase(here, {
        email: lotte.email,
        to: { receiver: present(receiver, 'r') },
      });
      const shown = await planned(here, file);
      const { plan } = present(shown.plan, 'plan').record;
      expect(plan).toMatchObject({ kind: 'export', to: { kind: 'link', obstacle } });
      expect(present(shown.plan, 'plan').sentences.join('\n')).toContain('kan technisch niet');
      await approved(here, shown);
      expect((await readCase(here.app.store, file.id))?.state).toBe('answered');
      expect((await letters(here.app.store))[0]).toContain('Dat kon technisch niet');
    },
    setup,
  );
});
