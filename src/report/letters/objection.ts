import type { Language } from '../../domain/language.ts';
import { weekdayText } from '../date-text.ts';
import { type LetterBody, type LetterContext, type LetterOf, paragraphs } from './letter.ts';
import { othersBlocks, stayingBlocks, usesBlocks } from './stopped-blocks.ts';

interface Texts {
  readonly receivedSubject: (reference: string) => string;
  readonly received: string;
  readonly weighed: (date: string) => string;
  readonly upheldSubject: (reference: string) => string;
  readonly upheld: string;
  readonly upheldMeans: string;
  readonly rejectedSubject: (reference: string) => string;
  readonly rejected: string;
  readonly ground: (ground: string) => string;
  readonly rejectedMeans: string;
  readonly rejectedPart: string;
  /** Of an objection of which something stays stopped, or all of it. */
  readonly partMeans: string;
  readonly nothingMeans: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    receivedSubject: (reference) => `Uw bezwaar: het gebruik staat stil (${reference})`,
    received: 'U maakte bezwaar. Totdat wij dat hebben afgewogen, gebruiken wij uw gegevens niet voor:',
    weighed: (date) =>
      `Wij wegen uw belang af tegen het onze. U hoort uiterlijk op ${date} wat wij besluiten (artikel 21 AVG).`,
    upheldSubject: (reference) => `Uw bezwaar is toegekend (${reference})`,
    upheld: 'U hebt gelijk gekregen. Wij gebruiken uw gegevens niet meer voor:',
    upheldMeans:
      'Dat blijft zo. Alleen in een rechtszaak mag dit gebruik nog (artikel 21 AVG). Wilt u dat wij deze gegevens ook wissen, vraag ons dat dan; het kost u niets.',
    rejectedSubject: (reference) => `Ons besluit op uw bezwaar (${reference})`,
    rejected: 'Wij hebben uw bezwaar afgewogen en gaan door met het gebruik van uw gegevens voor:',
    ground: (ground) => `Onze dwingende reden, die zwaarder weegt dan uw belang (artikel 21 AVG): ${ground}`,
    rejectedMeans:
      'Uw gegevens stonden hiervoor stil. Dat eindigt zodra deze brief is verstuurd (artikel 18 lid 3 AVG).',
    rejectedPart: 'Wij hebben uw bezwaar afgewogen en wijzen het af, voor:',
    partMeans:
      'Uw gegevens stonden hiervoor stil. Dat eindigt zodra deze brief is verstuurd (artikel 18 lid 3 AVG), behalve voor wat hieronder staat.',
    nothingMeans: 'Toch gaan wij uw gegevens hiervoor niet weer gebruiken.',
  },
  en: {
    receivedSubject: (reference) => `Your objection: the use is on hold (${reference})`,
    received: 'You objected. Until we have weighed that, we do not use your data for:',
    weighed: (date) =>
      `We weigh your interest against ours. You will hear by ${date} at the latest what we decide (article 21 GDPR).`,
    upheldSubject: (reference) => `Your objection was upheld (${reference})`,
    upheld: 'You were right. We no longer use your data for:',
    upheldMeans:
      'That stays so. Only in a court case is this use still allowed (article 21 GDPR). If you want us to erase these data as well, ask us; it costs you nothing.',
    rejectedSubject: (reference) => `Our decision on your objection (${reference})`,
    rejected: 'We have weighed your objection and go on using your data for:',
    ground: (ground) =>
      `Our compelling ground, which weighs more than your interest (article 21 GDPR): ${ground}`,
    rejectedMeans:
      'Your data were on hold for this. That ends as soon as this letter has been sent (article 18(3) GDPR).',
    rejectedPart: 'We have weighed your objection and reject it, for:',
    partMeans:
      'Your data were on hold for this. That ends as soon as this letter has been sent (article 18(3) GDPR), but for what is named below.',
    nothingMeans: 'Still, we will not use your data for it again.',
  },
};

export function objectionReceived(
  { resting, others, legalDate }: LetterOf<'objection-received'>,
  context: LetterContext,
): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.receivedSubject(reference),
    blocks: [
      ...paragraphs(text.received),
      ...usesBlocks(resting, language),
      ...paragraphs(text.weighed(weekdayText(legalDate, language))),
      ...othersBlocks(others, language),
    ],
    // What goes on in spite of the objection was decided here.
    outcome: others.length > 0,
  };
}

export function objectionUpheld({ uses }: LetterOf<'objection-upheld'>, context: LetterContext): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  return {
    subject: text.upheldSubject(reference),
    blocks: [...paragraphs(text.upheld), ...usesBlocks(uses, language), ...paragraphs(text.upheldMeans)],
    outcome: true,
  };
}

/** Art. 12(4), 21(1): the controller shows its compelling grounds; where else the person can go stands below it. */
export function objectionRejected(
  { uses, ground, staying, allStays }: LetterOf<'objection-rejected'>,
  context: LetterContext,
): LetterBody {
  const { language, reference } = context;
  const text = texts[language];
  const means = allStays ? 'nothingMeans' : staying.length === 0 ? 'rejectedMeans' : 'partMeans';
  return {
    subject: text.rejectedSubject(reference),
    blocks: [
      ...paragraphs(staying.length === 0 ? text.rejected : text.rejectedPart),
      ...usesBlocks(uses, language),
      ...paragraphs(text.ground(ground), text[means]),
      ...stayingBlocks(staying, language),
    ],
    outcome: true,
  };
}
