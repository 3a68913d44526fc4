import type { Language, Localised } from '../../domain/language.ts';
import { type DraftQuestion, wish } from './draft-question.ts';

const title: Localised = { nl: 'Wat een mens moet beslissen', en: 'What a person must decide' };
const how: Localised = {
  nl: 'Antwoord in een bestand met een regel per vraag (`naam: antwoord`), en geef dat mee: `gestand statement read … --answers antwoorden.yaml`.',
  en: 'Answer in a file with a line a question (`name: answer`), and hand it over: `gestand statement read … --answers answers.yaml`.',
};

/** The questions to read and tick off, as `DECISIONS.md`. */
export function questionsText(questions: readonly DraftQuestion[], language: Language): string {
  const lines = questions.map(({ id, text, shape, sentence }) => {
    const options = wish(shape);
    const from = sentence === null ? '' : `\n      “${sentence.replace(/\s+/g, ' ')}”`;
    return `- [ ] \`${id}\` ${text[language]}${options === '' ? '' : ` (${options})`}${from}`;
  });
  return `# ${title[language]}\n\n${how[language]}\n\n${lines.join('\n')}\n`;
}
