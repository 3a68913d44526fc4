import { GestandError } from '../../base/error.ts';
import type { Language } from '../../domain/language.ts';
import { isoDateText } from '../date-text.ts';
import { type Markup, markup, noMarkup } from '../markup.ts';
import type { Block, LetterBody, LetterContext, WrittenLetter } from './letter.ts';
import { remedies } from './remedies.ts';

interface Texts {
  readonly reference: string;
  readonly greeting: string;
  readonly closing: string;
  readonly contact: string;
  readonly tradeRegister: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    reference: 'Kenmerk',
    greeting: 'Beste lezer,',
    closing: 'Met vriendelijke groet,',
    contact: 'Vragen over uw persoonsgegevens?',
    tradeRegister: 'KvK',
  },
  en: {
    reference: 'Reference',
    greeting: 'Dear reader,',
    closing: 'Kind regards,',
    contact: 'Questions about your personal data?',
    tradeRegister: 'Dutch trade register (KvK)',
  },
};

/**
 * Gives a letter its two forms. The greeting has no name: at the start of a request nobody knows whether the
 * address and the name belong together, and a wrong name would tell a stranger something. `contact` stands above where
 * to ask.
 */
export function layOut(
  body: LetterBody,
  context: LetterContext,
  contact = texts[context.language].contact,
): WrittenLetter {
  const blocks = [...body.blocks, ...(body.outcome ? remedies(context) : [])];
  for (const block of blocks) if (block.kind === 'link') assertWebAddress(block.href);
  return {
    subject: body.subject,
    text: plainText(blocks, { ...context, contact }),
    html: htmlText(body.subject, blocks, { ...context, contact }),
  };
}

interface Footed extends LetterContext {
  readonly contact: string;
}

function plainText(blocks: readonly Block[], context: Footed): string {
  const { controller, language } = context;
  const text = texts[language];
  const parts = [
    [controller.name, isoDateText(context.on, language), ...referenceLine(context)].join('\n'),
    text.greeting,
    ...blocks.map(plainBlock),
    `${text.closing}\n${controller.name}`,
    `--\n${context.contact}\n${controller.contactPoint[language]}\n${contactLines(context).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function referenceLine({ reference, language }: LetterContext): readonly string[] {
  return reference === '' ? [] : [`${texts[language].reference}: ${reference}`];
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return block.text.toUpperCase();
    case 'list':
      return block.items.map(({ text, more }) => `- ${text}${more === null ? '' : `\n  ${more}`}`).join('\n');
    case 'facts':
      return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'code':
      return `    ${block.text}`;
    case 'link':
      return `${block.label}:\n${block.href}`;
  }
}

function contactLines({ controller, language }: LetterContext): readonly string[] {
  return [
    controller.email,
    controller.phone,
    controller.website,
    `${controller.legalName}, ${controller.address}`,
    `${texts[language].tradeRegister} ${controller.tradeRegister}`,
  ];
}

/**
 * No style sheet, picture or script: mail programs drop the first, and the others would tell somebody that the
 * letter was read. Colours keep a contrast of at least 7:1 on white.
 */
function htmlText(subject: string, blocks: readonly Block[], context: Footed): string {
  const { controller, language } = context;
  const text = texts[language];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subject}</title>
</head>
<body style="margin:0;background:#ffffff;color:#1b1f24;font:17px/1.55 system-ui,'Segoe UI',Helvetica,Arial,sans-serif">
<main style="max-width:38em;margin:0 auto;padding:24px 20px">
<p style="margin:0 0 2px;font-size:20px;font-weight:700">${controller.name}</p>
<p style="margin:0 0 24px;padding:0 0 16px;border-bottom:1px solid #c4cad1;color:#454c54;font-size:15px">${isoDateText(context.on, language)}${referenceLine(context).map((line) => markup`<br>${line}`)}</p>
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">${subject}</h1>
<p style="margin:0 0 16px">${text.greeting}</p>
${blocks.map(htmlBlock)}<p style="margin:24px 0 0">${text.closing}<br>${controller.name}</p>
</main>
<footer style="max-width:38em;margin:0 auto;padding:0 20px 32px;color:#454c54">
<p style="margin:0;padding:16px 0 0;border-top:1px solid #c4cad1;font-size:15px"><strong>${context.contact}</strong><br>${controller.contactPoint[language]}<br>${contactHtml(context)}</p>
</footer>
</body>
</html>
`.toString();
}

const linkStyle = 'color:#0b4f8a';

function htmlBlock(block: Block): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<p style="margin:0 0 16px">${linked(block.text)}</p>
`;
    case 'heading':
      return markup`<h2 style="margin:28px 0 8px;font-size:19px;line-height:1.3">${block.text}</h2>
`;
    case 'list':
      return markup`<ul style="margin:0 0 16px;padding:0 0 0 22px">
${block.items.map(
  ({ text, more }) => markup`<li style="margin:0 0 8px">${linked(text)}${
    more === null ? noMarkup : markup`<br><span style="color:#454c54">${more}</span>`
  }</li>
`,
)}</ul>
`;
    case 'facts':
      return markup`<dl style="margin:0 0 16px;padding:12px 16px;border-left:4px solid #0b4f8a;background:#f2f5f8">
${block.facts.map(
  ([label, value]) => markup`<dt style="color:#454c54;font-size:15px">${label}</dt>
<dd style="margin:0 0 8px;font-weight:600">${value}</dd>
`,
)}</dl>
`;
    case 'code':
      return markup`<p style="margin:0 0 16px;padding:16px;background:#f2f5f8;font:700 30px/1.2 ui-monospace,Consolas,monospace;letter-spacing:4px;text-align:center">${block.text}</p>
`;
    case 'link':
      return markup`<p style="margin:0 0 16px"><a href="${block.href}" style="display:inline-block;padding:12px 20px;border-radius:4px;background:#0b4f8a;color:#ffffff;font-weight:600;text-decoration:none">${block.label}</a></p>
<p style="margin:0 0 16px;color:#454c54;font-size:15px;overflow-wrap:anywhere">${block.href}</p>
`;
  }
}

/** Makes web and mail addresses in a sentence into links; the text itself stays as it is. */
function linked(text: string): readonly (string | Markup)[] {
  return text
    .split(/(https?:\/\/[^\s()<>]+[^\s()<>.,:;]|[^\s()<>:;,@]+@[^\s()<>:;,@]+[^\s()<>:;,@.])/u)
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const href = /^https?:/.test(part) ? part : `mailto:${part}`;
      return markup`<a href="${href}" style="${linkStyle}">${part}</a>`;
    });
}

function contactHtml(context: LetterContext): readonly (string | Markup)[] {
  return contactLines(context).flatMap((line, index) => [
    ...(index === 0 ? [] : [markup`<br>`]),
    ...linked(line),
  ]);
}

function assertWebAddress(href: string): void {
  const protocol = URL.parse(href)?.protocol;
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new GestandError('bad-input', 'A link in a letter must be a web address that starts with https.');
  }
}
