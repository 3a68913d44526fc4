import type { Json } from '../base/canonical-json.ts';
import type { Language } from '../domain/language.ts';
import type { Scope } from '../domain/wish.ts';
import type { Policy, Recipient } from '../policy/policy.ts';
import type { RecipientLetter } from '../report/recipients/recipient-letter.ts';
import type { Notice, NoticePeople } from '../store/notice.ts';

export interface NoticeParts {
  readonly policy: Policy;
  readonly recipient: Recipient;
  readonly notice: Notice;
  readonly people: NoticePeople;
}

/** What the letter of a notice says, in names of the policy. */
export function letterContent(
  { policy, recipient, notice, people }: NoticeParts,
  { language, link, again }: { readonly language: Language; readonly link: string; readonly again: boolean },
): RecipientLetter {
  const categoryName = (id: string) => policy.categories.get(id)?.name[language] ?? id;
  return {
    deed: notice.deed,
    recipient: recipient.name,
    task: recipient.task[language],
    people: people.identities,
    purposes: purposesFor(recipient, notice).map((id) => policy.purposes.get(id)?.name[language] ?? id),
    categories: idsIn(notice.scope.categories).map(categoryName),
    corrections: people.corrections.map(({ category, now, wanted }) => ({
      category: categoryName(category),
      now,
      wanted,
    })),
    dueOn: notice.dueOn,
    link,
    again,
  };
}

/** The same for a program, in ids of the policy. */
export function callContent({ policy, recipient, notice, people }: NoticeParts): Json {
  return {
    format: 1,
    id: notice.id,
    from: { name: policy.controller.legalName, website: policy.controller.website },
    deed: notice.deed,
    dueOn: notice.dueOn,
    purposes: [...purposesFor(recipient, notice)],
    // Null: all of them.
    categories: notice.scope.categories === 'all' ? null : [...notice.scope.categories],
    people: people.identities.map(({ kind, value }) => ({ kind, value })),
    corrections: people.corrections.map(({ category, now, wanted }) => ({ category, now, wanted })),
  };
}

/** Of the purposes it was done for, those for which this recipient has the data. */
export function purposesFor(
  { purposes }: Pick<Recipient, 'purposes'>,
  { scope }: Pick<Notice, 'scope'>,
): readonly string[] {
  return purposes.filter((id) => scope.purposes === 'all' || scope.purposes.includes(id));
}

function idsIn(scope: Scope): readonly string[] {
  return scope === 'all' ? [] : scope;
}
