import type { Localised } from '../domain/language.ts';

/** What a ground lets the organisation do. */
export type GroundEffect = 'keep' | 'refuse' | 'withhold';

/** A ground in law for not doing, or not wholly doing, what a person asked. There are no others. */
export interface Ground<Id extends string = string> {
  readonly id: Id;
  readonly effect: GroundEffect;
  readonly article: string;
  /** How the letter says it: a whole sentence in plain words, with the article. */
  readonly text: Localised;
}

export const grounds = [
  {
    id: 'tax-records',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder b; AWR art. 52 lid 4',
    text: {
      nl: 'Wij moeten onze administratie zeven jaar bewaren voor de Belastingdienst (artikel 52 lid 4 Algemene wet inzake rijksbelastingen).',
      en: 'We must keep our records for seven years for the tax authority (article 52(4) of the General State Taxes Act, AWR).',
    },
  },
  {
    id: 'company-books',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder b; BW art. 2:10 lid 3',
    text: {
      nl: 'Een rechtspersoon moet zijn boeken en andere gegevensdragers zeven jaar bewaren (artikel 2:10 lid 3 Burgerlijk Wetboek).',
      en: 'A legal person must keep its books and other records for seven years (article 2:10(3) of the Dutch Civil Code).',
    },
  },
  {
    id: 'vat-invoices',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder b; Wet OB art. 34a; AWR art. 52',
    text: {
      nl: 'Facturen moeten wij bewaren in de vorm waarin zij zijn verstuurd of ontvangen (artikel 34a Wet op de omzetbelasting en artikel 52 Algemene wet inzake rijksbelastingen).',
      en: 'We must keep invoices in the form in which they were sent or received (article 34a of the VAT Act and article 52 of the General State Taxes Act).',
    },
  },
  {
    id: 'vat-one-stop-shop',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder b; éénloketsysteem btw',
    text: {
      nl: 'Verkopen die wij via het éénloketsysteem voor de btw aangeven, moeten wij tien jaar bewaren.',
      en: 'Sales that we report through the VAT One-Stop-Shop must be kept for ten years.',
    },
  },
  {
    id: 'payroll-tax',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder b; Uitvoeringsregeling loonbelasting 2011 art. 7.5 en 7.9',
    text: {
      nl: 'Een werkgever moet de kopie van het identiteitsbewijs en de gegevens voor de loonheffingen bewaren tot vijf kalenderjaren na het einde van het dienstverband.',
      en: 'An employer must keep the copy of the identity document and the payroll tax data until five calendar years after the employment ended.',
    },
  },
  {
    id: 'sepa-mandate',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder e; BW art. 7:526; regels voor SEPA-incasso',
    text: {
      nl: 'Een machtiging voor automatische incasso moeten wij tot veertien maanden na de laatste incasso kunnen laten zien, omdat een afschrijving zo lang kan worden betwist.',
      en: 'We must be able to show a direct debit mandate until fourteen months after the last collection, because a debit can be disputed for that long.',
    },
  },
  {
    id: 'legal-duty',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder b',
    text: {
      nl: 'Wij hebben deze gegevens nodig om te voldoen aan een wettelijke plicht (artikel 17 lid 3 onder b AVG).',
      en: 'We need these data to comply with a legal obligation (article 17(3)(b) GDPR).',
    },
  },
  {
    id: 'litigation-hold',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder e',
    text: {
      nl: 'Er loopt een geschil waarvoor deze gegevens nodig zijn; wij bewaren ze tot het geschil voorbij is (artikel 17 lid 3 onder e AVG).',
      en: 'There is a dispute for which these data are needed; we keep them until it is over (article 17(3)(e) GDPR).',
    },
  },
  {
    id: 'legal-claims',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder e',
    text: {
      nl: 'Wij hebben deze gegevens nodig om een rechtsvordering in te stellen, uit te oefenen of te onderbouwen (artikel 17 lid 3 onder e AVG).',
      en: 'We need these data to establish, exercise or defend a legal claim (article 17(3)(e) GDPR).',
    },
  },
  {
    id: 'expression',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder a; UAVG art. 43',
    text: {
      nl: 'De gegevens zijn nodig voor de vrijheid van meningsuiting en informatie (artikel 17 lid 3 onder a AVG).',
      en: 'The data are needed for the freedom of expression and information (article 17(3)(a) GDPR).',
    },
  },
  {
    id: 'public-health',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder c',
    text: {
      nl: 'De gegevens zijn nodig voor een algemeen belang in de volksgezondheid (artikel 17 lid 3 onder c AVG).',
      en: 'The data are needed for reasons of public interest in public health (article 17(3)(c) GDPR).',
    },
  },
  {
    id: 'archive-research',
    effect: 'keep',
    article: 'AVG art. 17 lid 3 onder d',
    text: {
      nl: 'De gegevens zijn nodig voor archivering in het algemeen belang, onderzoek of statistiek, en wissen zou dat doel onmogelijk maken (artikel 17 lid 3 onder d AVG).',
      en: 'The data are needed for archiving in the public interest, research or statistics, and erasing would defeat that purpose (article 17(3)(d) GDPR).',
    },
  },
  {
    id: 'suppression',
    effect: 'keep',
    article: 'AVG art. 21 lid 3',
    text: {
      nl: 'Wij bewaren een onleesbaar kenmerk van uw adres, alleen om te zorgen dat wij u geen reclame meer sturen (artikel 21 lid 3 AVG).',
      en: 'We keep an unreadable mark of your address, only to make sure that we send you no more advertising (article 21(3) GDPR).',
    },
  },
  {
    id: 'shared-with-others',
    effect: 'keep',
    article: 'AVG art. 17; AVG art. 15 lid 4',
    text: {
      nl: 'Dit gegeven hoort ook bij een ander. Wij hebben de koppeling met u gewist; voor de ander blijft het staan.',
      en: 'This item belongs to somebody else too. We erased its link with you; for the other person it stays.',
    },
  },
  {
    id: 'others-rights',
    effect: 'withhold',
    article: 'AVG art. 15 lid 4; UAVG art. 41',
    text: {
      nl: 'Wij hebben gegevens van anderen onleesbaar gemaakt, omdat een kopie hun rechten niet mag schaden (artikel 15 lid 4 AVG).',
      en: 'We made the data of others unreadable, because a copy may not harm their rights (article 15(4) GDPR).',
    },
  },
  {
    id: 'identity-in-doubt',
    effect: 'refuse',
    article: 'AVG art. 12 lid 2 en 6; AVG art. 11 lid 2',
    text: {
      nl: 'Wij konden niet vaststellen dat het verzoek van u komt (artikel 12 lid 6 AVG). Stuurt u de gevraagde informatie alsnog, dan gaan wij verder.',
      en: 'We could not establish that the request comes from you (article 12(6) GDPR). If you still send what we asked for, we will go on.',
    },
  },
  {
    id: 'mandate-not-shown',
    effect: 'refuse',
    article: 'AVG art. 12 lid 6; BW art. 3:60; UAVG art. 5',
    text: {
      nl: 'Wij konden niet vaststellen dat u dit namens de ander mag vragen (artikel 12 lid 6 AVG; artikel 3:60 Burgerlijk Wetboek).',
      en: 'We could not establish that you may ask this for the other person (article 12(6) GDPR; article 3:60 of the Dutch Civil Code).',
    },
  },
  {
    id: 'not-identifiable',
    effect: 'refuse',
    article: 'AVG art. 11 lid 2',
    text: {
      nl: 'Wij kunnen in onze gegevens niet zien welke over u gaan (artikel 11 lid 2 AVG). Met extra informatie van u kan dat misschien wel.',
      en: 'We cannot tell which of our data are about you (article 11(2) GDPR). More information from you may make that possible.',
    },
  },
  {
    id: 'unfounded',
    effect: 'refuse',
    article: 'AVG art. 12 lid 5',
    text: {
      nl: 'Het verzoek is kennelijk ongegrond (artikel 12 lid 5 AVG). Wij leggen hieronder uit waarom.',
      en: 'The request is manifestly unfounded (article 12(5) GDPR). Below we explain why.',
    },
  },
  {
    id: 'excessive',
    effect: 'refuse',
    article: 'AVG art. 12 lid 5',
    text: {
      nl: 'Het verzoek is buitensporig (artikel 12 lid 5 AVG). Wij leggen hieronder uit waarom.',
      en: 'The request is excessive (article 12(5) GDPR). Below we explain why.',
    },
  },
  {
    id: 'still-needed',
    effect: 'refuse',
    article: 'AVG art. 17 lid 1 onder a',
    text: {
      nl: 'Wij hebben de gegevens nog nodig voor het doel waarvoor wij ze kregen, en geen van de redenen om te wissen uit artikel 17 lid 1 AVG geldt.',
      en: 'We still need the data for the purpose for which we received them, and none of the reasons to erase in article 17(1) GDPR applies.',
    },
  },
  {
    id: 'compelling-grounds',
    effect: 'refuse',
    article: 'AVG art. 21 lid 1',
    text: {
      nl: 'Wij hebben dwingende gerechtvaardigde gronden die zwaarder wegen dan uw bezwaar (artikel 21 lid 1 AVG). Wij leggen hieronder uit welke.',
      en: 'We have compelling legitimate grounds that override your objection (article 21(1) GDPR). Below we explain which.',
    },
  },
  {
    id: 'no-right-to-object',
    effect: 'refuse',
    article: 'AVG art. 21 lid 1',
    text: {
      nl: 'Bezwaar kan niet tegen een verwerking die nodig is voor een overeenkomst of een wettelijke plicht (artikel 21 lid 1 AVG).',
      en: 'One cannot object to processing that a contract or a legal obligation needs (article 21(1) GDPR).',
    },
  },
  {
    id: 'not-portable',
    effect: 'refuse',
    article: 'AVG art. 20 lid 1',
    text: {
      nl: 'Overdragen kan alleen met gegevens die u zelf gaf, en die wij met uw toestemming of voor een overeenkomst met de computer verwerken (artikel 20 lid 1 AVG).',
      en: 'Only data that you provided yourself, and that we process by computer with your consent or for a contract, can be transferred (article 20(1) GDPR).',
    },
  },
  {
    id: 'transfer-not-feasible',
    effect: 'refuse',
    article: 'AVG art. 20 lid 2',
    text: {
      nl: 'Rechtstreeks overdragen aan de ander is technisch niet mogelijk (artikel 20 lid 2 AVG). U krijgt het bestand zelf.',
      en: 'Direct transfer to the other party is not technically feasible (article 20(2) GDPR). You receive the file yourself.',
    },
  },
  {
    id: 'public-interest',
    effect: 'refuse',
    article: 'AVG art. 23; UAVG art. 41',
    text: {
      nl: 'Een zwaarwegend belang dat de wet noemt, gaat in dit geval voor (artikel 41 UAVG). Wij leggen hieronder uit welk.',
      en: 'An important interest named in the law prevails in this case (article 41 of the Dutch GDPR Implementation Act, UAVG). Below we explain which.',
    },
  },
] as const satisfies readonly Ground[];

export type GroundId = (typeof grounds)[number]['id'];

const byId = new Map<string, Ground<GroundId>>(grounds.map((ground) => [ground.id, ground]));

/** The ground of that name, or `undefined`: a reason that is not in the list is no reason. */
export function groundById(id: string): Ground<GroundId> | undefined {
  return byId.get(id);
}
