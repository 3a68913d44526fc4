import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';
import { othersBlocks, usesBlocks } from './stopped-blocks.ts';

type Kind = 'marketing-stopped' | 'consent-withdrawn';

interface Texts {
  readonly subjects: Readonly<Record<Kind, (reference: string) => string>>;
  readonly stopped: Readonly<Record<Kind, string>>;
  readonly means: Readonly<Record<Kind, string>>;
  readonly nothingSubject: (reference: string) => string;
  readonly nothing: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    subjects: {
      'marketing-stopped': (reference) => `U krijgt geen reclame meer (${reference})`,
      'consent-withdrawn': (reference) => `Uw toestemming is ingetrokken (${reference})`,
    },
    stopped: {
      'marketing-stopped': 'U wilt geen reclame. Wij zijn meteen gestopt (artikel 21 AVG) met:',
      'consent-withdrawn': 'U trok uw toestemming in. Wij zijn meteen gestopt (artikel 7 AVG) met:',
    },
    means: {
      'marketing-stopped':
        'Wij onthouden dat u dit niet wilt: van uw adres bewaren wij daarvoor alleen een vingerafdruk. Bedenkt u zich, laat het ons dan weten.',
      'consent-withdrawn':
        'Wat wij vóór die tijd met uw toestemming deden, blijft geldig. Het heeft verder geen gevolgen voor u. Bedenkt u zich, laat het ons dan weten: u kunt altijd opnieuw toestemming geven.',
    },
    nothingSubject: (reference) => `Antwoord op uw verzoek om te stoppen (${reference})`,
    nothing:
      'U vroeg ons te stoppen met een gebruik van uw gegevens. Wij hebben gekeken waarop dat gebruik rust.',
  },
  en: {
    subjects: {
      'marketing-stopped': (reference) => `You receive no more advertising (${reference})`,
      'consent-withdrawn': (reference) => `Your consent is withdrawn (${reference})`,
    },
    stopped: {
      'marketing-stopped': 'You want no advertising. We stopped at once (article 21 GDPR) with:',
      'consent-withdrawn': 'You withdrew your consent. We stopped at once (article 7 GDPR) with:',
    },
    means: {
      'marketing-stopped':
        'We remember that you do not want this: of your address we keep only a fingerprint for it. If you change your mind, let us know.',
      'consent-withdrawn':
        'What we did with your consent before stays valid. It has no other consequences for you. If you change your mind, let us know: you can always consent again.',
    },
    nothingSubject: (reference) => `Answer to your request to stop (${reference})`,
    nothing: 'You asked us to stop a use of your data. We looked at what that use rests on.',
  },
};

export function useStopped(letter: LetterOf<Kind>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.subjects[letter.kind](reference),
    blocks: [
      ...paragraphs(text.stopped[letter.kind]),
      ...usesBlocks(letter.uses, language),
      ...paragraphs(text.means[letter.kind]),
      ...othersBlocks(letter.others, language),
    ],
    outcome: true,
  };
}

/** No right stops what was named: that is explained, with what else the person can do (art. 12(4)). */
export function nothingToStop(
  { others }: LetterOf<'nothing-to-stop'>,
  { language, reference }: LetterContext,
): LetterBody {
  const text = texts[language];
  return {
    subject: text.nothingSubject(reference),
    blocks: [...paragraphs(text.nothing), ...othersBlocks(others, language)],
    outcome: true,
  };
}
