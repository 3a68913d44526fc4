import type { PolicyRule } from '../lint-rule.ts';

/** How long a check of the list holds, in months. */
const checkHolds = 12;

export const frameworkChecked: PolicyRule = {
  id: 'L48',
  severity: 'error',
  kind: 'misleading',
  law: '45',
  what: {
    nl: 'De tekst beroept zich op het Data Privacy Framework, en voor deze ontvanger is dat niet, of te lang geleden, nagegaan.',
    en: 'The text relies on the Data Privacy Framework, and for this recipient that was not checked, or too long ago.',
  },
  advice: {
    nl: 'Ga na of de partij actief op de DPF-lijst staat en schrijf de datum in policy.yaml, of noem een ander middel.',
    en: 'Check that the party is active on the DPF list and write the date in policy.yaml, or name another mechanism.',
  },
  judge: (text, { policy, on }) => {
    const earliest = on.subtract({ months: checkHolds });
    return text.facts.transfers
      .filter(({ value }) => value.mechanisms.includes('data-privacy-framework'))
      .flatMap(({ value, sentence }) => {
        const recipient = [...policy.recipients.values()].find(
          ({ name }) => name.includes(value.to) || value.to.includes(name),
        );
        if (recipient === undefined) return [];
        const { transfer } = recipient;
        const checked =
          transfer?.mechanism === 'DPF' && Temporal.PlainDate.compare(transfer.checkedOn, earliest) >= 0;
        return checked ? [] : [{ sentence, start: 0, detail: recipient.name }];
      });
  },
};
