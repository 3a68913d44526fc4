import type { Hit } from '../../concepts/text-search.ts';
import type { Sentence } from '../../reading/document.ts';
import { noticesToPeople } from '../breach-notices.ts';
import type { TextRule } from '../lint-rule.ts';
import { faultsAt, type LintedText, oncePerSentence } from '../linted-text.ts';

export const breachException: TextRule = {
  id: 'L28',
  severity: 'error',
  kind: 'misleading',
  law: '34(3); UAVG 41, 42',
  what: {
    nl: 'Bericht van een datalek kan wegblijven om een reden die de wet niet kent.',
    en: 'Notice of a breach can be left out for reasons the law does not know.',
  },
  advice: {
    nl: 'Gebruik alleen de gronden van art. 34 lid 3 (of UAVG 41).',
    en: 'Only the grounds of article 34(3) (or the national exceptions) apply.',
  },
  judge: (text) => {
    const leftOut = text.hitsWithout(
      'breach-left-out',
      'agreement-content',
      'access',
      'erase',
      'reader-reports',
    );
    const forItself = noticesToPeople(text).filter(({ sentence }) =>
      text.saysIn('notice-unless-it-hurts', sentence),
    );
    return faultsAt(
      oncePerSentence([...leftOut, ...forItself, ...takenBack(text)])
        .filter(({ sentence }) => isAboutBreaches(text, sentence) && !isOfProcessor(text, sentence))
        .filter(({ sentence }) => !text.saysIn('notice-whatever-it-costs', sentence))
        // "That goes into our register" leaves out nothing, whatever the question before it says.
        .filter(({ sentence }) => !text.saysIn('breach-register', sentence) || denies.test(sentence.text))
        // A reason of the law beside one of the organisation's own does not make that lawful.
        .filter(
          ({ sentence }) =>
            text.saysIn('breach-own-reasons', sentence) || !text.saysIn('breach-lawful-exception', sentence),
        ),
    );
  },
};

/** "You hear from us. Not if the owner objects": the notice of the sentence before. */
function takenBack(text: LintedText): readonly Hit[] {
  const notices = noticesToPeople(text).map(({ sentence }) => sentence);
  return text.hits('notice-left-out').filter(({ sentence }) => {
    const notice = notices.find(({ at, section }) => section === sentence.section && at === sentence.at - 1);
    if (notice === undefined) return false;
    // "If the risk is high, we tell you. If not, …" leaves out nothing that the law asks.
    return !(text.saysIn('notice-otherwise', sentence) && text.saysIn('breach-clear-threshold', notice));
  });
}

/** "They report a breach to us. They may not leave this out": who leaves it out is the processor of the sentence before. */
function isOfProcessor(text: LintedText, { at, section, text: words }: Sentence): boolean {
  const previous = text.document.sentences[at - 1];
  return (
    previous?.section === section && pronoun.test(words) && text.saysIn('breach-from-processor', previous)
  );
}

/** Answers to requests and terms of keeping have exceptions too: the sentence, what leads up to it or its headings tell of a breach. */
function isAboutBreaches(text: LintedText, { at, section, introduction, text: words }: Sentence): boolean {
  const { sentences, sections } = text.document;
  const before = sentences.slice(Math.max(0, at - 4), at).filter((each) => each.section === section);
  const titles = sections[section]?.titles ?? [];
  return mishap.test([...titles, introduction, ...before.map((each) => each.text), words].join(' '));
}

const mishap =
  /lek(?!ker)|inbreuk|incident|breach|leak|hack|stolen|gestolen|verlies|verloren|kwijt|\blost\b|\bloss\b|spill|mis ?ga|misg|fout|wrong|astray|escap|gets? out|op straat|verkeerde handen|intru|attack|aanval|inbraak|burgl|disclos|onbevoegd|unauthori/iu;

const pronoun = /^(?:it|they|zij|ze|hij|die)(?!\p{L})/iu;

const denies =
  /(?<!\p{L})(?:niets?|geen|nooit|tenzij|behalve|achterwege|alleen|slechts|not|no|never|nothing|unless|except|only|cannot)(?!\p{L})/iu;
