import type { Command } from 'commander';
import { type ExplainedName, explainName } from '../../app/explain-name.ts';
import { type ExplainedPerson, explainPerson } from '../../app/explain-person.ts';
import { erasureCounts } from '../../app/make-plan.ts';
import { GestandError } from '../../base/error.ts';
import type { Identity } from '../../domain/identity.ts';
import type { Language } from '../../domain/language.ts';
import { plausibleIdentities } from '../../domain/shown-identity.ts';
import { explanationWords } from '../../plan/explanation-words.ts';
import type { ErasureVerb } from '../../plan/words.ts';
import { candidateLines } from '../candidate-lines.ts';
import { language, projectCommand } from '../common-options.ts';
import { givenIdentities, type IdentityOptions, withIdentityOptions } from '../identity-options.ts';
import { type Installation, officerOf, openSources } from '../installation.ts';
import {
  type OutputOptions,
  type ProjectOptions,
  type Shell,
  show,
  table,
  withInstallation,
} from '../shell.ts';

interface ExplainOptions extends ProjectOptions, OutputOptions, IdentityOptions {
  readonly person?: string;
  readonly language: Language;
}

interface Words {
  readonly columns: readonly string[];
  readonly notPersonal: string;
  readonly access: Readonly<Record<'shown' | 'masked' | 'not-copied', string>>;
  readonly found: (rows: number, sources: number) => string;
  readonly nobody: string;
  readonly more: string;
  readonly knownAs: (identities: string) => string;
  readonly by: string;
  readonly carries: string;
  readonly hidden: string;
  readonly rights: Readonly<Record<'access' | 'erase', string>>;
  readonly effect: Readonly<Record<ErasureVerb, string>>;
  readonly nothingChanged: string;
}

const words: Readonly<Record<Language, Words>> = {
  nl: {
    columns: ['KOLOM', 'TYPE', 'GEGEVEN', 'BIJ INZAGE'],
    notPersonal: 'niet persoonlijk',
    access: { shown: 'in de kopie', masked: 'weggelaten', 'not-copied': 'in geen kopie' },
    found: (rows, sources) =>
      `Gevonden: ${rows} ${rows === 1 ? 'regel' : 'regels'} van deze persoon, in ${sources} ${sources === 1 ? 'bron' : 'bronnen'}.`,
    nobody: 'Niemand gevonden.',
    more: 'Geef nog iets waaraan deze persoon bekend is, bijvoorbeeld --customer-number.',
    knownAs: (identities) => `Bekend als: ${identities}.`,
    by: 'gevonden met',
    carries: 'heeft ook',
    hidden: 'De waarden staan alleen op een scherm, niet in een bestand.',
    rights: { access: 'Bij inzage', erase: 'Bij verwijdering' },
    effect: { delete: 'weg', redact: 'leeg', leave: 'los', release: 'verwijzing leeg', keep: 'bewaard' },
    nothingChanged: 'Er is niets gewijzigd en niets bewaard.',
  },
  en: {
    columns: ['COLUMN', 'TYPE', 'DATA', 'ON ACCESS'],
    notPersonal: 'not personal',
    access: { shown: 'in the copy', masked: 'left out', 'not-copied': 'in no copy' },
    found: (rows, sources) =>
      `Found: ${rows} ${rows === 1 ? 'row' : 'rows'} of this person, in ${sources} ${sources === 1 ? 'source' : 'sources'}.`,
    nobody: 'Nobody was found.',
    more: 'Give something more that this person is known by, such as --customer-number.',
    knownAs: (identities) => `Known as: ${identities}.`,
    by: 'found by',
    carries: 'also has',
    hidden: 'The values are shown on a screen only, not in a file.',
    rights: { access: 'On access', erase: 'On erasure' },
    effect: {
      delete: 'gone',
      redact: 'emptied',
      leave: 'detached',
      release: 'reference emptied',
      keep: 'kept',
    },
    nothingChanged: 'Nothing was changed and nothing was kept.',
  },
};

export function explainCommand(shell: Shell): Command {
  const command = projectCommand('explain', {
    description:
      'Says in sentences what a column or table is, why, whose, how long, and what happens to it on access and on erasure.\nWith --person, or by what they are known: where somebody is, how they were found, and what each right would do. Changes nothing.',
    examples: [
      ['explain customers.email', 'one column'],
      ['explain billing.invoices --language en', 'a table of one source, with its columns'],
      ['explain --person lotte.vandermeer@example.nl', 'somebody, in every source'],
      ['explain --customer-number K-1000011', 'the same, by another kind of identity'],
    ],
  })
    .argument('[name]', 'TABLE, TABLE.COLUMN, either with SOURCE. before it, or a SOURCE that goes by hand')
    .option('--person <identity>', 'whatever somebody is known by: each kind that it may be is looked for');
  return withIdentityOptions(command)
    .option('--language <nl|en>', 'in which the sentences are', language, 'nl')
    .option('--json', 'print it as JSON')
    .action((name: string | undefined, options: ExplainOptions) => run(shell, name, options));
}

async function run(shell: Shell, name: string | undefined, options: ExplainOptions): Promise<void> {
  const { person, language: spoken } = options;
  const exact = givenIdentities(options);
  const wanted = [name !== undefined, person !== undefined, exact.length > 0].filter(Boolean);
  if (wanted.length !== 1) {
    throw new GestandError(
      'bad-input',
      'Name one thing to be explained: gestand explain TABLE.COLUMN, gestand explain --person IDENTITY, or one or more of --email, --phone, --customer-number, --account-id and --plate.',
    );
  }
  await withInstallation(shell, options, async (installation) => {
    await using opened = openSources(installation);
    const { policy, clock } = installation;
    const context = { policy, sources: opened.sources, clock, actor: officerOf(installation) };
    if (name !== undefined) {
      shell.progress.step('Looking at the databases');
      const explained = await explainName(context, { name, language: spoken });
      show(shell, options, { json: nameJson(explained), lines: nameLines(explained, installation, spoken) });
      return;
    }
    shell.progress.step('Looking where this person is');
    const given = person === undefined ? exact : plausibleIdentities(person);
    const needed = person === undefined ? 'all' : 'any';
    const explained = await explainPerson(context, { given, needed, language: spoken });
    const shown = shell.terminal.screen;
    if (explained.kind === 'ask') shell.exitCode = 1;
    show(shell, options, { json: personJson(explained), lines: personLines(explained, { spoken, shown }) });
  });
}

function nameLines(
  { fullName, facts, column, sentences }: ExplainedName,
  { policy }: Installation,
  spoken: Language,
): readonly string[] {
  const say = words[spoken];
  const told = [fullName, '', ...sentences.map((sentence) => `- ${sentence}`)];
  if (facts === null || column !== null) return told;
  const category = (id: string | null) =>
    id === null ? say.notPersonal : (policy.categories.get(id)?.name[spoken] ?? id);
  const rows = facts.columns.map((each) => [
    each.name,
    each.type,
    category(each.category),
    say.access[each.access],
  ]);
  return [...told, '', ...table([say.columns, ...rows])];
}

function nameJson({ named, facts, column, sentences }: ExplainedName): object {
  return { ...named, mapped: facts !== null || named.table === '', sentences, facts: column ?? facts };
}

function personLines(
  explained: ExplainedPerson,
  { spoken, shown }: { readonly spoken: Language; readonly shown: boolean },
): readonly string[] {
  const say = words[spoken];
  if (explained.kind === 'ask') {
    const entries = explained.candidates.map((rows, i) => ({ title: `${i + 1}.`, rows }));
    return [...candidateLines(entries, { language: spoken, shown }), '', say.more];
  }
  const { identities, rows, found, rights } = explained;
  if (rows.length === 0) return [say.nobody];
  const named = (several: readonly Identity[]) =>
    several.length === 0
      ? ''
      : explanationWords[spoken].list(
          several.map(({ kind, value }) => {
            const what = explanationWords[spoken].identity[kind];
            return shown ? `${what} ${value}` : what;
          }),
        );
  const sources = new Set(rows.map(({ source }) => source));
  return [
    say.found(rows.length, sources.size),
    say.knownAs(named(identities)),
    '',
    ...found,
    '',
    ...table(
      rows.map(({ source, table: place, by, carries }) => [
        `${source}.${place}`,
        `${say.by} ${named(by)}`,
        carries.length === 0 ? '' : `${say.carries} ${named(carries)}`,
      ]),
    ),
    ...(['access', 'erase'] as const).flatMap((kind) => [
      '',
      `${say.rights[kind]}:`,
      ...rights[kind].sentences.map((sentence) => `- ${sentence}`),
      '',
      ...table(
        rights[kind].counts
          .filter((count) => count.rows > 0)
          .map((count) => [
            `  ${count.source}.${count.table}`,
            String(count.rows),
            erasureCounts([count])
              .map(({ effect }) => say.effect[effect])
              .join(''),
          ]),
      ),
    ]),
    '',
    ...(shown ? [] : [say.hidden]),
    say.nothingChanged,
  ];
}

// Whom it is about stays out: this may end in a file.
function personJson(explained: ExplainedPerson): object {
  const kinds = (several: readonly Identity[]) => several.map(({ kind }) => kind);
  if (explained.kind === 'ask')
    return {
      candidates: explained.candidates.map((rows) =>
        rows.map(({ source, table: place }) => ({ source, table: place })),
      ),
    };
  const { identities, rows, rights } = explained;
  return {
    identities: kinds(identities),
    rows: rows.map(({ source, table: place, step, by, carries }) => ({
      source,
      table: place,
      step,
      by: by.map(({ kind, from }) => ({ kind, from })),
      carries: kinds(carries),
    })),
    access: rights.access,
    erase: rights.erase,
  };
}
