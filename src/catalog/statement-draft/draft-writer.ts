import type { Language, Localised } from '../../domain/language.ts';
import { yamlComment } from '../../policy/yaml-text.ts';
import type { Sentence } from '../../statement/reading/document.ts';
import { undecided } from '../proposal/policy-entry.ts';
import { type AnswerShape, type Answers, answerFault, type DraftQuestion } from './draft-question.ts';

interface Asked {
  readonly id: string;
  readonly text: Localised;
  readonly shape?: AnswerShape;
  readonly sentence?: Sentence | null;
}

const untranslated: Localised = { nl: 'nog te vertalen', en: 'to be translated' };

/** Writes a draft and keeps the questions it leaves. What the statement says comes with its sentence; what it does not is asked. */
export class DraftWriter {
  readonly questions: DraftQuestion[] = [];
  readonly language: Language;
  private readonly answers: Answers;
  private readonly ids = new Set<string>();

  constructor(language: Language, answers: Answers) {
    this.language = language;
    this.answers = answers;
  }

  /** The answer to a question; null, and it is asked, when there is none. */
  ask({ id, text, shape = { kind: 'text' }, sentence = null }: Asked): string | null {
    const question: DraftQuestion = { id, text, shape, sentence: sentence?.text ?? null };
    const answer = this.answers.get(id);
    if (answer !== undefined && answerFault(question, answer) === null) return answer.trim();
    this.questions.push(question);
    return null;
  }

  /** A text in both languages of which the statement has one. */
  inOurLanguage(text: string): string {
    const other: Language = this.language === 'nl' ? 'en' : 'nl';
    return this.written({ ...untranslated, [this.language]: oneLine(text), [other]: untranslated[other] });
  }

  /** The same words in both languages: names, and what a person answered. */
  inBoth(text: string): string {
    return this.written({ nl: oneLine(text), en: oneLine(text) });
  }

  get undecided(): string {
    return undecided[this.language];
  }

  get undecidedInBoth(): string {
    return this.written(undecided);
  }

  /** Where something was read, as a comment. */
  from(sentence: Sentence): string {
    const { file, line } = sentence.place;
    return yamlComment(`${file}:${line} “${shortened(sentence.text)}”`);
  }

  /** Marks what a person must decide. */
  decide(text: Localised): string {
    return yamlComment(`${this.language === 'nl' ? 'beslis' : 'decide'}: ${text[this.language]}`);
  }

  /** An id of small letters, digits and hyphens that no other entry has. */
  id(text: string, fallback: string): string {
    const slug = text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/^(?:de|het|een|onze|the|our|your|uw|je|an|a)\s+/u, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 40)
      .replace(/-[^-]*$/, (end, at: number) => (text.length > 40 && at > 10 ? '' : end));
    const base = slug === '' ? fallback : slug;
    let id = base;
    for (let n = 2; this.ids.has(id); n++) id = `${base}-${n}`;
    this.ids.add(id);
    return id;
  }

  private written({ nl, en }: Localised): string {
    return `{ nl: ${JSON.stringify(nl)}, en: ${JSON.stringify(en)} }`;
  }
}

export function shortened(text: string): string {
  return text.length <= 180 ? text : `${text.slice(0, 177).trimEnd()}…`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
