import { timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { UseAsked } from '../app/may-use.ts';
import { GestandError } from '../base/error.ts';
import { sha256Hex } from '../base/hash.ts';
import type { UseDecision } from '../policy/may-use.ts';
import { useReasonText } from '../policy/use-reason-text.ts';
import { readEvaluation, readEvaluations } from './access-evaluation-body.ts';

export interface AccessEvaluationOptions {
  /** What a program shows to be answered; undefined: none was set, and none is. */
  readonly token: string | undefined;
  readonly mayUse: (asked: readonly UseAsked[]) => Promise<readonly UseDecision[]>;
  /** The address people see, without a slash at the end. */
  readonly publicUrl: string;
}

const evaluationPath = '/access/v1/evaluation';
const evaluationsPath = '/access/v1/evaluations';

/**
 * Whether somebody's data may be used, for the organisation's other systems, in the shape of the OpenID AuthZEN Authorization API 1.0:
 * a subject is an identity, an action a use, a resource a purpose. Who shows no token is answered nothing.
 */
export function accessEvaluationApi({ token, mayUse, publicUrl }: AccessEvaluationOptions): Hono {
  const app = new Hono();
  app.get('/.well-known/authzen-configuration', (context) =>
    context.json({
      policy_decision_point: publicUrl,
      access_evaluation_endpoint: `${publicUrl}${evaluationPath}`,
      access_evaluations_endpoint: `${publicUrl}${evaluationsPath}`,
    }),
  );
  app.use('/access/v1/*', async (context, next) => {
    if (!isAllowed(context, token)) {
      context.header('www-authenticate', 'Bearer realm="gestand"');
      throw new GestandError(
        'unauthorised',
        token === undefined
          ? 'No program is answered here yet: set GESTAND_ACCESS_TOKEN, or GESTAND_ACCESS_TOKEN_FILE.'
          : 'Send the token of this installation: Authorization: Bearer TOKEN.',
      );
    }
    await next();
    const requestId = context.req.header('x-request-id');
    if (requestId !== undefined && /^[\w.:-]{1,128}$/.test(requestId))
      context.header('x-request-id', requestId);
    context.header('cache-control', 'no-store');
  });
  app.post(evaluationPath, async (context) => {
    const [decision] = await mayUse([readEvaluation(await bodyOf(context))]);
    return context.json(answerOf(decision));
  });
  app.post(evaluationsPath, async (context) => {
    const { asked, endsAt, single } = readEvaluations(await bodyOf(context));
    const decisions = await mayUse(asked);
    if (single) return context.json(answerOf(decisions[0]));
    const last = endsAt === null ? -1 : decisions.findIndex(({ decision }) => decision === endsAt);
    const told = last === -1 ? decisions : decisions.slice(0, last + 1);
    return context.json({ evaluations: told.map(answerOf) });
  });
  return app;
}

/** No decision is a denial. */
function answerOf(decided: UseDecision | undefined): object {
  const reasons = decided?.reasons ?? [];
  return {
    decision: decided?.decision === 'permit',
    context: {
      reason: reasons[0]?.code ?? 'not-decided',
      reasons: reasons.map(({ code, law }) => ({ code, law, ...useReasonText[code] })),
    },
  };
}

// Compared by their hashes, which are of one length, in a time that says nothing of where they differ.
function isAllowed(context: Context, token: string | undefined): boolean {
  const [, shown] = /^Bearer ([^\s]+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  if (token === undefined || shown === undefined) return false;
  return timingSafeEqual(Buffer.from(sha256Hex(shown)), Buffer.from(sha256Hex(token)));
}

async function bodyOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (cause) {
    // A body that is too large says so itself.
    if (cause instanceof SyntaxError) throw new GestandError('bad-input', 'The body is not JSON.', { cause });
    throw cause;
  }
}
