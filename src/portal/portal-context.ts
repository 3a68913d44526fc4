import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { PortalServices } from '../app/portal-services.ts';
import type { Language } from '../domain/language.ts';
import type { Page, Surroundings } from './page.ts';

export interface PortalOptions {
  readonly services: PortalServices;
  /** What people have in their address bar when a proxy stands before us: `https://privacy.example.nl`. */
  readonly publicOrigin: string | null;
  /** Whether `X-Forwarded-For` is written by a proxy of ours and may be believed. */
  readonly trustProxy: boolean;
}

/** What the routes of one language share. */
export interface PortalContext extends PortalOptions {
  readonly language: Language;
  show(
    context: Context,
    page: Omit<Page, keyof Surroundings>,
    status?: ContentfulStatusCode,
  ): Promise<Response>;
  problem(context: Context, problem: PortalProblem): Promise<Response>;
}

/** Something a visitor must be told instead of what was asked for. */
export interface PortalProblem {
  readonly status: number;
  readonly reference?: string | null;
  readonly retryAfterSeconds?: number;
  /** More precise than the status. */
  readonly words?: { readonly title: string; readonly text: string };
}
