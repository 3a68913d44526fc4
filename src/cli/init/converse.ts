import {
  type FilesWish,
  newIn,
  type ProposedFiles,
  policyName,
  proposeFiles,
} from '../../app/propose-files.ts';
import { proposeSources, type UnknownSource } from '../../app/propose-sources.ts';
import { GestandError } from '../../base/error.ts';
import type { LookedAt } from '../../catalog/proposal/merge-policy.ts';
import { connectionName } from '../../catalog/proposal/write-policy.ts';
import { loadConfig } from '../../config.ts';
import { isLanguage, type Language, languages } from '../../domain/language.ts';
import { type Dialogue, Stopped } from '../dialogue.ts';
import { proposalLines } from '../proposal-output.ts';
import type { Shell } from '../shell.ts';
import { askController } from './ask-facts.ts';
import { askQuestions } from './ask-questions.ts';
import { changeLines } from './change-lines.ts';
import { textIn, writeChanges } from './folder-files.ts';
import { policySources } from './policy-sources.ts';
import { kindOfAddress, sourceName } from './source-address.ts';
import { type InitWords, initWords, languageQuestion } from './words.ts';

interface Desk {
  readonly shell: Shell;
  readonly dialogue: Dialogue;
  readonly language: Language;
  readonly words: InitWords;
  readonly say: (text: string) => void;
  /** At values too. */
  readonly sample: boolean;
}

export interface ConverseOptions {
  readonly sample: boolean;
  readonly out: string | undefined;
  readonly language: Language | undefined;
}

/**
 * Asks for everything that `init` needs, a line at a time, and writes after a last yes. Where a policy is, its databases are
 * looked at and what is new is asked about. Whoever leaves before that yes leaves nothing behind.
 */
export async function converse(shell: Shell, options: ConverseOptions): Promise<void> {
  const { terminal, progress } = shell;
  using dialogue = terminal.converse();
  const say = (text: string): void => {
    progress.done();
    terminal.err(`${text}\n`);
  };
  let language: Language = options.language ?? 'en';
  try {
    language = options.language ?? (await askLanguage(dialogue));
    const words = initWords[language];
    say(words.welcome);
    await askAll({ shell, dialogue, language, words, say, sample: options.sample }, options);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    say(`\n${initWords[language].nothingWritten}`);
    shell.exitCode = interrupted;
  }
}

const interrupted = 130;

async function askAll(desk: Desk, { out }: ConverseOptions): Promise<void> {
  const { dialogue, language, words, say } = desk;
  const folder = out ?? ((await dialogue.ask(words.folder)) || '.');
  const existing = (name: string) => textIn(folder, name);
  const before = existing(policyName);
  const spoken = before === null ? await askStatementLanguages(desk) : languages;
  const sources = before === null ? await askSources(desk) : await lookAtPolicy(desk, before);
  const controller = before === null ? await askController(desk, spoken) : {};
  const connections = new Map(sources.map(({ look, setting }) => [look.catalog.source, setting]));
  const looks = sources.map(({ look }) => look);
  const wish: FilesWish = { looks, existing, languages: spoken, comments: language, connections, controller };
  const files = proposeFiles(await settled(desk, wish));
  say(`\n${changeLines(files, words).join('\n')}`);
  await confirmAndWrite(desk, folder, files);
}

async function settled({ dialogue, language, words, say }: Desk, wish: FilesWish): Promise<FilesWish> {
  const proposals = wish.looks.map(({ proposal }) => proposal);
  const { merged } = proposeFiles(wish);
  if (merged === null) say(`\n${proposalLines(proposals, language).join('\n')}`);
  const answered = await askQuestions(proposals, { dialogue, words, language, say, isNew: newIn(merged) });
  const looks = wish.looks.map((look, i) => ({ ...look, proposal: answered[i] ?? look.proposal }));
  return { ...wish, looks };
}

async function confirmAndWrite(
  { shell, dialogue, words, say }: Desk,
  folder: string,
  files: ProposedFiles,
): Promise<void> {
  if (files.changes.length === 0) return;
  const answer = (await dialogue.ask(`\n${words.confirm}`)).toLowerCase();
  if (!['ja', 'j', 'yes', 'y'].includes(answer)) {
    say(words.nothingWritten);
    shell.exitCode = 1;
    return;
  }
  shell.terminal.out(`${words.written(writeChanges(folder, files.changes).join(', '))}\n`);
}

async function askLanguage(dialogue: Dialogue): Promise<Language> {
  for (;;) {
    const answer = (await dialogue.ask(languageQuestion)).toLowerCase();
    if (answer === '') return 'nl';
    if (isLanguage(answer)) return answer;
  }
}

async function askStatementLanguages({ dialogue, words, say }: Desk): Promise<readonly Language[]> {
  for (;;) {
    const answer = (await dialogue.ask(words.statementLanguages)).toLowerCase();
    const named = answer.split(/[\s,]+/).filter((part) => part !== '');
    if (answer === '') return languages;
    if (named.every(isLanguage)) return languages.filter((each) => named.includes(each));
    say(words.badLanguages);
  }
}

interface Looked {
  readonly look: LookedAt;
  readonly setting: string;
}

async function askSources(desk: Desk): Promise<readonly Looked[]> {
  const { dialogue, words, say } = desk;
  const found: Looked[] = [];
  for (;;) {
    const id = await dialogue.ask(found.length === 0 ? words.sourceName : words.anotherSource);
    if (id === '' && found.length > 0) return found;
    if (!sourceName.test(id)) say(words.badSourceName);
    else if (found.some(({ look }) => look.catalog.source === id)) say(words.takenSourceName);
    else found.push(await askConnection(desk, id));
  }
}

/** Asked again until the database answers: a slip of the hand is found here, and not when everything else was told. */
async function askConnection(desk: Desk, id: string): Promise<Looked> {
  const { dialogue, words, say } = desk;
  const usual = connectionName(id);
  for (;;) {
    const answer = (await dialogue.askSecret(words.connection(id, usual))) || usual;
    try {
      const setting = /^[A-Z][A-Z0-9_]*$/.test(answer) ? answer : usual;
      const connectionString = setting === answer ? loadConfig().secretValue(setting) : answer;
      const kind = kindOfAddress(connectionString);
      if (kind === undefined) say(words.badConnection);
      else return await lookAt(desk, { id, kind, connectionString, setting });
    } catch (error) {
      if (!(error instanceof GestandError) || error.code === 'internal') throw error;
      say(error.message);
    }
  }
}

async function lookAt(
  { shell, words, say, sample }: Desk,
  source: UnknownSource & { readonly setting: string },
): Promise<Looked> {
  const [look] = await proposeSources([source], {
    sample,
    onProgress: (id) => shell.progress.step(words.looking(id)),
  });
  if (look === undefined) throw new GestandError('internal', 'A database that was looked at has no shape.');
  say(words.found(source.id, look.catalog.tables.length));
  return { look, setting: source.setting };
}

async function lookAtPolicy(desk: Desk, text: string): Promise<readonly Looked[]> {
  const looked: Looked[] = [];
  for (const source of policySources(text, loadConfig()))
    looked.push(await lookAt(desk, { ...source, setting: source.setting ?? connectionName(source.id) }));
  return looked;
}
