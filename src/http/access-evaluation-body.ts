import { z } from 'zod';
import type { UseAsked } from '../app/may-use.ts';
import { GestandError } from '../base/error.ts';
import { identityKinds } from '../domain/identity.ts';
import { uses } from '../domain/use-mark.ts';

/** Evaluations of one batch; a list of more people is asked in several. */
export const mostEvaluations = 10_000;

const text = z.string().min(1).max(320);
const subject = z.object({ type: z.enum(identityKinds), id: text });
const action = z.object({ name: z.enum(uses) });
const resource = z.object({ type: z.literal('purpose'), id: text });
const context = z.object({ category: text.optional(), recipient: text.optional() });

const evaluationBody = z.object({ subject, action, resource, context: context.optional() });
const part = evaluationBody.partial();
const evaluationsBody = part.extend({
  evaluations: z.array(part).max(mostEvaluations).optional(),
  options: z
    .object({
      evaluations_semantic: z
        .enum(['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'])
        .optional(),
    })
    .optional(),
});

type Evaluation = z.infer<typeof evaluationBody>;

export interface AskedBatch {
  readonly asked: readonly UseAsked[];
  /** The decision after which no more are returned; null: all are. */
  readonly endsAt: 'permit' | 'deny' | null;
  /** The body was one evaluation, and so is the answer. */
  readonly single: boolean;
}

/** @throws GestandError `bad-input` with the place in the body and what is expected there. */
export function readEvaluation(body: unknown): UseAsked {
  return asked(checked(evaluationBody, body, []));
}

/**
 * A batch: what stands at the top holds for every evaluation that does not say otherwise. Without evaluations it is one (OpenID
 * AuthZEN Authorization API 1.0, section 7).
 *
 * @throws GestandError `bad-input`
 */
export function readEvaluations(body: unknown): AskedBatch {
  const { evaluations = [], options, ...common } = checked(evaluationsBody, body, []);
  if (evaluations.length === 0) return { asked: [readEvaluation(body)], endsAt: null, single: true };
  const endings = {
    execute_all: null,
    deny_on_first_deny: 'deny',
    permit_on_first_permit: 'permit',
  } as const;
  return {
    asked: evaluations.map((each, i) =>
      asked(checked(evaluationBody, { ...common, ...each }, ['evaluations', i])),
    ),
    endsAt: endings[options?.evaluations_semantic ?? 'execute_all'],
    single: false,
  };
}

function asked({ subject: who, action: what, resource: purpose, context: about }: Evaluation): UseAsked {
  return {
    who: [{ kind: who.type, value: who.id }],
    purpose: purpose.id,
    use: what.name,
    ...(about?.category === undefined ? {} : { category: about.category }),
    ...(about?.recipient === undefined ? {} : { recipient: about.recipient }),
  };
}

// The value that was given is not repeated: it says who somebody is.
function checked<T>(schema: z.ZodType<T>, body: unknown, at: readonly PropertyKey[]): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${[...at, ...path].map(String).join('.') || 'the body'}: ${message}`);
  throw new GestandError('bad-input', `The question is not right. ${mistakes.join('; ')}.`);
}
