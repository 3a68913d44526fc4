import { caseClocks, clockEvidence, clockFreshness, sawCases } from './case-clock.ts';
import { atRisk, broken, kept, type PromiseCheck, unproven } from './check.ts';
import { clockVerdict } from './clock-verdict.ts';
import { counted } from './phrase.ts';
import { postOf } from './post.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';

/** Art. 12(2), 13(1)(a)–(b): people know where to ask, and questions are answered. */
export const p64: PromiseCheck<'P64'> = {
  id: 'P64',
  owner: 'privacy',
  reads: {
    nl: 'het contactpunt in de gepubliceerde verklaring, de vragen die binnenkwamen, en de mailbox',
    en: 'the contact point in the published statement, the questions that came in, and the mailbox',
  },
  freshForHours: clockFreshness,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const clocks = await caseClocks(round, ['question']);
    const { contactPoint, email } = round.policy.controller;
    const post = await postOf(round, ['question']);
    const [untold, unaddressed] = await Promise.all([
      unsaid(round, [contactPoint], (each, language) => each[language]),
      unsaid(round, [email], (each) => each),
    ]);
    const evidence = {
      ...(await versionEvidence(round)),
      ...clockEvidence(clocks),
      contactPoint: untold.length === 0,
      address: unaddressed.length === 0,
      ...post.evidence,
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
    if (post.state === 'late')
      return broken(
        {
          nl: 'Er ligt een e-mail waarop niemand heeft besloten en waarvan de wettelijke datum voorbij is. Zie gestand messages.',
          en: 'There is an e-mail that nobody decided on and whose legal date has passed. See gestand messages.',
        },
        evidence,
        {
          nl: 'Er ligt een e-mail waarop niemand heeft besloten en waarvan de wettelijke datum voorbij is.',
          en: 'There is an e-mail that nobody decided on and whose legal date has passed.',
        },
      );
    if (post.state === 'waiting')
      return atRisk(
        {
          nl: 'Een e-mail wacht al een week op een besluit, of de mailbox kan al een dag niet worden gelezen. Zie gestand messages.',
          en: 'An e-mail has waited a week for a decision, or the mailbox could not be read for a day. See gestand messages.',
        },
        evidence,
        {
          nl: 'Een e-mail wacht al een week op een besluit, of de mailbox kan al een dag niet worden gelezen.',
          en: 'An e-mail has waited a week for a decision, or the mailbox could not be read for a day.',
        },
      );
    if (!sawCases(clocks) && !post.seen)
      return unproven(
        {
          nl: 'De verklaring noemt het contactpunt met een adres, in elke taal. Er kwam het afgelopen jaar geen vraag, dus of u antwoord krijgt, toont niets aan.',
          en: 'The statement names the contact point with an address, in every language. No question came in the past year, so nothing shows that you get an answer.',
        },
        evidence,
      );
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
