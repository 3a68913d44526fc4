import type { Language } from '../../domain/language.ts';

/**
 * A first statement whose every fact comes from the policy: it says what the law asks of everybody and promises nothing
 * beyond that. What is a choice (advertising, cookies, how staff are trained) is for a person to add.
 */
export function writeStatement(language: Language): string {
  return texts[language];
}

const texts: Readonly<Record<Language, string>> = {
  nl: `# Privacyverklaring

::version

:promise[In deze verklaring leest u hoe wij met uw persoonsgegevens omgaan.]{ids="P01"}

## Wie wij zijn

Verantwoordelijk is :value[controller.legalName], bekend als :value[controller.name], :value[controller.address]. :value[controller.contactPoint] Mail met vragen naar :value[controller.email].

## Welke gegevens wij verwerken

:promise[Dit is de volledige lijst; staat een soort gegevens er niet op, dan hebben wij die niet.]{ids="P08"}

::list[categories]

Waar wij die gegevens vandaan hebben:

::list[origins]

## Waarvoor wij gegevens gebruiken

:promise[Elk doel heeft een eigen grondslag.]{ids="P09"}

::table[purposes]

:value[automatedDecisions]

## Wie uw gegevens ontvangt

::table[recipients]

## Hoe lang wij gegevens bewaren

:promise[Wij bewaren gegevens niet langer dan nodig.]{ids="P25"}

::table[retention]

## Uw rechten

:promise[Wij antwoorden binnen :value[law.rights.answer.months] maand.]{ids="D07"} Een verzoek is gratis; mail naar :value[controller.email].

- :promise[**Inzage.** U krijgt een kopie van de gegevens die wij van u hebben.]{ids="P36"}
- :promise[**Verbetering.** Klopt er iets niet, dan verbeteren wij het.]{ids="P37"}
- :promise[**Wissen.** Wij wissen uw gegevens als u dat vraagt.]{ids="P38"} :promise[Moeten wij iets van de wet bewaren, dan noemen wij die wet en de einddatum.]{ids="P39"}
- :promise[**Beperking.** Op uw verzoek bewaren wij gegevens zonder ze te gebruiken.]{ids="D04"}
- :promise[**Bezwaar.** U kunt bezwaar maken waar een doel op een gerechtvaardigd belang rust.]{ids="P41"}

:promise[U kunt altijd klagen bij de Autoriteit Persoonsgegevens.]{ids="P54"}
`,
  en: `# Privacy statement

::version

:promise[In this statement you read how we handle your personal data.]{ids="P01"}

## Who we are

The controller is :value[controller.legalName], known as :value[controller.name], :value[controller.address]. :value[controller.contactPoint] Mail your questions to :value[controller.email].

## What data we process

:promise[This is the complete list; if a kind of data is not on it, we do not have it.]{ids="P08"}

::list[categories]

Where we have those data from:

::list[origins]

## Why we use data

:promise[Every purpose has its own legal basis.]{ids="P09"}

::table[purposes]

:value[automatedDecisions]

## Who receives your data

::table[recipients]

## How long we keep data

:promise[We keep data no longer than necessary.]{ids="P25"}

::table[retention]

## Your rights

:promise[We answer within :value[law.rights.answer.months] month.]{ids="D07"} A request is free of charge; mail to :value[controller.email].

- :promise[**Access.** You receive a copy of the data we have about you.]{ids="P36"}
- :promise[**Rectification.** If something is wrong, we correct it.]{ids="P37"}
- :promise[**Erasure.** We erase your data when you ask.]{ids="P38"} :promise[If the law makes us keep something, we name that law and the end date.]{ids="P39"}
- :promise[**Restriction.** At your request we keep data without using them.]{ids="D04"}
- :promise[**Objection.** You can object where a purpose rests on a legitimate interest.]{ids="P41"}

:promise[You can always complain to the data protection authority (Autoriteit Persoonsgegevens).]{ids="P54"}
`,
};
