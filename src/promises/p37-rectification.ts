import type { Localised } from '../domain/language.ts';
import { type CellStanding, countCellStates } from '../store/corrected-cell.ts';
import { listCorrectionRuns, listUnverifiedRuns } from '../store/erasure-run.ts';
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
import { type LooseTrace, looseTraces, placesOf, rowsOf, watchedSentence } from './loose-traces.ts';
import { counted, named } from './phrase.ts';
import { lookBackFrom } from './round.ts';

const mostIds = 20;
const mostRuns = 5000;

/**
 * Art. 16: what was corrected holds the new value in every place, and goes on doing so. How each cell stands is looked at every hour
 * (`watch-corrections.ts`); here the verdict is drawn from what was seen. That recipients are told (art. 19) is another check's.
 */
export const p37: PromiseCheck<'P37'> = {
  id: 'P37',
  owner: 'privacy',
  reads: {
    nl: 'elk gegeven dat is verbeterd, en of het zo is gebleven',
    en: 'every item that was corrected, and whether it stayed so',
  },
  freshForHours: freshDaily,
  check: async ({ store, today }) => {
    const [standings, unverified, runs] = await Promise.all([
      countCellStates(store),
      listUnverifiedRuns(store, { kind: 'rectify', limit: mostIds }),
      listCorrectionRuns(store, { since: lookBackFrom(today), limit: mostRuns }),
    ]);
    const traces = runs.flatMap(looseTraces);
    // In what somebody wrote, an old address is no mistake; where the policy knows no personal data it is one.
    const [elsewhere, written] = [
      traces.filter(({ personal }) => !personal),
      traces.filter(({ personal }) => personal),
    ];
    const of = (state: CellStanding['state']) => standings.find((standing) => standing.state === state);
    const cells = (state: CellStanding['state']) => of(state)?.cells ?? 0;
    const evidence = {
      standing: cells('standing'),
      reverted: cells('reverted'),
      changed: cells('changed'),
      gone: cells('gone'),
      unseen: cells('unseen'),
      noted: cells('noted'),
      cases: of('reverted')?.cases ?? [],
      unverified,
      elsewhere: placesOf(elsewhere).slice(0, mostIds),
      written: placesOf(written).slice(0, mostIds),
    };
    if (cells('reverted') > 0) {
      const items = counted(cells('reverted'), 'item');
      return broken(
        {
          nl: `Wat verbeterd was, is weer fout: ${items.nl}. Zoek uit welk programma of welke reservekopie de oude waarde terugzette, en verbeter het opnieuw.`,
          en: `What had been corrected is wrong again: ${items.en}. Find out which program or backup put the old value back, and correct it again.`,
        },
        evidence,
      );
    }
    if (unverified.length > 0) {
      const count = counted(unverified.length, 'correction');
      return broken(
        {
          nl: `Na het verbeteren stond nog niet overal wat er moest staan: ${count.nl}. Maak een nieuw plan en voer het uit.`,
          en: `After correcting, not every place said what it should: ${count.en}. Make a new plan and carry it out.`,
        },
        evidence,
      );
    }
    if (elsewhere.length > 0) return elsewhereVerdict(elsewhere, evidence);
    const standing = of('standing');
    if (standing === undefined && cells('unseen') === 0) {
      return unproven(
        {
          nl: 'Er is niets verbeterd dat nog na te kijken is, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'Nothing was corrected that can still be looked at, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    }
    const freshSince = store.clock.now().subtract({ hours: freshDaily });
    const stale =
      standing !== undefined &&
      Temporal.Instant.compare(Temporal.Instant.from(standing.lookedAtLast), freshSince) < 0;
    if (stale) {
      return unproven(
        {
          nl: 'Of verbeterde gegevens zo zijn gebleven, is al meer dan een dag niet bekeken. Kijk of de systemen bereikbaar zijn.',
          en: 'Whether corrected data stayed so was not looked at for more than a day. See whether the systems can be reached.',
        },
        evidence,
      );
    }
    if (standing === undefined) {
      return atRisk(
        {
          nl: 'Wat verbeterd is, staat waar wij niet opnieuw kunnen kijken.',
          en: 'What was corrected stands where we cannot look again.',
        },
        evidence,
      );
    }
    const items = counted(standing.cells, 'item');
    const beside = writtenSentence(written);
    return kept(
      {
        nl: `Verbeterd en zo gebleven: ${items.nl}.${beside.nl} Of wie het gegeven kreeg het weet, meet deze controle niet.`,
        en: `Corrected and still so: ${items.en}.${beside.en} Whether those who received an item know is not measured by this check.`,
      },
      evidence,
    );
  },
};

function elsewhereVerdict(traces: readonly LooseTrace[], evidence: Evidence): Verdict {
  const [rows, places] = [counted(rowsOf(traces), 'row'), named(placesOf(traces))];
  const again = watchedSentence(traces);
  return atRisk(
    {
      nl: `Wat verbeterd is, stond daarna nog fout waar volgens het beleid geen persoonsgegevens staan: ${rows.nl} in ${places.nl}. Verbeter het daar, en zet de kolom in het beleid.${again.nl}`,
      en: `What was corrected still stood wrong where by the policy there are no personal data: ${rows.en} in ${places.en}. Correct it there, and put the column in the policy.${again.en}`,
    },
    evidence,
    {
      nl: `Wat verbeterd is, stond daarna nog fout in ${rows.nl} van een ander systeemdeel. Wij kijken ernaar.`,
      en: `What was corrected still stood wrong in ${rows.en} elsewhere in our systems. We look into it.`,
    },
  );
}

function writtenSentence(traces: readonly LooseTrace[]): Localised {
  if (traces.length === 0) return { nl: '', en: '' };
  const rows = counted(rowsOf(traces), 'row');
  return {
    nl: ` In teksten komt de oude waarde nog voor, en daar is niets veranderd: ${rows.nl}.`,
    en: ` In texts the old value still occurs, and nothing was changed there: ${rows.en}.`,
  };
}
