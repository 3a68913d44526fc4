import type { PolicyRule } from '../lint-rule.ts';
import { speaksOf } from '../speaks-of.ts';

export const undeclaredCategory: PolicyRule = {
  id: 'L47',
  severity: 'error',
  kind: 'misleading',
  law: '14(1)(d), 5(1)(a); C-319/22',
  what: {
    nl: 'De systemen bevatten een soort gegevens die niet in de tekst staat.',
    en: 'The systems hold a kind of data that the text does not name.',
  },
  advice: {
    nl: 'Noem elke soort gegevens uit de inventaris (bv. kenteken, VIN; voor wie de houder kan herleiden is dat een persoonsgegeven).',
    en: 'Name every kind of data of the inventory (plate and VIN too: for whoever can find the holder they are personal data).',
  },
  judge: (text, { policy }) => {
    const columns = policy.sources.flatMap(({ tables }) => tables.flatMap((table) => table.columns));
    const held = new Set(columns.flatMap((column) => (column.kind === 'personal' ? [column.category] : [])));
    const { language } = text.document;
    return [...policy.categories.values()]
      .filter(({ id, name }) => held.has(id) && !speaksOf(text.document, name[language]))
      .map(({ name }) => ({ sentence: null, start: 0, detail: name[language] }));
  },
};
