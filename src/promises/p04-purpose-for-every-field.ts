import type { DataMap } from '../catalog/data-map.ts';
import type { PromiseCheck } from './check.ts';
import { atRisk, broken, freshDaily, kept, unproven } from './check.ts';
import { counted, named } from './phrase.ts';
import { awayReason, notSeen, publicAwayReason, unmappedPlaces } from './source-look.ts';

/** Art. 5(1)(c), 30(1)(c): every column of every connected table is mapped or not personal, and what is personal has a purpose. */
export const p04: PromiseCheck<'P04'> = {
  id: 'P04',
  owner: 'privacy',
  reads: {
    nl: 'elke tabel en kolom van de gekoppelde systemen, zoals zij nu zijn',
    en: 'every table and column of the connected systems, as they are now',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const looks = await round.sourceLooks();
    const findings = looks.flatMap((look) => (look.kind === 'seen' ? look.findings : []));
    const unmapped = unmappedPlaces(looks);
    const aimless = looks.flatMap((look) =>
      look.kind === 'seen' && look.map !== null ? columnsWithoutPurpose(look.map) : [],
    );
    const evidence = {
      sources: looks.length,
      columns: looks.reduce(
        (sum, look) => sum + (look.kind === 'seen' && look.map !== null ? columnsIn(look.map) : 0),
        0,
      ),
      unmapped: unmapped.length,
      withoutPurpose: aimless.length,
    };
    const places = [...unmapped, ...aimless];
    if (places.length > 0) {
      const names = named(places);
      return broken(
        {
          nl: `Van ${names.nl} staat niet vast of het persoonsgegevens zijn en waarvoor. Zet ze in het beleid, of wis ze.`,
          en: `Of ${names.en} it is not settled whether they are personal data and what for. Put them in the policy, or erase them.`,
        },
        { ...evidence, places: places.slice(0, 50) },
        {
          nl: `Van ${counted(places.length, 'part').nl} van onze systemen staat niet vast of het persoonsgegevens zijn en waarvoor.`,
          en: `Of ${counted(places.length, 'part').en} of our systems it is not settled whether they are personal data and what for.`,
        },
      );
    }
    const away = notSeen(looks);
    if (away.length > 0) return unproven(awayReason(away), { ...evidence, away }, publicAwayReason(away));
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      const count = errors.length;
      return atRisk(
        {
          nl: `Beleid en systemen passen op ${count} plaatsen niet op elkaar. Voer "gestand check" uit en herstel het beleid.`,
          en: `Policy and systems do not fit in ${count} places. Run "gestand check" and mend the policy.`,
        },
        { ...evidence, errors: [...new Set(errors.map(({ code }) => code))] },
        {
          nl: `Wat wij over onze systemen vastlegden, past op ${count} plaatsen niet op hoe zij nu zijn.`,
          en: `What we recorded of our systems does not fit how they are now in ${count} places.`,
        },
      );
    }
    const columns = counted(evidence.columns, 'column');
    const sources = counted(looks.length, 'source');
    return kept(
      {
        nl: `Alle ${columns.nl} in ${sources.nl} zijn nagekeken: elk heeft een doel of is geen persoonsgegeven.`,
        en: `All ${columns.en} in ${sources.en} were looked at: each has a purpose or is not personal.`,
      },
      evidence,
    );
  },
};

function columnsWithoutPurpose(map: DataMap): readonly string[] {
  return [...map.tables.values()].flatMap(({ id, columns }) =>
    columns
      .filter(({ personal }) => personal !== null && personal.purposes.length === 0)
      .map(({ name }) => `${map.source}.${id}.${name}`),
  );
}

function columnsIn(map: DataMap): number {
  return [...map.tables.values()].reduce((sum, { columns }) => sum + columns.length, 0);
}
