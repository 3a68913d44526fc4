import { GestandError } from '../../../base/error.ts';
import type { Dialogue } from '../../dialogue.ts';

/** Where an answer comes from that no option gave: whoever sits there, or nobody. */
export interface Asking extends Disposable {
  /** @throws GestandError `bad-input` when nobody is there; it names the option. */
  ask(option: string, question: string, check?: (text: string) => string): Promise<string>;
  choose<Choice extends string>(
    option: string,
    question: string,
    choices: readonly Choice[],
  ): Promise<Choice>;
  /** Undefined when nobody is there, or nothing was typed. */
  askIfAny(question: string): Promise<string | undefined>;
}

/** Nobody is there: what no option says is missing. */
export function optionsOnly(): Asking {
  const missing = async (option: string): Promise<never> => {
    throw new GestandError('bad-input', `${option} is missing, and there is nobody to ask. Add it.`);
  };
  return {
    ask: missing,
    choose: missing,
    askIfAny: async () => undefined,
    [Symbol.dispose]: () => undefined,
  };
}

const mostTries = 5;

/** Asks a line at a time; what was wrong is said and asked again. */
export function askingOn(dialogue: Dialogue): Asking {
  const ask = async (question: string, check: (text: string) => string): Promise<string> => {
    let hint = '';
    for (let tries = 0; tries < mostTries; tries++) {
      const text = (await dialogue.ask(`${hint}${question}: `)).trim();
      if (text === '') continue;
      try {
        return check(text);
      } catch (error) {
        if (!(error instanceof GestandError)) throw error;
        hint = `${error.message}\n`;
      }
    }
    throw new GestandError('bad-input', `There is no answer to "${question}". Nothing was opened.`);
  };
  return {
    ask: (_, question, check = (text) => text) => ask(question, check),
    choose: async (_, question, choices) => {
      const list = choices.map((choice, index) => `  ${index + 1} ${choice}\n`).join('');
      const given = await ask(`${list}${question}, by number or name`, (text) => {
        if (chosen(choices, text) !== undefined) return text;
        throw new GestandError(
          'bad-input',
          `Type a number from 1 to ${choices.length}, or a name of the list.`,
        );
      });
      const choice = chosen(choices, given);
      if (choice === undefined) throw new GestandError('internal', 'A checked choice is none.');
      return choice;
    },
    askIfAny: async (question) => {
      const text = (await dialogue.ask(`${question}: `)).trim();
      return text === '' ? undefined : text;
    },
    [Symbol.dispose]: () => dialogue[Symbol.dispose](),
  };
}

function chosen<Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined {
  return choices.find((choice, index) => text === choice || text === String(index + 1));
}
