import { expect, test } from 'vitest';
import { diffStatements } from './diff.ts';
import type { StatementSection } from './statement.ts';

function section(title: string, text: string): StatementSection {
  return { id: title, title, text, html: '', promiseIds: [] };
}

const before = {
  language: 'nl' as const,
  sections: [
    section('Bewaren', 'Wij bewaren 5 jaar. Daarna wissen wij.\n\n- Naam\n- Adres'),
    section('Rechten', 'U mag inzien.'),
  ],
};

test('shows the sentence that went before the sentence that came', () => {
  const after = {
    ...before,
    sections: [
      section('Bewaren', 'Wij bewaren 7 jaar.\nDaarna wissen wij.\n\n- Naam'),
      section('Rechten', 'U mag inzien. En laten wissen.'),
    ],
  };
  expect(diffStatements(before, after)).toEqual([
    { kind: 'removed', section: 'Bewaren', text: 'Wij bewaren 5 jaar.' },
    { kind: 'added', section: 'Bewaren', text: 'Wij bewaren 7 jaar.' },
    { kind: 'removed', section: 'Bewaren', text: '- Adres' },
    { kind: 'added', section: 'Rechten', text: 'En laten wissen.' },
  ]);
});

test('a text that is only wrapped elsewhere has not changed', () => {
  const after = {
    ...before,
    sections: [
      section('Bewaren', 'Wij bewaren\n5 jaar. Daarna\nwissen wij.\n\n- Naam\n- Adres'),
      section('Rechten', 'U mag inzien.'),
    ],
  };
  expect(diffStatements(before, after)).toEqual([]);
});
