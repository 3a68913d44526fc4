import { freshDaily, kept, type PromiseCheck, unproven } from './check.ts';
import { noticeClocks, noticeEvidence, noticeVerdict } from './notice-clock.ts';
import { counted } from './phrase.ts';

/** Art. 21 and 28(3)(e): an objection, and consent taken back, reach every party that works for us, which confirms it in time. */
export const p43: PromiseCheck<'P43'> = {
  id: 'P43',
  owner: 'privacy',
  reads: {
    nl: 'elk bericht over een bezwaar of een ingetrokken toestemming van het afgelopen jaar, met de bevestiging',
    en: 'every notice of an objection or of consent withdrawn in the past year, with its receipt',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    // That they may go on is told in the same days.
    const deeds = ['objection', 'objection-lifted', 'withdrawal', 'withdrawal-lifted'] as const;
    const clocks = await noticeClocks(round, deeds);
    const evidence = noticeEvidence(clocks);
    const late = noticeVerdict(round, clocks, evidence);
    if (late !== null) return late;
    if (clocks.all.length === 0)
      return unproven(
        {
          nl: 'Er is het afgelopen jaar geen bezwaar of intrekking aan een andere partij doorgegeven, dus er is niets dat dit aantoont. Doe een proefverzoek.',
          en: 'No objection or withdrawal was passed on to another party in the past year, so nothing shows this. Make a trial request.',
        },
        evidence,
      );
    const count = counted(clocks.all.length, 'notice');
    return kept(
      {
        nl: `Doorgegeven aan wie de gegevens voor dat doel heeft: ${count.nl}; geen bevestiging is te laat. Of zij echt stoppen, meet deze controle niet.`,
        en: `Passed on to whoever has the data for that purpose: ${count.en}; no receipt is late. Whether they really stop is not measured by this check.`,
      },
      evidence,
    );
  },
};
