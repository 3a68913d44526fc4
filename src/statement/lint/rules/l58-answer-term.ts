import type { TextRule } from '../lint-rule.ts';

export const answerTerm: TextRule = {
  id: 'L58',
  severity: 'error',
  kind: 'misleading',
  law: '12(3)',
  what: {
    nl: 'De termijn voor het antwoord op een verzoek is langer dan een maand.',
    en: 'The term for answering a request is longer than a month.',
  },
  advice: {
    nl: 'Antwoord binnen een maand; verlengen mag met twee maanden, met bericht en reden binnen die eerste maand.',
    en: 'Answer within a month; it can be extended by two, when you say so with the reason within that first month.',
  },
  judge: (text) => {
    const terms = text.promises.flatMap(({ id, figure, sentence, start }) =>
      id === 'D07' && figure !== null ? [{ figure, sentence, start }] : [],
    );
    // Who names a month, and then how much longer it may become, names the term of the law.
    return terms.every(({ figure }) => isLongerThanAMonth(figure)) ? terms : [];
  },
};

// A month has 31 days at most, and whoever writes "31 days" means a month.
const anyLongMonth = Temporal.PlainDate.from('2026-01-01');

function isLongerThanAMonth(duration: string): boolean {
  const end = anyLongMonth.add(Temporal.Duration.from(duration));
  return Temporal.PlainDate.compare(end, anyLongMonth.add({ months: 1 })) > 0;
}
