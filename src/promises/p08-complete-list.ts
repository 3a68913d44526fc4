import { categoriesOf } from '../policy/column-categories.ts';
import { heldData } from '../policy/held-data.ts';
import type { PromiseCheck } from './check.ts';
import { broken, freshDaily, kept, unproven } from './check.ts';
import { counted, named, namedIn } from './phrase.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';
import { awayReason, notSeen, publicAwayReason, type SourceLook, unmappedPlaces } from './source-look.ts';

/** Art. 5(1)(a): the list of data in the statement leaves out nothing that the systems hold; what nobody sorted is in no list. */
export const p08: PromiseCheck<'P08'> = {
  id: 'P08',
  owner: 'privacy',
  reads: {
    nl: 'de soorten gegevens in de systemen en die in de gepubliceerde verklaring',
    en: 'the categories of data in the systems and those in the published statement',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const looks = await round.sourceLooks();
    const held = categoriesIn(looks);
    const categories = [...round.policy.categories.values()].filter(({ id }) => held.has(id));
    const untold = await unsaid(round, categories, ({ name }, language) => name[language]);
    const evidence = {
      ...(await versionEvidence(round)),
      held: held.size,
      untold: untold.map(({ id }) => id),
    };
    if (untold.length > 0) {
      const names = namedIn(untold.map(({ name }) => name));
      return broken(
        {
          nl: `In de systemen, maar niet in de verklaring: ${names.nl}. Publiceer een nieuwe versie die dit noemt.`,
          en: `In the systems but not in the statement: ${names.en}. Publish a new version that names it.`,
        },
        evidence,
      );
    }
    const unlisted = unmappedPlaces(looks);
    if (unlisted.length > 0) {
      const [names, parts] = [named(unlisted), counted(unlisted.length, 'part')];
      return broken(
        {
          nl: `De systemen bevatten ${names.nl}, en geen soort gegevens in de verklaring is daarvoor. Zet ze in het beleid; "gestand check" zegt hoe.`,
          en: `The systems hold ${names.en}, and no category in the statement is for that. Put them in the policy; "gestand check" says how.`,
        },
        { ...evidence, unlisted: unlisted.slice(0, 50) },
        {
          nl: `Van ${parts.nl} van onze systemen staat niet vast welke soort gegevens het is, en zij staan dus niet in de verklaring.`,
          en: `Of ${parts.en} of our systems it is not settled what kind of data they hold, so they are not in the statement.`,
        },
      );
    }
    const away = notSeen(looks);
    if (away.length > 0) return unproven(awayReason(away), { ...evidence, away }, publicAwayReason(away));
    const misfits = looks
      .filter((look) => look.kind === 'seen' && look.map === null)
      .map(({ declared }) => declared.id);
    if (misfits.length > 0) {
      return unproven(
        {
          nl: `Het beleid past niet op ${misfits.join(', ')}, dus wat daar staat is niet vastgesteld. Voer "gestand check" uit.`,
          en: `The policy does not fit ${misfits.join(', ')}, so what is there is not established. Run "gestand check".`,
        },
        { ...evidence, misfits },
        {
          nl: 'Wat wij over onze systemen vastlegden, past niet op hoe zij nu zijn. Wat daar staat, is dus niet vastgesteld.',
          en: 'What we recorded of our systems does not fit how they are now. So what is there is not established.',
        },
      );
    }
    const count = counted(held.size, 'category');
    return kept(
      {
        nl: `De systemen bevatten ${count.nl}; elke daarvan staat in de verklaring.`,
        en: `The systems hold ${count.en}; each of them stands in the statement.`,
      },
      evidence,
    );
  },
};

// Of a source that fits badly, what the policy says of it: an unmapped column must not hide a category.
function categoriesIn(looks: readonly SourceLook[]): ReadonlySet<string> {
  const held = new Set<string>();
  const addAll = (column: Parameters<typeof categoriesOf>[0]) => {
    for (const category of categoriesOf(column)) held.add(category);
  };
  for (const look of looks) {
    const present = look.kind === 'seen' && look.map !== null ? look.map : null;
    if (present === null) {
      for (const { category } of heldData(look.declared)) held.add(category);
      continue;
    }
    if (look.declared.kind === 'manual') for (const category of look.declared.categories) held.add(category);
    for (const { columns } of present.tables.values())
      for (const { personal } of columns) if (personal !== null) addAll(personal);
  }
  return held;
}
