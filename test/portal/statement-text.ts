import type { Language } from '../../src/domain/language.ts';

/** A statement of some length in two versions; the second says more about leaving. */
export function statementText(language: Language, number: number): string {
  return language === 'nl' ? dutch(number) : english(number);
}

function dutch(number: number): string {
  return `# Privacyverklaring

:promise[In deze verklaring leest u wat :value[controller.name] met uw gegevens doet.]{ids="P01 P63"}
De cijfers erin komen uit onze eigen systemen, en wij controleren elke dag of wij doen wat hier staat.

## Wie wij zijn

Verantwoordelijk is :value[controller.legalName], :value[controller.address], ingeschreven bij de Kamer van
Koophandel onder nummer :value[controller.tradeRegister]. Vragen over privacy beantwoordt :value[controller.contactPoint].
Mail naar :value[controller.email] of bel :value[controller.phone].

## Welke gegevens wij hebben

:::promise{ids="P04 P08"}
Wij verwerken alleen deze gegevens:

::list[categories]
:::

:promise[Wij vertellen u waar ze vandaan komen.]{ids="P02"}

::list[origins]

## Waarvoor wij ze gebruiken

:::promise{ids="P09 P10 P11"}
::table[purposes]
:::

## Wie uw gegevens krijgt

:promise[Met iedereen die uw gegevens voor ons verwerkt, hebben wij een overeenkomst.]{ids="P20 P22 P23"}

::table[recipients]

### Buiten Europa

::table[transfers]

## Hoe lang wij ze bewaren

:::promise{ids="P25 P26 P27"}
Wij bewaren gegevens niet langer dan nodig is.

::table[retention]
:::

## Uw rechten

:promise[U mag uw gegevens inzien. U krijgt binnen :value[law.rights.answer.months] maand antwoord.]{ids="P36 D07"}
:promise[U mag ze laten verbeteren]{ids="P37"} en :promise[laten verwijderen]{ids="P38 P39 P40"}. Dat kost u niets.
${number === 1 ? '' : '\n:promise[Maakt u bezwaar tegen reclame, dan stoppen wij meteen.]{ids="P44"}\n'}
## Als het misgaat

:promise[Is er een datalek dat u kan raken, dan hoort u dat binnen :value[law.breach.statementHours] uur.]{ids="P47 P50"}

## Geen besluiten door computers

:promise[:value[automatedDecisions]]{ids="D06"}
`;
}

function english(number: number): string {
  return `# Privacy statement

:promise[In this statement you read what :value[controller.name] does with your data.]{ids="P01 P63"}

## Who we are

Responsible is :value[controller.legalName], :value[controller.address], trade register
:value[controller.tradeRegister]. Mail :value[controller.email] or call :value[controller.phone].

## Which data we hold

:::promise{ids="P04 P08"}
We process these data only:

::list[categories]
:::

## What we use it for

:::promise{ids="P09 P10 P11"}
::table[purposes]
:::

## How long we keep it

:::promise{ids="P25 P26 P27"}
::table[retention]
:::

## Your rights

:promise[You may see your data. You receive an answer within :value[law.rights.answer.months] month.]{ids="P36 D07"}
${number === 1 ? '' : '\n:promise[If you object to advertising, we stop at once.]{ids="P44"}\n'}
`;
}
