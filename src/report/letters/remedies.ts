import type { Language } from '../../domain/language.ts';
import { type Block, type LetterContext, list } from './letter.ts';

/** The Dutch supervisory authority (art. 51, 77). */
export const supervisoryAuthority = {
  name: {
    nl: 'Autoriteit Persoonsgegevens',
    en: 'Dutch Data Protection Authority (Autoriteit Persoonsgegevens)',
  },
  website: 'https://www.autoriteitpersoonsgegevens.nl',
} as const;

interface Texts {
  readonly heading: string;
  readonly us: (email: string, phone: string, reference: string) => string;
  readonly authority: (name: string, website: string) => string;
  readonly court: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  nl: {
    heading: 'Bent u het niet eens met dit antwoord?',
    us: (email, phone, reference) =>
      `Laat het ons weten: mail ${email} of bel ${phone}. Noem daarbij uw kenmerk ${reference}.`,
    authority: (name, website) =>
      `U heeft altijd het recht om een klacht in te dienen bij de ${name}: ${website} (artikel 77 AVG).`,
    court:
      'U kunt ook naar de rechter: u vraagt de rechtbank dan om over ons antwoord te beslissen. Doe dat binnen zes weken nadat u het kreeg (artikel 79 AVG en artikel 35 UAVG).',
  },
  en: {
    heading: 'Do you disagree with this answer?',
    us: (email, phone, reference) =>
      `Let us know: write to ${email} or call ${phone}, and mention your reference ${reference}.`,
    authority: (name, website) =>
      `You always have the right to lodge a complaint with the ${name}: ${website} (article 77 GDPR).`,
    court:
      'You can also go to court and ask it to decide about our answer. Do so within six weeks of receiving it (article 79 GDPR and article 35 of the Dutch GDPR Implementation Act, UAVG).',
  },
};

/** Art. 12(4): every answer says where else the person can go. */
export function remedies({ language, controller, reference }: LetterContext): readonly Block[] {
  const text = texts[language];
  return [
    { kind: 'heading', text: text.heading },
    list([
      text.us(controller.email, controller.phone, reference),
      text.authority(supervisoryAuthority.name[language], supervisoryAuthority.website),
      text.court,
    ]),
  ];
}
