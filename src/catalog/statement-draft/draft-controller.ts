import type { Language, Localised } from '../../domain/language.ts';
import type { Controller } from '../../policy/policy.ts';
import { controllerShape } from '../../policy/policy-file.ts';
import { yamlText } from '../../policy/yaml-text.ts';
import type { ControllerFacts, Fact } from '../../statement/facts/facts.ts';
import type { DraftWriter } from './draft-writer.ts';

type Field = Exclude<keyof Controller, 'contactPoint'>;

const asked: Readonly<Record<Field, Localised>> = {
  name: { nl: 'Onder welke naam kennen mensen u?', en: 'By what name do people know you?' },
  legalName: { nl: 'Hoe heet u in het handelsregister?', en: 'What is your name in the trade register?' },
  tradeRegister: { nl: 'Wat is uw KvK-nummer?', en: 'What is your number in the trade register?' },
  address: { nl: 'Wat is uw adres?', en: 'What is your address?' },
  email: {
    nl: 'Op welk e-mailadres ontvangt u vragen over privacy?',
    en: 'At which e-mail address do you receive questions about privacy?',
  },
  phone: { nl: 'Wat is uw telefoonnummer?', en: 'What is your telephone number?' },
  website: { nl: 'Wat is uw website?', en: 'What is your website?' },
};

const legalForm =
  /\b(?:B\.?V|N\.?V|V\.?O\.?F|Ltd|Limited|LLP|PLC|Inc|LLC|GmbH|CLG|CIC|Oy)\b|stichting|vereniging|coöperatie/iu;

/** The lines of `controller:` and who takes decisions. */
export function controllerLines(writer: DraftWriter, facts: ControllerFacts): readonly string[] {
  const legalName = facts.name !== null && legalForm.test(facts.name.value) ? facts.name : null;
  const website =
    facts.website === null ? null : { ...facts.website, value: wholeAddress(facts.website.value) };
  return [
    'controller:',
    ...fieldLines(writer, 'name', facts.name),
    ...fieldLines(writer, 'legalName', legalName),
    ...fieldLines(writer, 'tradeRegister', facts.tradeRegister),
    ...fieldLines(writer, 'address', facts.address),
    ...fieldLines(writer, 'email', facts.email, 'privacy@undecided.example'),
    ...fieldLines(writer, 'phone', facts.phone),
    ...fieldLines(writer, 'website', website, 'https://undecided.example'),
    ...contactLines(writer, facts.contact),
  ];
}

function fieldLines(
  writer: DraftWriter,
  field: Field,
  said: Fact<string> | null,
  placeholder = writer.undecided,
): readonly string[] {
  if (said !== null && controllerShape.shape[field].safeParse(said.value).success)
    return [`  ${field}: ${quoted(said.value)} ${writer.from(said.sentence)}`];
  const answer = writer.ask({
    id: `controller.${field}`,
    text: asked[field],
    shape:
      field === 'email'
        ? { kind: 'fitting', pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, example: 'privacy@company.example' }
        : field === 'website'
          ? { kind: 'fitting', pattern: /^https?:\/\/\S+$/, example: 'https://www.company.example' }
          : { kind: 'text' },
  });
  if (answer !== null) return [`  ${field}: ${quoted(answer)}`];
  return [`  ${writer.decide(asked[field])}`, `  ${field}: ${quoted(placeholder)}`];
}

function contactLines(writer: DraftWriter, contact: Fact<string> | null): readonly string[] {
  if (contact !== null)
    return [
      `  ${writer.from(contact.sentence)}`,
      `  contactPoint: ${writer.inOurLanguage(contactText(contact, writer.language))}`,
    ];
  const text = {
    nl: 'Wie beantwoordt vragen over privacy: een functionaris gegevensbescherming, of wie anders en waarom is er geen?',
    en: 'Who answers questions about privacy: a data protection officer, or who else and why is there none?',
  };
  const answer = writer.ask({ id: 'controller.contactPoint', text });
  if (answer !== null) return [`  contactPoint: ${writer.inOurLanguage(answer)}`];
  return [`  ${writer.decide(text)}`, `  contactPoint: ${writer.undecidedInBoth}`];
}

const longContact = 200;
const speaksOfPrivacy = /privacy|gegevensbescherming|data protection|aanspreekpunt|\bFG\b|\bDPO\b/u;

/** The sentence that names whom to ask; of one that tells everything at once, only the part that does. */
function contactText({ value, sentence }: Fact<string>, language: Language): string {
  const clauses = sentence.text.split(/;\s+/u);
  const whom = clauses.find((clause) => speaksOfPrivacy.test(clause)) ?? sentence.text;
  const said = `${whom.charAt(0).toUpperCase()}${whom.slice(1).replace(/[.;]$/, '')}.`;
  if (said.length <= longContact) return said;
  return language === 'nl' ? `Vragen over privacy: ${value}.` : `Questions about privacy: ${value}.`;
}

function wholeAddress(website: string): string {
  return /^https?:/.test(website) ? website : `https://${website}`;
}

/** Numbers are texts in a policy: `00412876`. */
function quoted(text: string): string {
  return /^[\d+(]/.test(text) ? JSON.stringify(text) : yamlText(text);
}
