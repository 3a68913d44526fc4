import { approvePlan } from '../../src/app/approve-plan.ts';
import { actingAs } from '../../src/app/context.ts';
import type { PortalServices, RequestKey } from '../../src/app/portal-services.ts';
import { livePortalServices } from '../../src/app/portal-services-live.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import type { WishOf } from '../../src/domain/wish.ts';
import { jan, type ShopAndArchive } from './shop-and-archive.ts';

export const officer = { kind: 'officer' as const, id: 'officer_1' };

export function pages({ app }: ShopAndArchive): PortalServices {
  return livePortalServices(app, { mailboxFrom: 'privacy@voorbeeld.example' });
}

export async function mailTo(services: PortalServices, wanted: RegExp): Promise<string> {
  const mailbox = present(services.mailbox, 'mailbox');
  const summary = (await mailbox.list(10)).find(({ subject }) => wanted.test(subject));
  return present(await mailbox.get(present(summary, 'a mail').id), 'mail').text;
}

/** A request that Jan opened on the pages, and proved. */
export async function ask(
  company: ShopAndArchive,
  asked: 'access' | 'erasure' | WishOf<'rectification'>,
): Promise<RequestKey> {
  const services = pages(company);
  company.test.clock.advance({ seconds: 1 });
  const clientKey = '192.0.2.0/24';
  const opened = await services.openRequest({
    wish: typeof asked === 'string' ? { kind: asked } : asked,
    email: jan,
    customerNumber: null,
    language: 'nl',
    clientKey,
  });
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { reference } = opened;
  const code = present(/\b(\d{3}) ?(\d{3})\b/.exec(await mailTo(services, /code/i)), 'code')
    .slice(1)
    .join('');
  const submitted = await services.submitCode({ reference, code, clientKey });
  if (submitted.kind !== 'ok') throw new Error(submitted.kind);
  return { reference, token: submitted.token };
}

export async function approve(company: ShopAndArchive, { reference }: RequestKey) {
  company.test.clock.advance({ seconds: 1 });
  const context = actingAs(company.app, officer);
  const { plan, file } = await showRequest(context, { reference, language: 'nl' });
  const { record, sentences } = present(plan, 'plan');
  const { runId } = await approvePlan(context, {
    caseId: file.id,
    planId: record.id,
    sealedHash: record.sealedHash,
  });
  return { sentences, runId, caseId: file.id };
}
