/**
 * The hard cases of the example, by name, with what it takes to look them up. They are the same whatever the
 * size of the crowd around them; dates among their rows are counted back from the day of creation.
 */
export interface PlantedCustomer {
  readonly customerId: number;
  readonly customerNo: string;
  /** As the customer system spells it. */
  readonly email: string;
  readonly firstName: string;
  /** With prefix: `van den Berg`. */
  readonly lastName: string;
}

function planted(
  customerId: number,
  name: readonly [first: string, last: string],
  email: string,
): PlantedCustomer {
  return {
    customerId,
    customerNo: `K-${1_000_000 + customerId - 1}`,
    email,
    firstName: name[0],
    lastName: name[1],
  };
}

export const plantedCases = {
  /** Sanne works here and has her car serviced here. As staff she handled the other customers' rows. */
  'employee-who-is-also-customer': {
    person: planted(1, ['Sanne', 'Bakker'], 'sanne.bakker@example.nl'),
    employeeId: 1,
    /** A customer whose appointment she handled, whom she wrote to, and about whom she wrote a note. */
    servedCustomerId: 2,
  },
  /** Pieter and Thomas share an address; Thomas answered in a thread that Pieter began. */
  'two-customers-one-address': {
    first: planted(2, ['Pieter', 'Jansen'], 'pieter.jansen@example.nl'),
    second: planted(3, ['Thomas', 'Hendriks'], 'thomas.hendriks@example.org'),
    addressId: 2,
    /** Of Thomas, and refers to one of Pieter's. */
    replyAcross: { messageId: 10, replyTo: 5 },
  },
  /** Joris and Fatima own one car together; Joris brought her in, which one row remembers of both. */
  'couple-one-car': {
    first: planted(4, ['Fatima', 'El Amrani'], 'fatima.elamrani@example.com'),
    second: planted(5, ['Joris', 'van den Berg'], 'joris.vandenberg@example.com'),
    vehicleId: 4,
    referralId: 1,
  },
  /** Marijke is spelt in four ways, and is one person with one customer number. */
  'same-person-two-spellings': {
    person: planted(6, ['Marijke', 'de Wit'], 'marijke.dewit@example.com'),
    billingEmail: 'Marijke.deWit@Example.com',
    newsletterEmail: 'MARIJKE.DEWIT@example.com',
    callLogEmail: 'Marijke.Dewit@EXAMPLE.COM',
    leadEmail: 'marijke.deWit@example.com',
  },
  /** Willem's invoices lie on both sides of the seven years from the end of the book year. */
  'invoices-under-and-past-retention': {
    person: planted(7, ['Willem', 'Kuipers'], 'willem.kuipers@example.nl'),
    debtorId: 7,
    /** The second is the oldest that is still held: from the first day of its book year. */
    heldInvoiceIds: [51, 52],
    /** The first is the youngest that is free: from the last day of the book year before. */
    pastInvoiceIds: [53, 54],
  },
  /** Accents, a typographic and a straight apostrophe, and a quote in her words. */
  'name-with-accents-and-apostrophe': {
    person: planted(8, ['Noëlle', "d’Arçon-O'Brien"], 'noelle.darcon@example.org'),
  },
  /** Every column that may be NULL is, in every table that has a row of this customer. */
  'null-wherever-one-may-be': {
    person: planted(9, ['', 'Zonder'], 'niets.bekend@example.nl'),
    /** The debtor has no e-mail address: only the customer number leads there. */
    debtorId: 9,
  },
  /** Henk sold his car to Aylin; each had it serviced. */
  'vehicle-that-changed-owner': {
    seller: planted(10, ['Henk', 'Post'], 'henk.post@example.nl'),
    buyer: planted(11, ['Aylin', 'Kaya'], 'aylin.kaya@example.com'),
    vehicleId: 10,
  },
  /** A delivery to a customer who is long gone: nobody's row, with somebody's address in it. */
  'orphan-row': {
    table: 'campaign_deliveries',
    campaignId: 1,
    customerId: 999_999_999,
    email: 'verdwenen.klant@example.nl',
  },
  /** Nobody's hard case: a customer with one of everything, for who wants to see a whole package. */
  'one-of-everything': {
    person: planted(12, ['Lotte', 'van der Meer'], 'lotte.vandermeer@example.nl'),
    iban: 'NL98VOOR0100000012',
    newsletterEmail: 'Lotte.vanderMeer@example.nl',
  },
} as const;
