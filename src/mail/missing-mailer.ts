import type { Mailer } from './mailer.ts';

/**
 * For an installation whose mail server is still to be set up: no mail is lost and none counts as sent. They go out
 * within days when a server is there; after that they are shown as failed.
 */
export const missingMailer: Mailer = {
  send: async () => ({ kind: 'unreachable', code: 'no-mail-server' }),
  close: async () => undefined,
};
