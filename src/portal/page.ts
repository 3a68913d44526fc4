import type { Context } from 'hono';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../domain/language.ts';
import type { Controller } from '../policy/policy.ts';
import { address, otherLanguage } from './address.ts';
import { icon, stylesheet } from './assets.ts';
import { messages } from './messages/catalogue.ts';

/** A piece of a page; what was put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page needs to know of where it stands. */
export interface Surroundings {
  readonly language: Language;
  readonly controller: Controller;
  /** Whether the example's mailbox is there to link to. */
  readonly mailbox: boolean;
}

export interface Page extends Surroundings {
  readonly title: string;
  /** Without the language: the other language's page is at the same one, and keeps the query. */
  readonly path: string;
  readonly query?: string;
  readonly body: Html;
  /** The form on it has errors: the title says so first, for who cannot see the page change. */
  readonly hasErrors?: boolean;
  /** Pages about one person are not for search engines. */
  readonly personal?: boolean;
}

/** Answers with a whole page. */
export function showPage(
  context: Context,
  page: Page,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return Promise.resolve(context.html(layout(page), status));
}

function layout({ language, controller, mailbox, ...page }: Page): Html {
  const { site } = messages[language];
  const other = otherLanguage(language);
  const query = page.query ?? '';
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.hasErrors === true ? site.errorPrefix : ''}${page.title} – ${controller.name}</title>
${page.personal === true ? html`<meta name="robots" content="noindex, nofollow">` : ''}
<link rel="stylesheet" href="${stylesheet.path}">
<link rel="icon" href="${icon.path}" type="image/svg+xml">
<link rel="alternate" hreflang="${other}" href="${address(other, page.path)}${query}">
</head>
<body>
<a class="skip" href="#content">${site.skip}</a>
<header class="site-header">
<div class="site-width site-header-row">
<a class="site-name" href="${address(language, '/privacy')}">${controller.name}</a>
<nav class="site-nav" aria-label="${site.navigation}"><ul>
${navigationLinks(language, page.path, mailbox)}
</ul></nav>
<a class="site-language" href="${address(other, page.path)}${query}" lang="${other}" hreflang="${other}">${site.otherLanguage}</a>
</div>
</header>
<main id="content" class="site-width" tabindex="-1">
${page.body}
</main>
<footer class="site-footer">
<div class="site-width">
<p class="site-footer-name">${controller.legalName}</p>
<p>${controller.address} · ${site.tradeRegister(controller.tradeRegister)}</p>
<p>${site.contact}: <a href="mailto:${controller.email}">${controller.email}</a> · <a class="site-phone" href="tel:${controller.phone.replace(/[^+\d]/g, '')}">${controller.phone}</a></p>
<p class="site-footer-note">${site.noCookies}</p>
</div>
</footer>
</body>
</html>`;
}

function navigationLinks(language: Language, path: string, mailbox: boolean): readonly Html[] {
  const { site } = messages[language];
  const links: readonly (readonly [string, string])[] = [
    ['/privacy', site.statement],
    ['/promises', site.promises],
    ['/request', site.request],
    ...(mailbox ? ([['/mailbox', site.mailbox]] as const) : []),
  ];
  return links.map(([to, text]) => {
    const here = path === to || path.startsWith(`${to}/`);
    const current = path === to ? html` aria-current="page"` : here ? html` aria-current="true"` : '';
    return html`<li><a href="${address(language, to)}"${current}>${text}</a></li>`;
  });
}
