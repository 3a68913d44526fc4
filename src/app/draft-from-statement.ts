import { GestandError } from '../base/error.ts';
import { draftPolicy } from '../catalog/statement-draft/draft-policy.ts';
import {
  type Answers,
  answerFault,
  type DraftQuestion,
  listOf,
} from '../catalog/statement-draft/draft-question.ts';
import { draftStatement } from '../catalog/statement-draft/draft-statement.ts';
import { questionsText } from '../catalog/statement-draft/questions-text.ts';
import { suggestName } from '../policy/nearest-name.ts';
import { type ReadStatement, readStatement } from '../statement/promised/read-statement.ts';
import type { FileChange } from './propose-files.ts';
import { readStatementFile, type StatementFile } from './read-statement-file.ts';

export interface DraftFromStatement {
  readonly read: ReadStatement;
  readonly policy: string;
  readonly statement: string;
  /** What nobody answered yet. */
  readonly questions: readonly DraftQuestion[];
}

/**
 * What a statement promises, and a first policy and statement from it.
 *
 * @throws GestandError as `readStatementFile` does.
 */
export function draftFromStatement(file: StatementFile, answers: Answers): DraftFromStatement {
  const read = readStatement(readStatementFile(file).document);
  const { policy, questions } = draftPolicy(read, answers);
  return { read, policy, statement: draftStatement(read), questions };
}

/** Every question a statement leaves, also those that follow from answers that were given. */
export function refuseWrongAnswers(file: StatementFile, answers: Answers): void {
  const asked = new Map<string, DraftQuestion>();
  const right = new Map<string, string>();
  const known = () => `${asked.size} ${right.size}`;
  // An answer can bring another question, never more often than there are answers.
  for (let round = 0; round <= answers.size; round++) {
    const before = known();
    for (const question of draftFromStatement(file, right).questions) asked.set(question.id, question);
    for (const [id, answer] of answers) {
      const question = asked.get(id);
      if (question !== undefined && answerFault(question, answer) === null) right.set(id, answer);
    }
    if (known() === before) break;
  }
  const faults = [...answers].flatMap(([id, answer]) => {
    const fault = faultOf({ id, answer }, asked, answers);
    return fault === null ? [] : [fault];
  });
  if (faults.length > 0) throw new GestandError('bad-input', faults.join('\n'));
}

function faultOf(
  { id, answer }: { readonly id: string; readonly answer: string },
  asked: ReadonlyMap<string, DraftQuestion>,
  answers: Answers,
): string | null {
  const question = asked.get(id);
  if (question === undefined) {
    const first = waitsFor(id, asked, answers);
    return first === null
      ? `The answers hold ${id}, which is no question of this statement: ${suggestName(id, [...asked.keys()], 'question')}`
      : `The answer to ${id} is only asked when ${first} is answered.`;
  }
  const wanted = answerFault(question, answer);
  if (wanted === null) return null;
  if (question.shape.kind === 'choices') {
    const { options } = question.shape;
    const waiting = listOf(answer).flatMap((member) => {
      const first = options.includes(member) ? null : waitsFor(`purposes.${member}.`, asked, answers);
      return first === null ? [] : [`${member} waits for an answer to ${first}`];
    });
    if (waiting.length > 0) return `The answer to ${id} cannot be used yet: ${waiting.join('; ')}.`;
  }
  return wanted === ''
    ? `The answer to ${id} is empty. Write a text.`
    : `The answer to ${id} cannot be used. Write ${wanted}.`;
}

/** The question of the same entry that has no usable answer yet and on which this one hangs: a ground on its basis. */
function waitsFor(id: string, asked: ReadonlyMap<string, DraftQuestion>, answers: Answers): string | null {
  const entry = id.slice(0, id.lastIndexOf('.') + 1);
  if (entry === '' || entry.startsWith('controller.')) return null;
  return (
    [...asked.values()].find((question) => {
      const answer = answers.get(question.id);
      return (
        question.id.startsWith(entry) &&
        question.id !== id &&
        (answer === undefined || answerFault(question, answer) !== null)
      );
    })?.id ?? null
  );
}

/** The files of the draft, for a folder that has none of them. */
export function draftFiles({
  read,
  policy,
  statement,
  questions,
}: DraftFromStatement): readonly FileChange[] {
  const { language } = read.document;
  const change = (name: string, after: string): FileChange => ({ name, before: null, after });
  return [
    change('policy.yaml', policy),
    change(`statement.${language}.md`, statement),
    ...(questions.length === 0 ? [] : [change('DECISIONS.md', questionsText(questions, language))]),
  ];
}
