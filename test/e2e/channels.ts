import { present } from '../../src/base/assert.ts';
import type { Wish, WishOf } from '../../src/domain/wish.ts';
import { mailText } from '../mailbox/mail-text.ts';
import type { Desk } from './desk.ts';
import { Visitor } from './visitor.ts';

/** Somebody's wish by one way of asking, until it is taken up: who asks has shown who they are. */
export type Ask = (desk: Desk, who: Asker, wish: Wish) => Promise<Asked>;

export interface Asker {
  readonly email: string;
  readonly customerNo: string;
}

export interface Asked {
  readonly reference: string;
  /** What opens the request in the app; elsewhere it stands in the letters. */
  readonly token: string | null;
}

export const channels = {
  /** The form of a kind in Chromium, without JavaScript, and the code from the mail. */
  website: async (desk, { email }, wish) => {
    await using visitor = await Visitor.arrive(desk.browser, desk.company.url);
    const { page } = visitor;
    await page.goto(`${desk.company.url}/request/ask/${wish.kind}`);
    await fillIn(visitor, wish);
    await page.getByLabel('E-mailadres', { exact: true }).fill(email);
    await page.getByRole('button', { name: 'Verzoek versturen' }).click();
    await page
      .getByText(/GS-\d{4}-[0-9A-Z]+/)
      .first()
      .or(page.getByRole('textbox', { name: /code/i }))
      .first()
      .waitFor();
    const reference = referenceIn(`${page.url()} ${await visitor.text()}`);
    if (/\/code/.test(page.url())) await typeCode(desk, { email, reference });
    return { reference, token: null };
  },

  /** A mail to the desk; an officer says what kind of request it is, and the code is typed on the page of its letter. */
  email: async (desk, { email }, wish) => {
    await desk.inbox.deliver(
      mailText({ from: email, subject: 'Mijn gegevens', text: 'Goedemiddag, dit wil ik van u. Groet!' }),
    );
    const reference = referenceIn(await desk.letter(email, 'Wij hebben uw e-mail ontvangen'));
    const { state } = await desk.ask<{ readonly state: string }>(
      ...['requests', 'classify', reference, '--kind', wish.kind, ...optionsOf(wish)],
    );
    if (state === 'identity') await typeCode(desk, { email, reference });
    return { reference, token: null };
  },

  /** An officer writes down who calls and what they ask, and why they are sure. */
  telephone: async (desk, { email }, wish) => {
    const sure = ['--sure', 'Ik belde terug op het nummer dat wij al hadden.'];
    const { reference } = await desk.ask<{ readonly reference: string }>(
      ...['requests', 'open', '--kind', wish.kind, '--email', email, ...sure, ...optionsOf(wish)],
    );
    return { reference, token: null };
  },

  /** The API with its own client, for who is signed in at the app of the company. */
  app: async (desk, { email, customerNo }, wish) => {
    const client = desk.appClient({ email, customer_number: customerNo });
    const { reference, token } = await client.open({ wish });
    return { reference, token };
  },
} as const satisfies Readonly<Record<string, Ask>>;

export type Channel = keyof typeof channels;

/** As the case remembers it. */
export const recordedAs: Readonly<Record<Channel, string>> = {
  website: 'portal',
  email: 'mail',
  telephone: 'telephone',
  app: 'app',
};

async function typeCode(
  desk: Desk,
  { email, reference }: { readonly email: string; readonly reference: string },
): Promise<void> {
  const letter = await desk.letter(email, new RegExp(`${reference}[^]*\\b\\d{3} \\d{3}\\b`));
  const [code = ''] = /\b\d{3} \d{3}\b/.exec(letter) ?? [];
  await using visitor = await Visitor.arrive(desk.browser, desk.company.url);
  const { page } = visitor;
  await page.goto(present(/http\S+\/code\b/.exec(letter)?.[0], 'the page for the code'));
  await page.getByRole('textbox', { name: /code/i }).fill(code);
  await page.getByRole('button', { name: 'Verder' }).click();
  await page.getByText(reference).first().waitFor();
}

function referenceIn(text: string): string {
  return present(/GS-\d{4}-[0-9A-Z]+/.exec(text)?.[0], 'a reference');
}

async function fillIn({ page }: Visitor, wish: Wish): Promise<void> {
  const tick = async (name: string, ids: readonly string[]) => {
    for (const id of ids) await page.locator(`label[for="${name}-${id}"]`).click();
  };
  switch (wish.kind) {
    case 'rectification':
      for (const [i, { category, now, wanted }] of wish.corrections.entries()) {
        await page.locator(`[name="category-${i + 1}"]`).selectOption(category);
        await page.locator(`[name="now-${i + 1}"]`).fill(now ?? '');
        await page.locator(`[name="wanted-${i + 1}"]`).fill(wanted ?? '');
      }
      return;
    case 'restriction':
      await tick('ground', [wish.ground]);
      return tick('purposes', idsOf(wish.purposes));
    case 'objection':
      return tick('purposes', idsOf(wish.purposes));
    case 'withdrawal':
      return tick('purposes', idsOf(wish.purposes));
    default:
      return;
  }
}

/** As an officer types it. */
function optionsOf(wish: Wish): readonly string[] {
  switch (wish.kind) {
    case 'rectification':
      return wish.corrections.flatMap(({ category, now, wanted }) => [
        '--correct',
        `${category}=${now ?? ''}=>${wanted ?? ''}`,
      ]);
    case 'restriction':
      return ['--ground', wish.ground, '--purposes', idsOf(wish.purposes).join(',')];
    case 'objection':
    case 'withdrawal':
      return ['--purposes', idsOf(wish.purposes).join(',')];
    default:
      return [];
  }
}

function idsOf(scope: WishOf<'withdrawal'>['purposes']): readonly string[] {
  return scope === 'all' ? ['all'] : scope;
}
