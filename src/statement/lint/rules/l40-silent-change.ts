import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText } from '../linted-text.ts';

export const silentChange: TextRule = {
  id: 'L40',
  severity: 'warning',
  kind: 'misleading',
  law: '13(3), 12',
  what: {
    nl: 'Een nieuwe tekst geldt door publicatie of verder gebruik, zonder dat iemand bericht krijgt.',
    en: 'A new text holds by publication or by further use, and nobody is told.',
  },
  advice: {
    nl: 'Een nieuwe versie geldt niet stilzwijgend: meld wezenlijke wijzigingen actief en vooraf.',
    en: 'New versions do not silently apply; announce material changes beforehand.',
  },
  judge: (text) => {
    if (announced(text)) return [];
    const bySilence = text.hits('change-by-itself');
    return faultsAt(bySilence.length > 0 ? bySilence : text.hits('text-may-change').slice(0, 1));
  },
};

/** That people are told, where the text is about itself: a message about an order or a move announces no new text. */
function announced(text: LintedText): boolean {
  const about = (['text-changes', 'text-may-change', 'change-by-itself'] as const).flatMap((concept) =>
    text.hits(concept),
  );
  const sections = new Set(about.map(({ sentence }) => sentence.section));
  return text.hits('change-announced').some(({ sentence }) => sections.has(sentence.section));
}
