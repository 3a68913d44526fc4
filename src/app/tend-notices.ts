import type { RecipientCaller } from '../notices/call-recipient.ts';
import { followNotices } from '../notices/follow-notices.ts';
import { sendNotices } from '../notices/send-notices.ts';
import type { SecretValue } from './connect-sources.ts';
import type { PolicyContext } from './context.ts';
import { permit } from './permissions.ts';

const mostInRound = 50;

/** Sends what recipients are to be told, and looks after what they have not confirmed (GDPR art. 19). */
export async function tendNotices(
  context: PolicyContext,
  reach: { readonly secretValue: SecretValue; readonly call: RecipientCaller },
): Promise<void> {
  permit(context.actor, 'tend-notices');
  await sendNotices({ ...context, ...reach }, { limit: mostInRound });
  await followNotices(context, { limit: mostInRound });
}
