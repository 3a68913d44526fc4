import { dateText } from '../statement/date-text.ts';
import { atRisk, broken, freshDaily, kept, type PromiseCheck } from './check.ts';
import { counted, named } from './phrase.ts';
import { unsaid, versionEvidence, withoutStatement } from './published-text.ts';
import { mechanismStanding, outsideEea } from './transfers.ts';

const privacyShield = /privacy[\s-]*(?:shield|schild)/i;

/** C-311/18; art. 13(1)(f): the statement names the mechanism of today and when it was checked, and no dead one. */
export const p59: PromiseCheck<'P59'> = {
  id: 'P59',
  owner: 'suppliers',
  reads: {
    nl: 'wat de gepubliceerde verklaring zegt over doorgifte buiten de EER',
    en: 'what the published statement says about transfers outside the EEA',
  },
  freshForHours: freshDaily,
  check: async (round) => {
    const nothing = await withoutStatement(round);
    if (nothing !== null) return nothing;
    const texts = [...(await round.statements()).values()];
    const dead = texts.filter(({ plainText }) => privacyShield.test(plainText));
    const abroad = outsideEea(round);
    const untold = await unsaid(round, abroad, ({ transfer }, language) =>
      transfer === null ? '\0' : dateText(Temporal.PlainDate.from(transfer.checkedOn), language),
    );
    const nameless = await unsaid(round, abroad, ({ transfer }) => transfer?.mechanism ?? '\0');
    const fallen = abroad.filter((recipient) => mechanismStanding(recipient, round.today) === 'none');
    const old = abroad.filter((recipient) => mechanismStanding(recipient, round.today) === 'check-too-old');
    const wrong = [...new Set([...untold, ...nameless, ...fallen])];
    const evidence = {
      ...(await versionEvidence(round)),
      privacyShield: dead.map(({ id }) => id),
      wrong: wrong.map(({ id }) => id),
      checkTooOld: old.map(({ id }) => id),
    };
    if (dead.length > 0) {
      return broken(
        {
          nl: 'De verklaring beroept zich op het Privacy Shield, dat sinds 16 juli 2020 niet meer geldt. Noem per partij het middel van nu.',
          en: 'The statement relies on the Privacy Shield, which has been invalid since 16 July 2020. Name today’s mechanism for each party.',
        },
        evidence,
      );
    }
    if (wrong.length > 0) {
      const names = named(wrong.map(({ name }) => name));
      return broken(
        {
          nl: `De verklaring noemt geen geldig doorgiftemiddel met controledatum voor ${names.nl}. Publiceer een nieuwe versie.`,
          en: `The statement names no valid transfer mechanism with its date of checking for ${names.en}. Publish a new version.`,
        },
        evidence,
      );
    }
    if (old.length > 0) {
      const names = named(old.map(({ name }) => name));
      return atRisk(
        {
          nl: `De controledatum in de verklaring is te oud: ${names.nl}. Controleer opnieuw en publiceer de nieuwe datum.`,
          en: `The date of checking in the statement is too old: ${names.en}. Check again and publish the new date.`,
        },
        evidence,
      );
    }
    const count = counted(abroad.length, 'recipient');
    return kept(
      {
        nl: `De verklaring noemt middel en controledatum van ${count.nl} buiten de EER. Of een partij vandaag op de lijst van het middel staat, moet iemand nakijken.`,
        en: `The statement names mechanism and date of checking of ${count.en} outside the EEA. Whether a party is on the mechanism’s list today, somebody has to look up.`,
      },
      evidence,
    );
  },
};
