import { memberOf, numberIn } from '../base/json-member.ts';
import type { Localised } from '../domain/language.ts';
import { type ErasureLook, listErasureLooks } from '../store/erasure-look.ts';
import { type ErasureRun, listErasureRuns, listUnverifiedRuns } from '../store/erasure-run.ts';
import {
  atRisk,
  broken,
  type Evidence,
  freshDaily,
  kept,
  type PromiseCheck,
  unproven,
  type Verdict,
} from './check.ts';
import { looseTraces, placesOf, rowsOf, watchedSentence } from './loose-traces.ts';
import { counted, named } from './phrase.ts';
import { lookBackFrom } from './round.ts';

const mostRuns = 5000;
const mostIds = 20;
const staleAfterHours = 48;

/**
 * Art. 17: an erasure is done when every system was asked again and held no more than what a law keeps; and it stays done
 * when nobody who was erased comes back with a backup. For that every row of people is looked through once a day, by the
 * keyed hashes that the erasures left.
 */
export const p38: PromiseCheck<'P38'> = {
  id: 'P38',
  owner: 'privacy',
  reads: {
    nl: 'elke verwijdering van het afgelopen jaar, het nazoeken daarna, en elke dag of iemand terug is',
    en: 'every erasure of the past year, the search after it, and every day whether somebody is back',
  },
  freshForHours: freshDaily,
  check: async ({ store, today, sources }) => {
    const [runs, unverified, looks] = await Promise.all([
      listErasureRuns(store, { since: lookBackFrom(today), limit: mostRuns }),
      listUnverifiedRuns(store, { kind: 'erase', limit: mostIds }),
      listErasureLooks(store),
    ]);
    const unproved = runs.filter((run) => !isVerified(run));
    const traced = runs.filter((run) => looseTraces(run).length > 0);
    const [oldest = null] = looks
      .filter(({ source }) => sources.has(source))
      .map(({ lookedAt }) => lookedAt)
      .toSorted(Temporal.Instant.compare);
    const evidence = {
      lookedAt: oldest,
      runs: runs.length,
      unverified: [...unverified, ...unproved.slice(0, mostIds).map(({ id }) => id)],
      traced: traced.slice(0, mostIds).map(({ id }) => id),
      places: placesOf(traced.flatMap(looseTraces)).slice(0, mostIds),
      returned: looks.map(({ source, returned, unclear, runIds }) => ({
        ...{ source, returned, unclear },
        runIds: runIds.slice(0, mostIds),
      })),
    };
    const back = returnOf(looks, evidence);
    if (back?.state === 'broken') return back;
    if (unverified.length + unproved.length > 0) {
      const count = counted(unverified.length + unproved.length, 'erasure');
      return broken(
        {
          nl: `Na het wissen bleef meer over dan bewaard moet worden, of is er niet opnieuw gezocht: ${count.nl}. Maak een nieuw plan en voer het uit.`,
          en: `After erasing more was left than must be kept, or nobody searched again: ${count.en}. Make a new plan and carry it out.`,
        },
        evidence,
      );
    }
    if (traced.length > 0) return tracedVerdict(traced, evidence);
    if (back !== null) return back;
    if (runs.length === 0) {
      return unproven(
        {
          nl: 'Er is het afgelopen jaar niets op verzoek gewist, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'Nothing was erased on request in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    }
    const count = counted(runs.length, 'erasure');
    const unseen = sources.size === 0 ? [] : notLookedThrough(looks, { now: store.clock.now(), sources });
    if (unseen.length > 0) {
      const names = unseen.join(', ');
      return unproven(
        {
          nl: `Er is de laatste twee dagen niet gekeken of iemand die gewist is terug is in ${names}. Herstel de verbinding, of laat "gestand serve" draaien.`,
          en: `Nobody looked in the past two days whether somebody who was erased is back in ${names}. Mend the connection, or have "gestand serve" run.`,
        },
        evidence,
        {
          nl: 'Er is de laatste twee dagen niet in elk systeem gekeken of iemand die gewist is terug is.',
          en: 'In the past two days not every system was looked through for somebody who was erased and is back.',
        },
      );
    }
    const unlooked = sources.size === 0 ? 0 : erasedSince(runs, oldest);
    if (unlooked > 0) {
      const since = counted(unlooked, 'erasure');
      return unproven(
        {
          nl: `Sinds de laatste verwijdering is niet opnieuw gekeken of iemand terug is; nog niet bekeken: ${since.nl}. "gestand serve" kijkt binnen een kwartier, "gestand promises --check" meteen.`,
          en: `Nobody looked since the last erasure whether somebody is back; not looked for yet: ${since.en}. "gestand serve" looks within a quarter of an hour, "gestand promises --check" at once.`,
        },
        evidence,
        {
          nl: `Sinds de laatste verwijdering is nog niet gekeken of iemand terug is; nog niet bekeken: ${since.nl}.`,
          en: `Nobody looked yet since the last erasure whether somebody is back; not looked for yet: ${since.en}.`,
        },
      );
    }
    const beside = notSearchedAgain(runs);
    const later = lookedThrough(looks);
    const searched = {
      nl: `Nagezocht in elk systeem: ${count.nl}; er bleef niet meer over dan een wet vasthoudt.`,
      en: `Searched again in every system: ${count.en}; no more was left than a law holds.`,
    };
    return kept(
      {
        nl: `${searched.nl}${beside.nl} ${later.nl}`,
        en: `${searched.en}${beside.en} ${later.en}`,
      },
      evidence,
      beside.nl === '' && later.closed === 0
        ? {
            nl: `${searched.nl} Niemand van hen is terug.`,
            en: `${searched.en} None of them is back.`,
          }
        : {
            nl: `${searched.nl} Niemand van hen is terug, voor zover een programma dat in al onze systemen kan zien.`,
            en: `${searched.en} None of them is back, as far as a program can see that in all our systems.`,
          },
    );
  },
};

function tracedVerdict(traced: readonly ErasureRun[], evidence: Evidence): Verdict {
  const found = traced.flatMap(looseTraces);
  const [count, rows, places] = [
    counted(traced.length, 'erasure'),
    counted(rowsOf(found), 'row'),
    named(placesOf(found)),
  ];
  const again = watchedSentence(found);
  return atRisk(
    {
      nl: `Na ${count.nl} stond een kenmerk van de persoon nog in de tekst van ${rows.nl}: ${places.nl}. Kijk of het daar weg moet.${again.nl}`,
      en: `After ${count.en} something that identifies the person still stood in the text of ${rows.en}: ${places.en}. See whether it must go.${again.en}`,
    },
    evidence,
    {
      nl: `Na ${count.nl} stond een kenmerk van de persoon nog in de tekst van ${rows.nl}. Wij kijken of het daar weg moet.`,
      en: `After ${count.en} something that identifies the person still stood in the text of ${rows.en}. We look whether it must go.`,
    },
  );
}

/** Whether people who were erased are back; null when nobody is. */
function returnOf(looks: readonly ErasureLook[], evidence: Evidence): Verdict | null {
  const sum = (of: (look: ErasureLook) => number) => looks.reduce((total, look) => total + of(look), 0);
  const [returned, unclear] = [sum((look) => look.returned), sum((look) => look.unclear)];
  const where = looks
    .filter((look) => look.returned + look.unclear > 0)
    .map(({ source }) => source)
    .join(', ');
  if (returned > 0) {
    const rows = counted(returned, 'row');
    return broken(
      {
        nl: `Iemand die gewist was, is terug: ${rows.nl} in ${where}. Is er een reservekopie teruggezet? Voer uit: gestand sources re-erase`,
        en: `Somebody who was erased is back: ${rows.en} in ${where}. Was a backup restored? Run: gestand sources re-erase`,
      },
      evidence,
      {
        nl: `Iemand die gewist was, is terug in een van onze systemen: ${rows.nl}.`,
        en: `Somebody who was erased is back in one of our systems: ${rows.en}.`,
      },
    );
  }
  if (unclear === 0) return null;
  const rows = counted(unclear, 'row');
  return atRisk(
    {
      nl: `Van ${rows.nl} in ${where} is niet te zeggen of iemand die gewist was terug is. Kijk ernaar: gestand sources re-erase`,
      en: `Of ${rows.en} in ${where} it cannot be told whether somebody who was erased is back. Look at it: gestand sources re-erase`,
    },
    evidence,
    {
      nl: `Van ${rows.nl} in onze systemen is niet te zeggen of iemand die gewist was terug is. Wij kijken ernaar.`,
      en: `Of ${rows.en} in our systems it cannot be told whether somebody who was erased is back. We are looking at it.`,
    },
  );
}

/** Sources that nobody looked through for two days, of those that a program can look through. */
function notLookedThrough(
  looks: readonly ErasureLook[],
  { now, sources }: { readonly now: Temporal.Instant; readonly sources: ReadonlyMap<string, unknown> },
): readonly string[] {
  const due = now.subtract({ hours: staleAfterHours });
  const fresh = new Set(
    looks
      .filter(({ outcome, lookedAt }) => outcome !== 'away' && Temporal.Instant.compare(lookedAt, due) > 0)
      .map(({ source }) => source),
  );
  return [...sources.keys()].filter((source) => !fresh.has(source));
}

/** How many erasures a look has not seen: it says nothing of who was erased after it began. */
function erasedSince(runs: readonly ErasureRun[], lookedAt: string | null): number {
  return runs.filter(({ closedAt }) => lookedAt === null || Temporal.Instant.compare(closedAt, lookedAt) > 0)
    .length;
}

/** What was looked through, and what no program can look through. */
function lookedThrough(looks: readonly ErasureLook[]): Localised & { readonly closed: number } {
  const rows = counted(
    looks.reduce((sum, look) => sum + look.rows, 0),
    'row',
  );
  const beyond = looks.filter(({ outcome }) => outcome !== 'looked');
  const closed = beyond.map(({ source }) => source).join(', ');
  return {
    closed: beyond.length,
    nl: `Niemand van hen is terug: daarvoor doorzocht: ${rows.nl}.${closed === '' ? '' : ` Niet of niet helemaal te bekijken: ${closed}.`}`,
    en: `None of them is back: looked through for it: ${rows.en}.${closed === '' ? '' : ` Not to be looked through, or not as a whole: ${closed}.`}`,
  };
}

/** Every source of the plan was asked again, and each identity left its keyed hash. */
function isVerified({ sources, steps, records }: ErasureRun): boolean {
  const done = new Set(steps.filter((step) => step.done).map(({ name }) => name));
  const recorded = numberIn(steps.find(({ name }) => name === 'record')?.result ?? null, 'identities');
  return (
    sources.every(
      (source) =>
        done.has(`await:${source}`) || (done.has(`erase:${source}`) && done.has(`verify:${source}`)),
    ) &&
    done.has('record') &&
    recorded === records
  );
}

/** What a program did not search again, and who says so instead; empty when it searched everything. */
function notSearchedAgain(runs: readonly ErasureRun[]): Localised {
  const names = [...new Set(runs.flatMap(notScanned))].join(', ');
  const attested = runs.flatMap(({ steps }) => steps).filter(({ name }) => name.startsWith('await:')).length;
  const sentences: readonly Localised[] = [
    ...(names === ''
      ? []
      : [
          {
            nl: ` Of iemand nog in regels van anderen voorkomt, is niet nagezocht in ${names}: dat systeem toont niet al zijn regels.`,
            en: ` Whether somebody still occurs in rows of others was not searched in ${names}: that system does not show all of its rows.`,
          },
        ]),
    ...(attested === 0
      ? []
      : [
          {
            nl: ` Met de hand gewist en door een medewerker bevestigd, in plaats van nagezocht: ${counted(attested, 'task').nl}.`,
            en: ` Erased by hand and attested by somebody of ours, rather than searched again: ${counted(attested, 'task').en}.`,
          },
        ]),
  ];
  return { nl: sentences.map(({ nl }) => nl).join(''), en: sentences.map(({ en }) => en).join('') };
}

/** Sources whose rows could not be looked through for what identifies the person. */
function notScanned({ steps }: ErasureRun): readonly string[] {
  return steps.filter(({ result }) => memberOf(result, 'scanned') === false).map(({ source }) => source);
}
