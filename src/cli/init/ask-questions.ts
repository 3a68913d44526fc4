import { reasonText } from '../../catalog/classification/reason-text.ts';
import { linkReasonTexts, type MapProposal } from '../../catalog/proposal/map-proposal.ts';
import {
  confidenceOf,
  type OpenQuestion,
  openQuestions,
  settle,
} from '../../catalog/proposal/open-questions.ts';
import type { Language } from '../../domain/language.ts';
import type { Dialogue } from '../dialogue.ts';
import type { InitWords } from './words.ts';

export interface Asking {
  readonly dialogue: Dialogue;
  readonly words: InitWords;
  readonly language: Language;
  readonly say: (text: string) => void;
  /** Whether something is not in the policy yet. */
  readonly isNew: (at: string) => boolean;
}

/** The proposals with what a person said of them; what was skipped is as it was proposed, and to be decided. @throws Stopped */
export async function askQuestions(
  proposals: readonly MapProposal[],
  asking: Asking,
): Promise<readonly MapProposal[]> {
  const { words, say, isNew } = asking;
  const skipped = new Set<string>();
  let settled = proposals;
  // An answer can settle other questions too, so what is open is looked at again.
  const next = () => openQuestions(settled, isNew).find((question) => !skipped.has(keyOf(question)));
  const count = openQuestions(settled, isNew).length;
  say(count === 0 ? words.noQuestions : words.questions(count));
  for (let question = next(); question !== undefined; question = next()) {
    const answered = await askOne(question, settled, asking);
    if (answered === 'stop') return settled;
    if (answered === 'skip') skipped.add(keyOf(question));
    else settled = settled.map((each) => (each.source === answered.source ? answered : each));
  }
  return settled;
}

function keyOf(question: OpenQuestion): string {
  const { kind, source, table } = question;
  const rest =
    kind === 'subject'
      ? ''
      : kind === 'link'
        ? `${question.link.table} ${question.link.columns.join()}`
        : question.column;
  return [kind === 'link' || kind === 'subject' ? kind : 'column', source, table, rest].join('\0');
}

async function askOne(
  question: OpenQuestion,
  proposals: readonly MapProposal[],
  { dialogue, words, language, say }: Asking,
): Promise<MapProposal | 'skip' | 'stop'> {
  const proposal = proposals.find(({ source }) => source === question.source);
  if (proposal === undefined) return 'skip';
  const why = reasonsOf(question, language);
  say(`\n${words.question(question)}`);
  say(`${words.because}: ${why === '' ? '' : `${why} `}(${confidenceOf(question).toFixed(2)})`);
  for (;;) {
    const answer = await dialogue.ask(words.answer[question.kind](proposedAnswer(question)));
    if (answer === 'q') return 'stop';
    if (answer === 's') return 'skip';
    const settled = settle(proposal, question, answer);
    if ('proposal' in settled) return settled.proposal;
    say(words.objection[settled.objection]);
  }
}

function proposedAnswer(question: OpenQuestion): string {
  switch (question.kind) {
    case 'subject':
      return '';
    case 'link':
      return question.link.kind;
    case 'special':
    case 'column':
      return question.proposal.suggestion?.policy ?? 'not-personal';
  }
}

function reasonsOf(question: OpenQuestion, language: Language): string {
  switch (question.kind) {
    case 'subject':
      return question.subject.identities.map(({ kind, column }) => `${kind}: ${column}`).join('; ');
    case 'link':
      return question.link.reasons.map((reason) => linkReasonTexts[reason][language]).join('; ');
    case 'special':
    case 'column':
      return question.proposal.reasons.map((reason) => reasonText(reason, language)).join('; ');
  }
}
