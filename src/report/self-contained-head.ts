import type { Language } from '../domain/language.ts';
import { type Markup, markup, trustedMarkup } from './markup.ts';
import { selfContainedStyle } from './self-contained-style.ts';

/**
 * The beginning of a page that lies in a ZIP, up to what is in its body. It needs nothing but itself, and its policy of content forbids it
 * to load or run anything: what strangers once typed may stand in it.
 */
export function selfContainedHead(language: Language, title: string): Markup {
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trustedMarkup(selfContainedStyle)}</style>
</head>
<body>`;
}
