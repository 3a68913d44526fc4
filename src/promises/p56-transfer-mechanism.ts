import { atRisk, broken, freshDaily, kept, type PromiseCheck } from './check.ts';
import { counted, named } from './phrase.ts';
import { mechanismStanding, outsideEea } from './transfers.ts';

/** Art. 44–46: nothing leaves the EEA without a mechanism that the law allows today. */
export const p56: PromiseCheck<'P56'> = {
  id: 'P56',
  owner: 'suppliers',
  reads: {
    nl: 'het doorgiftemiddel van elke ontvanger buiten de EER, naar het recht van vandaag',
    en: 'the transfer mechanism of every recipient outside the EEA, by the law of today',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const abroad = outsideEea(round);
    const standings = abroad.map((recipient) => ({
      recipient,
      standing: mechanismStanding(recipient, round.today),
    }));
    const those = (wanted: string) =>
      standings.filter(({ standing }) => standing === wanted).map(({ recipient }) => recipient);
    const [without, old] = [those('none'), those('check-too-old')];
    const evidence = {
      outside: abroad.map(({ id }) => id),
      without: without.map(({ id }) => id),
      checkTooOld: old.map(({ id }) => id),
    };
    if (without.length > 0) {
      const names = named(without.map(({ name }) => name));
      return broken(
        {
          nl: `Buiten de EER zonder geldig doorgiftemiddel: ${names.nl}. Stop de doorgifte tot er een is.`,
          en: `Outside the EEA without a valid transfer mechanism: ${names.en}. Stop the transfer until there is one.`,
        },
        evidence,
      );
    }
    if (old.length > 0) {
      const names = named(old.map(({ name }) => name));
      return atRisk(
        {
          nl: `Te lang niet nagekeken of het doorgiftemiddel nog geldt: ${names.nl}. Kijk het na en leg de datum vast.`,
          en: `Not checked for too long whether the transfer mechanism still holds: ${names.en}. Check it and record the date.`,
        },
        evidence,
      );
    }
    const count = counted(abroad.length, 'recipient');
    return kept(
      {
        nl: `Buiten de EER: ${count.nl}, elk met een doorgiftemiddel dat vandaag geldt en op tijd is nagekeken.`,
        en: `Outside the EEA: ${count.en}, each with a transfer mechanism that holds today and was checked in time.`,
      },
      evidence,
    );
  },
};
