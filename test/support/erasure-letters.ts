import { present } from '../../src/base/assert.ts';
import { groundById } from '../../src/law/grounds.ts';
import type { LetterOf } from '../../src/report/letters/letter.ts';

const crm = { nl: 'Klantensysteem', en: 'Customer system' };
const billing = { nl: 'Facturatie', en: 'Billing' };
const invoices = { nl: 'Facturen', en: 'Invoices' };

/** Letters about what was erased, and what stays, as golden files hold them. */
export const erasureLetters: Readonly<Record<string, LetterOf<'erasure-done'>>> = {
  'erasure-done': {
    kind: 'erasure-done',
    erasedOn: '2026-11-09',
    explanation: ['In 1 van de 3 systemen moest iets blijven.'],
    erased: [
      { source: crm, table: { nl: 'Klanten', en: 'Customers' }, effect: 'deleted', rows: 1 },
      { source: crm, table: { nl: 'Berichten', en: 'Messages' }, effect: 'shared', rows: 1204 },
      { source: billing, table: { nl: 'Klanten', en: 'Customers' }, effect: 'redacted', rows: 1 },
    ],
    kept: [
      {
        source: billing,
        table: invoices,
        rows: 3,
        ground: present(groundById('tax-records'), 'ground'),
        until: '2033-12-31',
      },
      {
        source: billing,
        table: { nl: 'Machtigingen', en: 'Mandates' },
        rows: 1,
        ground: present(groundById('sepa-mandate'), 'ground'),
        until: null,
      },
    ],
    informedRecipients: ['Voorbeeldmail B.V.'],
    unknowingRecipients: ['Voorbeeldtellers Inc.'],
    caseFileUntil: '2028-11-09',
  },
  'erasure-done-nothing-kept': {
    kind: 'erasure-done',
    erasedOn: '2026-11-09',
    explanation: [],
    erased: [{ source: crm, table: { nl: 'Klanten', en: 'Customers' }, effect: 'deleted', rows: 1 }],
    kept: [],
    informedRecipients: [],
    unknowingRecipients: [],
    caseFileUntil: null,
  },
  'erasure-done-nothing-erased': {
    kind: 'erasure-done',
    erasedOn: '2026-11-09',
    explanation: [],
    erased: [],
    kept: [
      {
        source: billing,
        table: invoices,
        rows: 1,
        ground: present(groundById('tax-records'), 'ground'),
        until: '2033-12-31',
      },
    ],
    informedRecipients: [],
    unknowingRecipients: [],
    caseFileUntil: '2028-11-09',
  },
};
