import { dovecot } from './dovecot.ts';
import { hoodiecrow } from './hoodiecrow.ts';
import type { MailServerKind } from './mail-server.ts';

/** Every server that the suites of this folder run against. */
export const mailServers: readonly MailServerKind[] = [hoodiecrow, dovecot];
