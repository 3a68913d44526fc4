import { caseClocks, clockEvidence, clockFreshness } from './case-clock.ts';
import { broken, kept, type PromiseCheck } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';

/** Art. 12(2), 13(1)(a)–(b): people know where to ask, and questions are answered. */
export const p64: PromiseCheck<'P64'> = {
  id: 'P64',
  reads: {
    nl: 'het contactpunt in de gepubliceerde verklaring, en de vragen die binnenkwamen',
    en: 'the contact point in the published statement, and the questions that came in',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const clocks = await caseClocks(round, ['question']);
    const { contactPoint, email } = round.policy.controller;
    const [untold, unaddressed] = await Promise.all([
      unsaid(round, [contactPoint], (each, language) => each[language]),
      unsaid(round, [email], (each) => each),
    ]);
    const evidence = {
      ...(await versionEvidence(round)),
      ...clockEvidence(clocks),
      contactPoint: untold.length === 0,
      address: unaddressed.length === 0,
    };
    if (untold.length + unaddressed.length > 0) {
      return broken(
        {
          nl: 'De verklaring noemt het contactpunt van nu niet, of niet met een adres. Publiceer een nieuwe versie die dat wel doet.',
          en: 'The statement does not name today’s contact point, or not with an address. Publish a new version that does.',
        },
        evidence,
      );
    }
    const late = clockVerdict(clocks, evidence, 'question');
    if (late !== null) return late;
    const [open, done] = [counted(clocks.open, 'question'), counted(clocks.handled.length, 'question')];
    return kept(
      {
        nl: `De verklaring noemt het contactpunt met een adres, in elke taal. Op tijd beantwoord: ${done.nl}; open en nog op tijd: ${open.nl}.`,
        en: `The statement names the contact point with an address, in every language. Answered in time: ${done.en}; open and still in time: ${open.en}.`,
      },
      evidence,
    );
  },
};
