import { randomBytes } from 'node:crypto';

/** An identifier that shows what it names: `case_01J…`. Time-ordered, so that an index on it stays compact. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

export type OrganisationId = Id<'org'>;
export type CaseId = Id<'case'>;
export type PlanId = Id<'plan'>;
export type RunId = Id<'run'>;
export type StatementVersionId = Id<'stmt'>;
export type MailId = Id<'mail'>;
export type PackageId = Id<'pkg'>;
export type TaskId = Id<'task'>;
export type MarkId = Id<'mark'>;
export type TransferId = Id<'transfer'>;
export type InboundId = Id<'inbound'>;
export type MessageId = Id<'msg'>;
export type NoticeId = Id<'notice'>;
export type DisclosureId = Id<'disclosure'>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new identifier: 48 bits of milliseconds, then 80 random bits, in Crockford's base 32 (as ULID does). */
export function newId<Prefix extends string>(prefix: Prefix, at: Temporal.Instant): Id<Prefix> {
  let text = '';
  let time = at.epochMilliseconds;
  for (let i = 0; i < 10; i++) {
    text = (alphabet[time % 32] ?? '') + text;
    time = Math.floor(time / 32);
  }
  for (const byte of randomBytes(16)) text += alphabet[byte % 32];
  return `${prefix}_${text}`;
}
