import type { ToldRecipient } from '../../app/portal-services.ts';
import type { Language } from '../../domain/language.ts';
import type { NoticeDeed } from '../../domain/notice.ts';

/** What the pages say about recipients of data: to the person, and to the recipients themselves. */
export interface RecipientMessages {
  readonly told: string;
  readonly toldText: string;
  /** What came of telling a recipient; `date` is empty while nothing did. */
  readonly standing: Readonly<Record<ToldRecipient['standing'], (deed: string, date: string) => string>>;
  /** What was done, as in "asked to …". */
  readonly deeds: Readonly<Record<NoticeDeed, string>>;
  readonly to: (recipient: string) => string;
  readonly who: string;
  readonly law: string;
  readonly dueOn: string;
  readonly reference: string;
  readonly confirm: string;
  readonly confirmed: (moment: string) => string;
  readonly ended: string;
}

export const recipientMessages: Readonly<Record<Language, RecipientMessages>> = {
  nl: {
    told: 'Aan wie wij dit doorgaven',
    toldText:
      'Deze partijen hebben of hadden gegevens van u. De wet vraagt dat wij het hun laten weten (artikel 19 AVG).',
    standing: {
      asked: (deed) => `gevraagd om ${deed}; nog niet bevestigd`,
      confirmed: (deed, date) => `gevraagd om ${deed}; bevestigd op ${date}`,
      excused: (_deed, date) => `niet te bereiken, of alleen met heel veel moeite; vastgesteld op ${date}`,
    },
    deeds: {
      rectification: 'uw gegevens te verbeteren',
      erasure: 'uw gegevens te wissen',
      restriction: 'uw gegevens voorlopig niet te gebruiken',
      'restriction-lifted': 'de beperking op te heffen',
      objection: 'te stoppen vanwege uw bezwaar',
      'objection-lifted': 'de stop na uw bezwaar op te heffen',
      withdrawal: 'te stoppen omdat u uw toestemming introk',
      'withdrawal-lifted': 'de stop na het intrekken van uw toestemming op te heffen',
    },
    to: (recipient) => `Aan ${recipient}`,
    who: 'Om wie het gaat, staat in de brief die u van ons kreeg. Om hun privacy laten wij dat hier niet zien.',
    law: 'Volgens',
    dueOn: 'Uiterlijk op',
    reference: 'Kenmerk',
    confirm: 'Wij hebben dit gedaan',
    confirmed: (moment) => `U hebt dit bevestigd op ${moment}. Dank u wel. U hoeft niets meer te doen.`,
    ended: 'Dit is al afgehandeld. U hoeft niets te doen.',
  },
  en: {
    told: 'Whom we passed this on to',
    toldText: 'These parties have or had data of yours. The law asks us to let them know (article 19 GDPR).',
    standing: {
      asked: (deed) => `asked to ${deed}; not confirmed yet`,
      confirmed: (deed, date) => `asked to ${deed}; confirmed on ${date}`,
      excused: (_deed, date) =>
        `cannot be reached, or only with a disproportionate effort; established on ${date}`,
    },
    deeds: {
      rectification: 'correct your data',
      erasure: 'erase your data',
      restriction: 'stop using your data for now',
      'restriction-lifted': 'lift the restriction',
      objection: 'stop because you objected',
      'objection-lifted': 'lift the stop that followed your objection',
      withdrawal: 'stop because you withdrew your consent',
      'withdrawal-lifted': 'lift the stop that followed the withdrawal of your consent',
    },
    to: (recipient) => `To ${recipient}`,
    who: 'Whom it is about is in the letter that you received from us. For their privacy we do not show it here.',
    law: 'Under',
    dueOn: 'No later than',
    reference: 'Reference',
    confirm: 'We have done this',
    confirmed: (moment) => `You confirmed this on ${moment}. Thank you. There is nothing more to do.`,
    ended: 'This has been dealt with. There is nothing to do.',
  },
};
