import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';
import { languageOf } from './detect-language.ts';
import type { DocumentFormat } from './document.ts';
import { formatOf, readDocument, unreadableBecause } from './read-document.ts';
import { sentencesOf } from './sentences.ts';

describe('sentences', () => {
  it('end where a new one begins, not at an abbreviation', () => {
    const text =
      'Wij zijn Voorbeeld B.V. in Zwolle, bijv. voor u. Vragen? Mail ons (d.w.z. het kantoor). Zie art. 6 AVG. En dan nog foto’s. Klaar!';
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
      'Wij zijn Voorbeeld B.V. in Zwolle, bijv. voor u.',
      'Vragen?',
      'Mail ons (d.w.z. het kantoor).',
      'Zie art. 6 AVG.',
      'En dan nog foto’s.',
      'Klaar!',
    ]);
  });
});

function shape(source: string, format: DocumentFormat): readonly string[] {
  return readDocument({ file: 'f', source }, format).sentences.map(
    ({ kind, text, place, introduction }) =>
      `${place.line}:${place.column} ${kind} ${text}${introduction === '' ? '' : ` < ${introduction}`}`,
  );
}

describe('a document', () => {
  it('is read from Markdown with the place of every sentence', () => {
    const source =
      '# Privacy\n\nWe keep **your** data. You may ask:\n\n- for a copy;\n- to erase.\n\n**Cookies.** We use none.\n\n| Why | Basis |\n|---|---|\n| Pay | contract |\n';
    expect(shape(source, 'md')).toEqual([
      '1:3 heading Privacy',
      '3:1 sentence We keep your data.',
      '3:24 sentence You may ask:',
      '5:3 item for a copy; < You may ask:',
      '6:3 item to erase. < You may ask:',
      '8:3 lead Cookies.',
      '8:14 sentence We use none.',
      '12:3 row Pay · contract < Why · Basis',
    ]);
  });

  it('is read from a page, without its menu, banner and the links of its footer', () => {
    const source = `<!doctype html><title>T</title><nav><a>Shop</a></nav><div class="cookie-banner"><p>We use cookies.</p></div>
<main><h1>Privacy</h1><p>We keep <b>your</b> data &amp; more.</p><ul><li>Name</li><li>Address</li></ul></main>
<footer><p>Mill Ltd</p><a href="/c">Cookies</a></footer><script>alert(1)</script>`;
    expect(shape(source, 'html')).toEqual([
      '2:11 heading Privacy',
      '2:26 sentence We keep your data & more.',
      '2:74 item Name',
      '2:87 item Address',
      '3:12 sentence Mill Ltd',
    ]);
  });

  it('is read from plain text, its headings by their looks', () => {
    const source =
      'PRIVACY\n\nWho we are\nMill Ltd runs this site and writes to you\nwhen it has to.\n\n1. KEEPING. We keep data:\n- names;\n- dates.\n\n2.1 You may ask. We answer.\n';
    expect(shape(source, 'txt')).toEqual([
      '1:1 heading PRIVACY',
      '3:1 heading Who we are',
      '4:1 sentence Mill Ltd runs this site and writes to you when it has to.',
      '7:1 heading 1. KEEPING.',
      '7:13 sentence We keep data:',
      '8:3 item names; < We keep data:',
      '9:3 item dates. < We keep data:',
      '11:5 sentence You may ask.',
      '11:18 sentence We answer.',
    ]);
  });

  it('knows the language of each of its parts', () => {
    const nl = 'Wij bewaren uw gegevens niet langer dan nodig is voor het doel waarvoor wij ze van u hebben.';
    const en = 'We keep your data no longer than is needed for the purpose for which we have them from you.';
    const document = readDocument({ file: 'f', source: `${nl} ${nl}\n\n${en}\n` }, 'md');
    expect(document.language).toBe('nl');
    expect(document.sentences.map(({ language }) => language)).toEqual(['nl', 'nl', 'en']);
  });
});

describe('what cannot be read', () => {
  const why = (source: string) => unreadableBecause(readDocument({ file: 'f', source }, 'txt'));

  it('says so', () => {
    expect(why('')).toBe('empty');
    expect(why('\n \n---\n')).toBe('empty');
    expect(
      why(
        'Wir verarbeiten Ihre Daten nicht für die Werbung und werden sie nicht mit der Post für Sie senden.',
      ),
    ).toBe('other-language');
    expect(
      why('Beat the eggs with the sugar until they are white. Add the flour and bake it for an hour.'),
    ).toBe('no-statement');
    expect(why('Wij bewaren uw gegevens. Uw privacy is voor ons van belang, en dat blijft zo.')).toBe(null);
  });
});

describe('bytes', () => {
  const text = 'Geïnformeerd over privacy: één dag.\nEn verder.\n';

  it('are text in the encodings that files have', () => {
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16,
      utf16.subarray(2),
      Buffer.from(utf16).swap16(),
      Buffer.from(text, 'latin1'),
      Buffer.from(text.replaceAll('\n', '\r\n')),
    ])
      expect(decode(bytes)).toEqual({ kind: 'text', text });
  });

  it('that are no text say so', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108020000', 'hex');
    expect(decode(png).kind).toBe('binary');
    expect(decode(Buffer.from('%PDF-1.7\n%âãÏÓ\n')).kind).toBe('binary');
    expect(decode(Buffer.from('PK\u0003\u0004')).kind).toBe('binary');
  });
});

describe('the format', () => {
  it('is told by the name, else by the beginning', () => {
    expect(formatOf('a.HTML', 'x')).toBe('html');
    expect(formatOf('privacy', '<!DOCTYPE html><p>x')).toBe('html');
    expect(formatOf('privacy', 'x\n## y\n')).toBe('md');
    expect(formatOf('privacy', 'x')).toBe('txt');
  });
});

describe('language', () => {
  it('is told by small words', () => {
    expect(languageOf('Wij bewaren uw gegevens niet voor anderen.').language).toBe('nl');
    expect(languageOf('We do not keep your data for anybody else.').language).toBe('en');
  });
});
