import { markup } from './markup.ts';

/** The letter with a checkpoint for who keeps them: in both languages, because nobody knows who reads it. */
export function witnessLetter({
  controller,
  size,
  checkpoint,
  key,
}: {
  readonly controller: string;
  readonly size: number;
  readonly checkpoint: string;
  readonly key: string;
}): { readonly subject: string; readonly text: string; readonly html: string } {
  const parts = [
    `Het logboek van ${controller} heeft nu ${size} regels. Hieronder staat het ondertekende controlepunt. Bewaar deze mail: daarmee is later te zien of er aan het logboek iets is veranderd. U hoeft verder niets te doen.`,
    `The ledger of ${controller} has ${size} entries now. Below is the signed checkpoint. Keep this mail: with it can be seen later whether the ledger was changed. There is nothing else for you to do.`,
  ];
  const keyLine = `Sleutel / key: ${key}`;
  return {
    subject: `Controlepunt ${size} / checkpoint ${size}: ${controller}`,
    text: `${parts.join('\n\n')}\n\n${checkpoint}\n${keyLine}\n`,
    html: String(markup`<p>${parts[0] ?? ''}</p>
<p lang="en">${parts[1] ?? ''}</p>
<pre>${checkpoint}</pre>
<p>${keyLine}</p>
`),
  };
}
