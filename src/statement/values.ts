import type { Language } from '../domain/language.ts';
import { applicable } from '../law/law-entry.ts';
import { type LawPackEntry, lawPack } from '../law/law-pack.ts';
import { durationText } from '../policy/describe.ts';
import type { Policy } from '../policy/policy.ts';
import { statementWords } from './words.ts';

/** What `:value[path]` stands for. An address that can be followed is a link. */
export interface StatementValue {
  readonly text: string;
  readonly href?: string;
}

export interface ValueContext {
  readonly policy: Policy;
  readonly language: Language;
  /** The law of this day gives the figures. */
  readonly on: Temporal.PlainDate;
}

/** Every path a statement may name, with its text: `controller.email`, `retention.invoices.period`. */
export function statementValues(context: ValueContext): ReadonlyMap<string, StatementValue> {
  return new Map([...controllerValues(context), ...policyValues(context), ...lawValues(context)]);
}

type Entry = readonly [path: string, value: StatementValue];

function controllerValues({ policy: { controller }, language }: ValueContext): readonly Entry[] {
  return [
    ['controller.name', { text: controller.name }],
    ['controller.legalName', { text: controller.legalName }],
    ['controller.tradeRegister', { text: controller.tradeRegister }],
    ['controller.address', { text: controller.address }],
    ['controller.email', { text: controller.email, href: `mailto:${controller.email}` }],
    ['controller.phone', { text: controller.phone, href: `tel:${controller.phone.replace(/[^+\d]/g, '')}` }],
    [
      'controller.website',
      { text: controller.website.replace(/^https?:\/\//, ''), href: controller.website },
    ],
    ['controller.contactPoint', { text: controller.contactPoint[language] }],
  ];
}

function policyValues({ policy, language }: ValueContext): readonly Entry[] {
  const words = statementWords[language];
  const entries: Entry[] = [['automatedDecisions', { text: policy.automatedDecisions[language] }]];
  for (const rule of policy.retention.values()) {
    entries.push([`retention.${rule.id}.name`, { text: rule.name[language] }]);
    entries.push([`retention.${rule.id}.event`, { text: rule.event[language] }]);
    entries.push([`retention.${rule.id}.period`, { text: durationText(rule.period, language) }]);
  }
  for (const purpose of policy.purposes.values()) {
    entries.push([`purpose.${purpose.id}.name`, { text: purpose.name[language] }]);
    entries.push([`purpose.${purpose.id}.ground`, { text: purpose.ground[language] }]);
    entries.push([`purpose.${purpose.id}.basis`, { text: words.basis[purpose.basis] }]);
  }
  for (const category of policy.categories.values()) {
    entries.push([`category.${category.id}.name`, { text: category.name[language] }]);
  }
  for (const recipient of policy.recipients.values()) {
    entries.push([`recipient.${recipient.id}.name`, { text: recipient.name }]);
  }
  return entries;
}

/** The figures and terms of the law pack; lists and switches cannot stand in a sentence. */
function lawValues({ language, on }: ValueContext): readonly Entry[] {
  const entries = new Map<string, StatementValue>();
  // The entry that began last stands first, and the first one counts.
  for (const entry of applicable(lawPack, on) as readonly LawPackEntry[]) {
    const text = lawText(entry.value, language);
    if (text !== null && !entries.has(`law.${entry.key}`)) entries.set(`law.${entry.key}`, { text });
  }
  return [...entries];
}

function lawText(value: LawPackEntry['value'], language: Language): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && 'period' in value) return durationText(value.period, language);
  return null;
}
