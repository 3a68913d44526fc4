import type { Language } from '../../domain/language.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';
import { stayingBlocks, usesBlocks } from './stopped-blocks.ts';

interface Texts {
  readonly setSubject: (reference: string) => string;
  readonly set: string;
  readonly setMeans: string;
  readonly setUntil: string;
  readonly liftSubject: (reference: string) => string;
  readonly lift: string;
  readonly reason: (reason: string) => string;
  readonly liftMeans: string;
  readonly liftMeansPart: string;
  readonly nothingSubject: (reference: string) => string;
  readonly nothing: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    setSubject: (reference) => `Uw gegevens staan stil (${reference})`,
    set: 'Op uw verzoek hebben wij uw gegevens stilgezet (artikel 18 AVG) voor:',
    setMeans:
      'Wij bewaren ze, maar gebruiken ze niet. De wet laat alleen nog toe: wat u zelf goedvindt, een rechtszaak, de bescherming van iemand anders en een zwaarwegend algemeen belang.',
    setUntil: 'Dit blijft zo totdat wij u schrijven dat het eindigt. Wij schrijven u altijd eerst.',
    liftSubject: (reference) => `Wij gaan uw gegevens weer gebruiken (${reference})`,
    lift: 'U liet ons stoppen met een gebruik van uw gegevens. Dat stoppen eindigt zodra deze brief is verstuurd, voor:',
    reason: (reason) => `De reden: ${reason}`,
    liftMeans: 'Vanaf dan gebruiken wij uw gegevens hiervoor weer zoals in onze privacyverklaring staat.',
    liftMeansPart:
      'Vanaf dan gebruiken wij uw gegevens hiervoor weer zoals in onze privacyverklaring staat, behalve voor wat hieronder gestopt blijft.',
    nothingSubject: (reference) => `Uw gegevens blijven stilstaan (${reference})`,
    nothing:
      'U liet ons stoppen met een gebruik van uw gegevens. Dat stoppen eindigt zodra deze brief is verstuurd. Toch gaan wij uw gegevens hiervoor niet weer gebruiken.',
  },
  en: {
    setSubject: (reference) => `Your data are on hold (${reference})`,
    set: 'At your request we have put your data on hold (article 18 GDPR) for:',
    setMeans:
      'We keep them and do not use them. The law now only allows: what you yourself agree to, a court case, the protection of somebody else, and an important public interest.',
    setUntil: 'This stays so until we write to you that it ends. We always write to you first.',
    liftSubject: (reference) => `We will use your data again (${reference})`,
    lift: 'You had us stop a use of your data. That stop ends as soon as this letter has been sent, for:',
    reason: (reason) => `The reason: ${reason}`,
    liftMeans: 'From then on we use your data for this again as our privacy statement says.',
    liftMeansPart:
      'From then on we use your data for this again as our privacy statement says, but for what stays stopped below.',
    nothingSubject: (reference) => `Your data stay on hold (${reference})`,
    nothing:
      'You had us stop a use of your data. That stop ends as soon as this letter has been sent. Still, we will not use your data for it again.',
  },
};

export function restrictionSet({ uses }: LetterOf<'restriction-set'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.setSubject(reference),
    blocks: [
      ...paragraphs(text.set),
      ...usesBlocks(uses, language),
      ...paragraphs(text.setMeans, text.setUntil),
    ],
    outcome: true,
  };
}

/** Art. 18(3): the person is told before a restriction is lifted, and what another stop keeps as it is. */
export function restrictionLifted(
  { uses, staying, reason }: LetterOf<'restriction-lifted'>,
  context: LetterContext,
): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  const stays = stayingBlocks(staying, language);
  if (uses === null)
    return {
      subject: text.nothingSubject(reference),
      blocks: [...paragraphs(text.nothing, text.reason(reason)), ...stays],
      outcome: true,
    };
  return {
    subject: text.liftSubject(reference),
    blocks: [
      ...paragraphs(text.lift),
      ...usesBlocks(uses, language),
      ...paragraphs(text.reason(reason), staying.length === 0 ? text.liftMeans : text.liftMeansPart),
      ...stays,
    ],
    outcome: true,
  };
}
