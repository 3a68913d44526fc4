import type { Language } from '../../domain/language.ts';
import type { NoticeDeed } from '../../domain/notice.ts';

/** What a recipient is asked, by what was done: in the letter and on the page where it is confirmed. */
export interface DeedWords {
  /** The subject of the letter and the title of the page. */
  readonly title: string;
  readonly ask: string;
  readonly law: string;
}

export const deedWords: Readonly<Record<Language, Readonly<Record<NoticeDeed, DeedWords>>>> = {
  nl: {
    rectification: {
      title: 'Verbeter persoonsgegevens die u van ons kreeg',
      ask: 'Wij hebben gegevens van de persoon hieronder verbeterd. Verbeter ze ook bij u, overal waar u ze hebt.',
      law: 'artikel 16 en 19 AVG',
    },
    erasure: {
      title: 'Wis persoonsgegevens die u van ons kreeg',
      ask: 'Wij hebben gegevens van de persoon hieronder gewist. Wis ze ook bij u, met elke kopie en elke koppeling ernaar. Moet u iets houden van de wet? Houd dan dat, en niets anders.',
      law: 'artikel 17 en 19 AVG',
    },
    restriction: {
      title: 'Zet het gebruik van persoonsgegevens stil',
      ask: 'De gegevens van de persoon hieronder mogen voorlopig niet worden gebruikt. Bewaar ze, en doe er verder niets mee tot u weer van ons hoort.',
      law: 'artikel 18 en 19 AVG',
    },
    'restriction-lifted': {
      title: 'U mag persoonsgegevens weer gebruiken',
      ask: 'Wij vroegen u eerder om gegevens van de persoon hieronder niet te gebruiken. Voor wat hieronder staat, hoeft dat niet meer.',
      law: 'artikel 18 en 19 AVG',
    },
    objection: {
      title: 'Stop met het gebruik van persoonsgegevens: bezwaar',
      ask: 'De persoon hieronder heeft bezwaar gemaakt. Gebruik de gegevens niet meer voor het doel dat hieronder staat.',
      law: 'artikel 21 en 28 lid 3 onder e AVG',
    },
    'objection-lifted': {
      title: 'U mag persoonsgegevens weer gebruiken: bezwaar beëindigd',
      ask: 'Wij vroegen u eerder om gegevens van de persoon hieronder niet te gebruiken, omdat die bezwaar had gemaakt. Voor wat hieronder staat, hoeft dat niet meer.',
      law: 'artikel 21 en 28 lid 3 onder e AVG',
    },
    withdrawal: {
      title: 'Stop met het gebruik van persoonsgegevens: toestemming ingetrokken',
      ask: 'De persoon hieronder heeft de toestemming ingetrokken. Gebruik de gegevens niet meer voor het doel dat hieronder staat.',
      law: 'artikel 7 lid 3 en 28 lid 3 onder e AVG',
    },
    'withdrawal-lifted': {
      title: 'U mag persoonsgegevens weer gebruiken: intrekking van toestemming beëindigd',
      ask: 'Wij vroegen u eerder om gegevens van de persoon hieronder niet te gebruiken, omdat de toestemming was ingetrokken. Voor wat hieronder staat, hoeft dat niet meer.',
      law: 'artikel 7 lid 3 en 28 lid 3 onder e AVG',
    },
  },
  en: {
    rectification: {
      title: 'Correct personal data that you received from us',
      ask: 'We have corrected data of the person below. Correct them on your side too, wherever you have them.',
      law: 'articles 16 and 19 GDPR',
    },
    erasure: {
      title: 'Erase personal data that you received from us',
      ask: 'We have erased data of the person below. Erase them on your side too, with every copy and every link to them. Must you keep something by law? Then keep that, and nothing else.',
      law: 'articles 17 and 19 GDPR',
    },
    restriction: {
      title: 'Stop using personal data for now',
      ask: 'The data of the person below may not be used for the time being. Keep them, and do nothing else with them until you hear from us again.',
      law: 'articles 18 and 19 GDPR',
    },
    'restriction-lifted': {
      title: 'You may use personal data again',
      ask: 'We asked you before not to use data of the person below. For what is named below that is no longer needed.',
      law: 'articles 18 and 19 GDPR',
    },
    objection: {
      title: 'Stop using personal data: objection',
      ask: 'The person below has objected. Do not use the data any more for the purpose named below.',
      law: 'articles 21 and 28(3)(e) GDPR',
    },
    'objection-lifted': {
      title: 'You may use personal data again: objection ended',
      ask: 'We asked you before not to use data of the person below, because they had objected. For what is named below that is no longer needed.',
      law: 'articles 21 and 28(3)(e) GDPR',
    },
    withdrawal: {
      title: 'Stop using personal data: consent withdrawn',
      ask: 'The person below has withdrawn consent. Do not use the data any more for the purpose named below.',
      law: 'articles 7(3) and 28(3)(e) GDPR',
    },
    'withdrawal-lifted': {
      title: 'You may use personal data again: withdrawal of consent ended',
      ask: 'We asked you before not to use data of the person below, because consent had been withdrawn. For what is named below that is no longer needed.',
      law: 'articles 7(3) and 28(3)(e) GDPR',
    },
  },
};
