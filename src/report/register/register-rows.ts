import type { Language } from '../../domain/language.ts';
import { retentionText } from '../../policy/describe.ts';
import type { Policy, Recipient } from '../../policy/policy.ts';
import { type Register, type RegisterActivity, registerOf } from '../../policy/register.ts';
import { countryText } from '../../statement/date-text.ts';
import { statementWords } from '../../statement/words.ts';
import { isoDateText } from '../date-text.ts';
import { type RegisterColumn, registerWords } from './register-words.ts';

/** What stands in one cell: several things, or nothing. */
export type RegisterCell = readonly string[];

export type RegisterRow = Readonly<Record<RegisterColumn, RegisterCell>>;

/** In the order in which art. 30(1) lists them, then what is more than it asks. */
export const registerColumns: readonly RegisterColumn[] = [
  'controller',
  'joint-controllers',
  'purpose',
  'subjects',
  'categories',
  'recipients',
  'transfers',
  'retention',
  'security',
  'basis',
  'ground',
  'origin',
  'systems',
  'agreements',
];

/** The register of art. 30(1), a row for each purpose. Each row is whole: it can be read without the others. */
export function registerRows(policy: Policy, language: Language): readonly RegisterRow[] {
  const register = registerOf(policy);
  return register.activities.map((activity) => rowOf(activity, { policy, register, language }));
}

function rowOf(
  activity: RegisterActivity,
  { policy, register, language }: { policy: Policy; register: Register; language: Language },
): RegisterRow {
  const [words, terms] = [registerWords[language], statementWords[language]];
  const { purpose, subjects, categories, recipients, transfers, retention, tables } = activity;
  const { controller, security } = register;
  const country = (recipient: Recipient) => countryText(recipient.country, language);
  return {
    controller: [
      `${controller.legalName}, ${controller.address}`,
      `${controller.email}, ${controller.phone}`,
      controller.contactPoint[language],
    ],
    'joint-controllers': recipients.filter(({ role }) => role === 'joint-controller').map(({ name }) => name),
    purpose: [purpose.name[language]],
    subjects: subjects.map(({ name }) => name[language]),
    categories: categories.map(({ name, special }) =>
      special ? `${name[language]} (${words.special})` : name[language],
    ),
    recipients: recipients.map(
      (each) => `${each.name} (${terms.role[each.role]}, ${country(each)}): ${each.task[language]}`,
    ),
    transfers: transfers.flatMap((each) =>
      each.transfer === null
        ? []
        : [
            `${each.name}: ${words.transfer(country(each), each.transfer.mechanism, isoDateText(each.transfer.checkedOn, language))}`,
          ],
    ),
    retention: retention.map((rule) => `${rule.name[language]}: ${retentionText(rule, language)}`),
    security: security === null ? [] : [security[language]],
    basis: [terms.basis[purpose.basis]],
    ground: [purpose.ground[language]],
    origin: subjects.map(({ name, origin }) => `${name[language]}: ${origin[language]}`),
    systems: systemsOf(tables, policy, language),
    agreements: recipients.map((each) => `${each.name}: ${agreementText(each, language)}`),
  };
}

function systemsOf(
  tables: RegisterActivity['tables'],
  { sources }: Policy,
  language: Language,
): readonly string[] {
  return sources.flatMap(({ id, name }) => {
    const its = tables.filter(({ source }) => source === id);
    if (its.some(({ table }) => table === null)) return [name[language]];
    const names = its.map((table) => table.name[language]);
    return names.length === 0 ? [] : [`${name[language]}: ${names.join(', ')}`];
  });
}

function agreementText({ agreement }: Recipient, language: Language): string {
  const words = registerWords[language];
  if (agreement === null) return words.noAgreement;
  const until = agreement.validUntil === null ? null : isoDateText(agreement.validUntil, language);
  return words.agreement(isoDateText(agreement.signedOn, language), until);
}
