import type { Localised } from '../domain/language.ts';
import type { Recipient } from '../policy/policy.ts';
import { atRisk, broken, type Evidence, kept, type Verdict } from './check.ts';
import { counted, named } from './phrase.ts';

/** An agreement that ends sooner needs a new one now. */
const alarmDays = 30;

interface Standing {
  readonly today: Temporal.PlainDate;
  /** What it is called: "verwerkersovereenkomst". */
  readonly document: Localised;
}

/** Whether each of these parties has an agreement that was signed and has not ended. */
export function judgeAgreements(recipients: readonly Recipient[], { today, document }: Standing): Verdict {
  const without = recipients.filter((recipient) => !isInDate(recipient, today));
  const ending = recipients.filter(
    (recipient) => isInDate(recipient, today) && !isInDate(recipient, today.add({ days: alarmDays })),
  );
  const evidence: Evidence = {
    recipients: recipients.map(({ id }) => id),
    without: without.map(({ id }) => id),
    ending: ending.map(({ id }) => id),
  };
  if (without.length > 0) {
    const names = named(without.map(({ name }) => name));
    return broken(
      {
        nl: `Zonder geldige ${document.nl}: ${names.nl}. Teken er een, of geef tot die tijd geen gegevens.`,
        en: `Without a valid ${document.en}: ${names.en}. Sign one, or give no data until then.`,
      },
      evidence,
    );
  }
  if (ending.length > 0) {
    const names = named(ending.map(({ name }) => name));
    return atRisk(
      {
        nl: `De ${document.nl} loopt binnen ${alarmDays} dagen af: ${names.nl}. Vernieuw haar.`,
        en: `The ${document.en} ends within ${alarmDays} days: ${names.en}. Renew it.`,
      },
      evidence,
    );
  }
  if (recipients.length === 0)
    return kept(
      {
        nl: `Volgens het register is er geen partij die een ${document.nl} nodig heeft.`,
        en: `According to the register no party needs a ${document.en}.`,
      },
      evidence,
    );
  const count = counted(recipients.length, 'recipient');
  return kept(
    {
      nl: `Volgens het register: ${count.nl}, elk met een geldige ${document.nl}. Wie er in werkelijkheid bij de systemen kan, meet deze controle niet.`,
      en: `According to the register: ${count.en}, each with a valid ${document.en}. Who can reach the systems in reality is not measured by this check.`,
    },
    evidence,
  );
}

function isInDate({ agreement }: Recipient, on: Temporal.PlainDate): boolean {
  if (agreement === null) return false;
  const { signedOn, validUntil } = agreement;
  const signed = Temporal.PlainDate.compare(Temporal.PlainDate.from(signedOn), on) <= 0;
  return (
    signed &&
    (validUntil === null || Temporal.PlainDate.compare(Temporal.PlainDate.from(validUntil), on) >= 0)
  );
}
