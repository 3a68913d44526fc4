import type { Context } from 'hono';

/**
 * The fields of a form that was sent. Our forms are sent in one way. What comes in another is no form of ours, and is not
 * taken apart at all.
 */
export async function submitted(context: Context): Promise<Readonly<Record<string, unknown>>> {
  const type = context.req.header('content-type') ?? '';
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? context.req.parseBody({ all: true }) : {};
}

/** One field of a form, without spaces around it; empty when it is not there. */
export async function formField(context: Context, name: string): Promise<string> {
  const value = (await submitted(context))[name];
  return typeof value === 'string' ? value.trim() : '';
}
