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
 * Every recipient of a request confirms: whoever got a letter by the link in it, in a browser; the others are told by an officer, who
 * writes that down. Gives what each was told.
 */
export async function receiveReceipts(desk: Desk, reference: string): Promise<readonly string[]> {
  const its = async () =>
    (await desk.ask<readonly ListedNotice[]>('notices', '--all')).filter(
      (each) => each.reference === reference,
    );
  const notices = await until(its, (found) =>
    found.every(({ way, state }) => way !== 'email' || state === 'sent'),
  );
  for (const notice of notices)
    if (notice.way === 'email') await confirmByLink(desk, notice);
    else
      await desk.company.gestand(
        ...['notices', 'mark', notice.id, '--outcome', 'told', '--note', 'bevestigd in hun eigen portaal'],
      );
  const after = await its();
  for (const { state, recipient } of after) expect(state, recipient).toBe('confirmed');
  return after.map(({ deed, recipient, way }) => `${deed} to ${recipient} by ${way}`).toSorted();
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
