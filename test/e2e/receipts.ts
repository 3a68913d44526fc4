import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import { present } from '../../src/base/assert.ts';
import { type Desk, until } from './desk.ts';
import { Visitor } from './visitor.ts';

interface ListedNotice {
  readonly id: string;
  readonly reference: string | null;
  readonly recipient: string;
  readonly deed: string;
  readonly way: string;
  readonly state: string;
  readonly receipt: string | null;
}

/**
 * Every recipient of a request confirms: whoever got a letter by the link in it, in a browser; whoever has an API by its answer to the
 * signed call; the others are told by an officer, who writes that down. Gives what each was told.
 */
export async function receiveReceipts(desk: Desk, reference: string): Promise<readonly string[]> {
  const its = async () =>
    (await desk.ask<readonly ListedNotice[]>('notices', '--all')).filter(
      (each) => each.reference === reference,
    );
  const notices = await until(its, (found) =>
    found.every(({ way, state }) => state === (arrived[way] ?? state)),
  );
  for (const notice of notices)
    if (notice.way === 'email') await confirmByLink(desk, notice);
    else if (notice.way === 'api') expectSignedCall(desk, notice);
    else
      await desk.company.gestand(
        ...['notices', 'mark', notice.id, '--outcome', 'told', '--note', 'bevestigd in hun eigen portaal'],
      );
  const after = await its();
  for (const { state, recipient } of after) expect(state, recipient).toBe('confirmed');
  return after.map(({ deed, recipient, way }) => `${deed} to ${recipient} by ${way}`).toSorted();
}

/** How a notice stands that nobody of ours need do anything about. */
const arrived: Readonly<Record<string, string>> = { email: 'sent', api: 'confirmed' };

/** One call, that says by its signature who made it, and of whom what was done; its answer is the receipt. */
function expectSignedCall(
  { mailingService: { id: recipient, api, key } }: Desk,
  { id, deed, receipt, ...notice }: ListedNotice,
): void {
  expect(notice.recipient).toBe(recipient);
  const calls = api.received.filter(({ headers }) => headers['webhook-id'] === id);
  expect(calls).toHaveLength(1);
  const { body, headers, method } = present(calls[0], 'the call');
  expect({ method, same: headers['idempotency-key'] }).toEqual({ method: 'POST', same: id });
  const content = new Webhook(key).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  });
  expect(content).toMatchObject({ format: 1, id, deed, from: { name: 'CarConnect B.V.' } });
  expect(content).toMatchObject({
    people: expect.arrayContaining([{ kind: 'email', value: expect.any(String) }]),
  });
  expect(() =>
    new Webhook(key).verify(body.replace(deed, 'nothing'), headers as Record<string, string>),
  ).toThrow();
  expect(receipt).toBe(`receipt-${api.received.indexOf(present(calls[0], 'the call')) + 1}`);
}

async function confirmByLink(desk: Desk, { id }: ListedNotice): Promise<void> {
  const addressed = () => desk.postbox.received.find(({ parsed }) => parsed.text?.includes(id));
  const mail = present(
    await until(
      async () => addressed(),
      (found) => found !== undefined,
    ),
    `the letter of ${id}`,
  );
  const link = present(/http\S+\/notice\?t=\w+/.exec(mail.parsed.text ?? '')?.[0], 'the link in it');
  await using visitor = await Visitor.arrive(desk.browser, desk.company.url);
  const { page } = visitor;
  await page.goto(link);
  await page.getByRole('button').click();
  await page.getByRole('status').waitFor();
}
