import { expect, test } from 'vitest';
import { looksLikeIdentityDocument, withoutMachineReadableLines } from './identity-document.ts';

test.each([
  'paspoort.jpg',
  'Kopie_ID.pdf',
  'scan-rijbewijs-voor.png',
  'my passport (1).jpeg',
  'ID-kaart.heic',
  'legitimatie.pdf',
  '../../identity_card.pdf',
])('%s is one', (name) => expect(looksLikeIdentityDocument({ name })).toBe(true));

test.each(['factuur.pdf', 'paspoortfotograaf-offerte.pdf', 'idee.txt', 'kandidaat.docx', 'machtiging.pdf'])(
  '%s is none',
  (name) => expect(looksLikeIdentityDocument({ name })).toBe(false),
);

test('a text with the lines for machines is one', () => {
  const lines = `${'P<NLDVOORBEELD<<ANNA'.padEnd(44, '<')}\n${'XN12345674NLD9001017F3001018'.padEnd(44, '<')}`;
  expect(looksLikeIdentityDocument({ name: 'scan.pdf', text: `pagina 1\n${lines}\n` })).toBe(true);
  expect(looksLikeIdentityDocument({ name: 'brief.txt', text: 'PNLD is een afkorting.' })).toBe(false);
});

test('the lines for machines are taken out of a text, with the numbers in them, and nothing else', () => {
  const lines = `${'P<NLDVOORBEELD<<ANNA'.padEnd(44, '<')}\r\n${'XN12345674NLD9001017F3001018'.padEnd(44, '<')}`;
  expect(withoutMachineReadableLines(`Beste,\n${lines}\nGroet, Anna`)).toBe('Beste,\n[…]\n[…]\nGroet, Anna');
  const plain = 'Mijn kenmerk is\nXN12345674NLD9001017F3001018XXXXXX';
  expect(withoutMachineReadableLines(plain)).toBe(plain);
});
