import type { Language } from '../../domain/language.ts';

interface PortabilityWords {
  title(controller: string): string;
  readonly reference: string;
  readonly date: string;
  /** GDPR art. 20(1) and 20(2). */
  readonly basis: Readonly<Record<'20(1)' | '20(2)', (controller: string) => string>>;
  readonly files: readonly string[];
  readonly leftOut: string;
}

export const portabilityWords: Readonly<Record<Language, PortabilityWords>> = {
  nl: {
    title: (controller) => `Gegevens om mee te nemen van ${controller}`,
    reference: 'Kenmerk',
    date: 'Datum',
    basis: {
      '20(1)': (controller) =>
        `De persoon vroeg ${controller} om deze gegevens mee te nemen (artikel 20 lid 1 AVG).`,
      '20(2)': (controller) =>
        `De persoon vroeg ${controller} om deze gegevens rechtstreeks door te geven (artikel 20 lid 2 AVG).`,
    },
    files: [
      'manifest.json zegt wat er in dit pakket zit: soorten gegevens, doelen, aantallen en van elk bestand het SHA-256-kenmerk.',
      'schema.json beschrijft dat voor software (JSON Schema 2020-12).',
      'In data staan de gegevens zelf, elke tabel als JSON en als CSV. Een apostrof voor een cel van een CSV-bestand zorgt dat een rekenprogramma er geen formule van maakt.',
    ],
    leftOut: 'Wat er niet in zit:',
  },
  en: {
    title: (controller) => `Data to take along from ${controller}`,
    reference: 'Reference',
    date: 'Date',
    basis: {
      '20(1)': (controller) =>
        `The person asked ${controller} to take these data along (article 20(1) GDPR).`,
      '20(2)': (controller) =>
        `The person asked ${controller} to hand these data on directly (article 20(2) GDPR).`,
    },
    files: [
      'manifest.json says what is in this package: categories, purposes, counts, and of every file its SHA-256 hash.',
      'schema.json describes that for software (JSON Schema 2020-12).',
      'The data themselves are in data, each table as JSON and as CSV. An apostrophe before a cell of a CSV file keeps a spreadsheet from taking it for a formula.',
    ],
    leftOut: 'What is not in it:',
  },
};
