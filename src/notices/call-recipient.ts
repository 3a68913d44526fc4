import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import type { Json } from '../base/canonical-json.ts';
import { networkCode } from '../sources/http/failure.ts';
import { retryAfterSeconds } from '../sources/http/retry-after.ts';

/** A call to the API of a recipient. Its text is personal data, and its key a secret: neither is ever told. */
export interface RecipientCall {
  readonly url: string;
  /** Standard Webhooks: base64, perhaps after `whsec_`. */
  readonly key: string;
  /** The same on every attempt. */
  readonly noticeId: string;
  readonly at: Temporal.Instant;
  readonly content: Json;
}

/** What one attempt came to. `code` is a fixed word or a number, never what the other side said. */
export type CallOutcome =
  /** They have it, and call it this. */
  | { readonly kind: 'receipt'; readonly id: string }
  /** Worth another attempt; `seconds`: when they asked for that long. */
  | { readonly kind: 'deferred'; readonly code: string; readonly seconds: number | null }
  /** Another attempt would get the same answer. */
  | { readonly kind: 'refused'; readonly code: string };

/** One attempt. Never throws for what a server or a network may do. */
export type RecipientCaller = (call: RecipientCall) => Promise<CallOutcome>;

const timeoutMilliseconds = 20_000;
const longestAnswer = 64 * 1024;
/** 408, 425 and 429 say themselves that it may go better later. */
const passing: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * Sends a notice once: a POST that is signed as Standard Webhooks says, with the id of the notice as `webhook-id` and as
 * `Idempotency-Key`, so that who receives it twice knows. Redirects are not followed: whom it is about must not go to an
 * address that nobody wrote in the policy. A receipt is a 2xx with an `id` in JSON.
 */
export function recipientCaller({ timeout = timeoutMilliseconds } = {}): RecipientCaller {
  return async (call) => {
    const signed = signedRequest(call);
    if (signed === null) return { kind: 'deferred', code: 'unusable-key', seconds: null };
    const agent = new Agent({
      connectTimeout: timeout,
      headersTimeout: timeout,
      bodyTimeout: timeout,
      maxResponseSize: longestAnswer,
    });
    try {
      const answer = await request(call.url, {
        method: 'POST',
        ...signed,
        dispatcher: agent,
        signal: AbortSignal.timeout(timeout),
      });
      const text = await answer.body.text();
      return judge(answer.statusCode, text, {
        'retry-after': one(answer.headers['retry-after']),
        date: one(answer.headers['date']),
      });
    } catch (error) {
      const code = networkCode(error);
      if (code === null) throw error;
      return { kind: 'deferred', code, seconds: null };
    } finally {
      await agent.destroy();
    }
  };
}

function signedRequest({ key, noticeId, at, content }: RecipientCall) {
  const body = JSON.stringify(content);
  const seconds = Math.floor(at.epochMilliseconds / 1000);
  try {
    const signature = new Webhook(key).sign(noticeId, new Date(seconds * 1000), body);
    return {
      body,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'gestand',
        'idempotency-key': noticeId,
        'webhook-id': noticeId,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signature,
      },
    };
  } catch {
    // What is wrong with a key is said without the key.
    return null;
  }
}

function judge(
  status: number,
  text: string,
  headers: { readonly 'retry-after': string | undefined; readonly date: string | undefined },
): CallOutcome {
  if (status >= 200 && status < 300) {
    const id = receiptIn(text);
    return id === null ? { kind: 'deferred', code: 'no-receipt', seconds: null } : { kind: 'receipt', id };
  }
  if (status >= 500 || passing.has(status))
    return { kind: 'deferred', code: String(status), seconds: retryAfterSeconds(headers) };
  return { kind: 'refused', code: status < 400 ? 'redirect' : String(status) };
}

/** Letters, digits and a few signs: nothing that could be a person. */
const receiptId = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}$/;

function receiptIn(text: string): string | null {
  try {
    const answer = JSON.parse(text) as unknown;
    const id = typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
    return receiptId.test(id) ? id : null;
  } catch {
    return null;
  }
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return header === undefined ? undefined : [header].flat().join(', ');
}
