import type { MailId } from '../base/ids.ts';
import { listMails, type OutboxMail, readMail } from '../store/outbox-mail.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import type { KeptMail, Mailbox } from './portal-services.ts';

/** The mail that is kept instead of sent, readable for everybody: only where every mail is to somebody invented. */
export function keptMailbox({ actor, store }: StoreContext, from: string): Mailbox {
  permit(actor, 'read-mailbox');
  return {
    list: async (limit) => (await listMails(store, { limit })).map((mail) => keptMail(mail, from)),
    get: async (id) => {
      // It comes from an address bar.
      const mail = /^mail_\w{1,64}$/.test(id) ? await readMail(store, id as MailId) : undefined;
      return mail === undefined ? null : keptMail(mail, from);
    },
  };
}

function keptMail({ id, to, subject, text, sentAt, queuedAt }: OutboxMail, from: string): KeptMail {
  return {
    id,
    from,
    to,
    subject,
    text,
    sentAt: Temporal.Instant.from(sentAt ?? queuedAt),
    attachments: [],
  };
}
