import type { CaseId } from '../base/ids.ts';
import type { Scope, WishOf } from '../domain/wish.ts';
import type { PersonMark } from '../store/person-mark.ts';
import { broken, freshDaily, kept, type PromiseCheck, unproven } from './check.ts';
import { counted } from './phrase.ts';

const mostIds = 20;

/** Art. 21(1): an objection is recorded against what it is against, and no wider. */
export const p42: PromiseCheck<'P42'> = {
  id: 'P42',
  owner: 'privacy',
  reads: {
    nl: 'van elk bezwaar waartegen het is, en wat daarvan is vastgelegd',
    en: 'of every objection what it is against, and what of it was recorded',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const wider: CaseId[] = [];
    let [read, partial] = [0, 0];
    for (const { id, wish, marks } of await round.stoppingCases()) {
      if (wish?.kind !== 'objection') continue;
      read++;
      if (isPartial(wish)) partial++;
      if (marks.some((mark) => !fits(mark, wish))) wider.push(id);
    }
    const evidence = { objections: read, partial, wider: wider.slice(0, mostIds) };
    if (wider.length > 0) {
      const count = counted(wider.length, 'case');
      return broken(
        {
          nl: `Anders vastgelegd dan het bezwaar was: ${count.nl}. Leg vast waartegen het is.`,
          en: `Recorded otherwise than the objection was: ${count.en}. Record what it is against.`,
        },
        evidence,
      );
    }
    if (read === 0)
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen bezwaar gemaakt, dus er is niets dat dit aantoont. Doe een proefbezwaar.',
          en: 'Nobody objected in the past year, so nothing shows this. Make a trial objection.',
        },
        evidence,
      );
    const [all, some] = [counted(read, 'case'), counted(partial, 'case')];
    return kept(
      {
        nl: `Van ${all.nl} met een bezwaar is vastgelegd waartegen het is; een deel ervan betrof ${some.nl}.`,
        en: `Of ${all.en} with an objection it was recorded what it is against; ${some.en} were about a part.`,
      },
      evidence,
    );
  },
};

function isPartial({ purposes, categories, recipients }: WishOf<'objection'>): boolean {
  return [purposes, categories, recipients].some((scope) => scope !== 'all');
}

function fits({ scope }: PersonMark, wish: WishOf<'objection'>): boolean {
  const { purposes } = scope;
  const named = wish.purposes === 'all' || (Array.isArray(purposes) && within(purposes, wish.purposes));
  return named && same(scope.categories, wish.categories) && same(scope.recipients, wish.recipients);
}

function within(ids: readonly string[], asked: Scope): boolean {
  return asked === 'all' || ids.every((id) => asked.includes(id));
}

function same(a: Scope, b: Scope): boolean {
  if (a === 'all' || b === 'all') return a === b;
  return new Set(a).symmetricDifference(new Set(b)).size === 0;
}
