import type { Language } from '../domain/language.ts';
import type { Obstacle, Receiver } from '../domain/receiver.ts';
import type { LeftOutReason } from './plan.ts';

/** How an export speaks. A sentence that is missing in one language does not compile. */
interface ExportWords {
  taken(rows: string, source: string): string;
  readonly nothing: string;
  part(table: string, categories: string): string;
  readonly leftOut: Readonly<Record<LeftOutReason, (what: string, source: string) => string>>;
  notAutomated(sources: string): string;
  readonly staysHere: string;
  readonly toSelf: string;
  toReceiver(receiver: Receiver): string;
  receiverKey(thumbprint: string): string;
  readonly otherwiseLink: string;
  toLink(address: string | null, why: string): string;
  /** Who was named by something that is no address. */
  readonly unnamedParty: string;
  readonly obstacle: Readonly<Record<Obstacle, string>>;
}

const dutch: ExportWords = {
  taken: (rows, source) => `U neemt mee uit ${source}: ${rows}.`,
  nothing: 'Wij hebben niets gevonden dat u kunt meenemen.',
  part: (table, categories) => `${table} (alleen: ${categories})`,
  leftOut: {
    derived: (what, source) =>
      `Niet mee uit ${source}: ${what}. Dat gaf u niet zelf; wij hebben het afgeleid of opgeschreven.`,
    basis: (what, source) =>
      `Niet mee uit ${source}: ${what}. Dat gebruiken wij niet met uw toestemming of om een overeenkomst met u.`,
    masked: (what, source) =>
      `Niet mee uit ${source}: ${what}. Dat geven wij aan niemand, ook niet bij inzage.`,
  },
  notAutomated: (sources) =>
    `Niet mee uit ${sources}: daar gaat alles met de hand. U kunt meenemen wat een computer verwerkt.`,
  staysHere: 'Meenemen is niet wissen: wat wij van u hebben, houden wij ook.',
  toSelf: 'U krijgt een link waarmee u het bestand ophaalt.',
  toReceiver: ({ name, address }) => `Wij sturen het bestand rechtstreeks naar ${name}, op ${address}.`,
  receiverKey: (thumbprint) =>
    `Alleen die partij kan het openen, met de sleutel waarvan dit het kenmerk is: ${thumbprint}.`,
  otherwiseLink: 'Lukt dat niet, dan krijgt u zelf een link waarmee u het bestand ophaalt.',
  toLink: (address, why) =>
    `Rechtstreeks sturen naar ${address ?? dutch.unnamedParty} kan technisch niet: ${why}. U krijgt zelf een link waarmee u het bestand ophaalt.`,
  unnamedParty: 'de partij die u noemde',
  obstacle: {
    'no-address': 'u gaf geen webadres dat met https:// begint',
    unreachable: 'daar antwoordt niemand',
    'no-receiver': 'die partij zegt daar niet dat zij zulke bestanden aanneemt',
    'not-understood': 'wat die partij daar over ontvangen zegt, kunnen wij niet gebruiken',
    'private-network': 'dat adres ligt in een besloten netwerk',
  },
};

const english: ExportWords = {
  taken: (rows, source) => `You take along from ${source}: ${rows}.`,
  nothing: 'We found nothing that you can take along.',
  part: (table, categories) => `${table} (only: ${categories})`,
  leftOut: {
    derived: (what, source) =>
      `Not from ${source}: ${what}. You did not provide that; we derived it or wrote it down.`,
    basis: (what, source) =>
      `Not from ${source}: ${what}. We use that on neither your consent nor a contract with you.`,
    masked: (what, source) => `Not from ${source}: ${what}. We give that to nobody, not on access either.`,
  },
  notAutomated: (sources) =>
    `Not from ${sources}: there everything goes by hand. You can take along what a computer processes.`,
  staysHere: 'Taking along is not erasing: we also keep what we have of you.',
  toSelf: 'You receive a link to fetch the file with.',
  toReceiver: ({ name, address }) => `We send the file straight to ${name}, at ${address}.`,
  receiverKey: (thumbprint) =>
    `That party alone can open it, with the key of which this is the thumbprint: ${thumbprint}.`,
  otherwiseLink: 'Should that fail, you receive a link yourself to fetch the file with.',
  toLink: (address, why) =>
    `Sending straight to ${address ?? english.unnamedParty} is not technically feasible: ${why}. You receive a link yourself to fetch the file with.`,
  unnamedParty: 'the party that you named',
  obstacle: {
    'no-address': 'you gave no web address that begins with https://',
    unreachable: 'nobody answers there',
    'no-receiver': 'that party does not say there that it takes such files',
    'not-understood': 'we cannot use what that party says there about receiving',
    'private-network': 'that address is in a private network',
  },
};

export const exportWords: Readonly<Record<Language, ExportWords>> = { nl: dutch, en: english };
