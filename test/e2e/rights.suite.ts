import { afterAll, beforeAll, expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { channels, recordedAs } from './channels.ts';
import type { Desk } from './desk.ts';
import { receiveReceipts } from './receipts.ts';
import type { Walk } from './walks.ts';

/**
 * Rights as people exercise them, against the example as it is served: from the wish in a channel to the rows of all three systems, the
 * letter in the mailbox, the receipts of the recipients, the ledger and the board.
 */
export function describeRights(open: () => Promise<Desk>, walks: readonly Walk[]): void {
  let desk: Desk;
  beforeAll(async () => {
    desk = await open();
  }, 600_000);
  afterAll(() => desk?.[Symbol.asyncDispose](), 120_000);

  it.each(walks.map((walk) => [walk.right, walk.channel, walk] as const))(
    '%s, asked by %s',
    async (_right, channel, walk) => {
      const { who, wish, turns } = walk;
      const before = await desk.promises(turns);
      expect(before).toEqual(Object.fromEntries(turns.map((id) => [id, 'unproven'])));
      const lookAgain = await walk.rows(desk, who);

      const asked = await channels[channel](desk, who, wish);
      const { reference } = asked;
      if (walk.approved) {
        await desk.company.gestand('approve', reference, '--yes');
      }
      for (const says of walk.letter)
        await desk.letter(who.email, new RegExp(`${reference}[^]*${says}|${says}[^]*${reference}`));
      await lookAgain(asked);

      expect(await receiveReceipts(desk, reference)).toEqual(walk.told.toSorted());
      const { channel: recorded, state, ledger } = await desk.evidenceOf(reference);
      expect({ recorded, state }).toEqual({ recorded: recordedAs[channel], state: 'done' });
      expect([...ledger]).toEqual(expect.arrayContaining(['case-opened', 'letter-sent', ...walk.ledger]));
      expect(await desk.promises(turns)).toEqual(Object.fromEntries(turns.map((id) => [id, 'kept'])));
    },
    600_000,
  );

  it('erasure leaves the other owner of a car and the housemate as they were', async () => {
    const { company } = desk;
    const couple = plantedCases['couple-one-car'];
    const home = plantedCases['two-customers-one-address'];
    const customer = (email: string) =>
      company.query('crm', 'select * from customers where email = $1', [email]);
    const shared = async () => [
      await company.query('crm', 'select * from vehicles where id = $1', [couple.vehicleId]),
      await company.query('crm', 'select * from addresses where id = $1', [home.addressId]),
      await customer(couple.second.email),
      await customer(home.second.email),
    ];
    const before = await shared();
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    for (const who of [couple.first, home.first]) {
      const { reference } = await channels.telephone(desk, who, { kind: 'erasure' });
      await company.gestand('approve', reference, '--yes');
      await desk.letter(who.email, 'gewist');
      expect(await customer(who.email)).toEqual([]);
    }
    expect(await shared()).toEqual(before);
  }, 600_000);
}
