import { mkdirSync, mkdtempDisposableSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runProgram } from '../../src/cli/run-program.ts';
import { compilePolicy } from '../../src/policy/compile-policy.ts';
import { heardTerminal } from '../support/heard-terminal.ts';
import { emptyDatabase } from '../support/test-database.ts';
import { gestand } from './gestand.ts';

const corpus = join(import.meta.dirname, '../statement-corpus');
const statements = ['development', 'blind', 'blind-4'].flatMap((part) =>
  readdirSync(join(corpus, part))
    .filter((name) => !name.endsWith('.yaml'))
    .map((name) => join(corpus, part, name)),
);
const good = join(corpus, 'development/woningcorporatie.nl.txt');
const bad = join(corpus, 'development/gym.en.txt');

async function run(...args: readonly string[]) {
  const terminal = heardTerminal();
  const code = await runProgram(['statement', ...args], terminal);
  return { code, out: terminal.heard.out, err: terminal.heard.err };
}

function folder() {
  return mkdtempDisposableSync(join(tmpdir(), 'gestand-statement-'));
}

describe('statement lint', () => {
  it('names the place, the rule, the article, the fault and the advice', async () => {
    const { code, out } = await run('lint', bad);
    expect(code).toBe(1);
    expect(out).toContain(
      `${bad}:19:121 error L01 (44-46; C-311/18): The statement relies on Privacy Shield.`,
    );
    expect(out).toContain('“IronHarbour adheres to the principles');
    expect(out).toContain('→ Privacy Shield has been invalid since 16 July 2020.');
    expect(out).toContain('not judged without --policy: L47, L48, L50, L51, L52');
  });

  it.each(['nl', 'en'])('has nothing to say about our own statement in %s', async (language) => {
    const file = join(import.meta.dirname, `../../examples/carconnect/statement.${language}.md`);
    const { code, out } = await run('lint', file);
    expect(out).toContain('0 errors, 0 warnings, 0 advice');
    expect(code).toBe(0);
  });

  it('ends well when there is no error, and speaks the language that is asked', async () => {
    const { code, out } = await run('lint', good, '--language', 'en');
    expect(code).toBe(0);
    expect(out).toContain('People are promised timely notice of a breach.');
    expect((await run('lint', good)).out).toContain('Er is een tijdig bericht bij een datalek beloofd.');
  });

  it('has every finding for a program, and for code scanning', async () => {
    const { findings, ...rest } = JSON.parse((await run('lint', bad, '--json')).out);
    expect(rest).toMatchObject({ format: 1, language: 'en', notJudged: ['L47', 'L48', 'L50', 'L51', 'L52'] });
    expect(findings[0]).toMatchObject({
      severity: expect.any(String),
      code: expect.stringMatching(/^L\d\d$/),
      law: expect.any(String),
      kind: expect.any(String),
    });
    const [{ tool, results }] = JSON.parse((await run('lint', bad, '--sarif')).out).runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('L01');
    expect(results).toHaveLength(findings.length);
  });

  it.each(['nl', 'en'])('is silent on our own example in %s, also against its policy', async (language) => {
    const { code, out } = await run('lint', `examples/carconnect/statement.${language}.md`);
    expect({ code, out }).toEqual({ code: 0, out: '0 errors, 0 warnings, 0 advice\n' });
  });

  it('compares with a policy: what it has and the text does not', async () => {
    const { out } = await run('lint', good, '--policy', 'examples/carconnect/policy.yaml');
    expect(out).toContain('L47');
    expect(out).toContain('L50');
    expect(out).toContain('L51');
    expect(out).not.toContain('not judged');
  });

  it.each([
    ['empty.txt', '', 'holds no text'],
    [
      'cake.md',
      'Beat the eggs with the sugar until they are white, and bake it for an hour.',
      'hardly speaks of personal data',
    ],
    [
      'daten.txt',
      'Wir verarbeiten Ihre Daten nicht für die Werbung und werden sie nicht mit der Post senden.',
      'another language',
    ],
    ['a.pdf', '%PDF-1.7 …', 'is not a text'],
  ])('refuses %s, and says why', async (name, text, why) => {
    using made = folder();
    writeFileSync(join(made.path, name), text);
    const { code, err, out } = await run('lint', join(made.path, name));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
  });

  it('reads UTF-16 and old encodings as what they say', async () => {
    using made = folder();
    const text = readFileSync(good, 'utf8');
    const [wide, old] = [join(made.path, 'wide.txt'), join(made.path, 'old.txt')];
    writeFileSync(wide, Buffer.from(`\ufeff${text}`, 'utf16le'));
    writeFileSync(old, Buffer.from(text, 'latin1'));
    const said = (await run('lint', good)).out.replaceAll(good, 'FILE');
    expect((await run('lint', wide)).out.replaceAll(wide, 'FILE')).toBe(said);
    expect((await run('lint', old)).out.replaceAll(old, 'FILE')).toBe(said);
  });

  it('reads a file that nobody would write', async () => {
    using made = folder();
    const file = join(made.path, 'long.txt');
    writeFileSync(file, 'Wij bewaren uw gegevens en privacy '.repeat(60_000));
    expect((await run('lint', file)).code).toBe(1);
  }, 120_000);

  it('says that a file is not there', async () => {
    expect(await run('lint', 'no-such.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be read'),
    });
  });
});

interface Question {
  readonly id: string;
  readonly answer: string;
}

describe('statement read', () => {
  it('names each promise with its sentence, its period and how sure that is', async () => {
    const { code, out } = await run('read', good);
    expect(code).toBe(0);
    expect(out).toContain(
      'D01 Een datalek met risico melden wij binnen 72 uur aan de Autoriteit Persoonsgegevens.',
    );
    expect(out).toMatch(/woningcorporatie\.nl\.txt:\d+:5 0\.\d\d PT72H \(.*\) “Een datalek met een risico/);
    expect(out).toContain('other\n');
  });

  it.each(statements)(
    '%s: drafts a policy that compiles, and one that the check accepts when all is answered',
    async (file) => {
      using made = folder();
      const home = process.cwd();
      const open = join(made.path, 'open');
      mkdirSync(open);
      expect((await run('read', file, '--out', open)).code).toBe(0);
      const draft = readFileSync(join(open, 'policy.yaml'), 'utf8');
      expect(compilePolicy('policy.yaml', draft).policy).not.toBeNull();
      expect(draft).toMatch(/# (beslis|decide): /);
      const answers = await answerAll(file, made.path);
      const done = join(made.path, 'done');
      const { out } = await run('read', file, '--out', done, '--answers', answers);
      expect(out).toContain('No questions are open.');
      expect(readdirSync(done)).not.toContain('DECISIONS.md');
      const terminal = heardTerminal();
      expect(
        await runProgram(['check', '--no-sources', '--policy', join(done, 'policy.yaml')], terminal),
        terminal.heard.out,
      ).toBe(0);
      expect(process.cwd()).toBe(home);
    },
    60_000,
  );

  it('overwrites no draft that is there', async () => {
    using made = folder();
    const out = join(made.path, 'draft');
    expect((await run('read', good, '--out', out)).code).toBe(0);
    const before = readFileSync(join(out, 'policy.yaml'), 'utf8');
    const again = await run('read', good, '--out', out);
    expect(again.code).not.toBe(0);
    expect(again.err).toContain('policy.yaml is there already, and nothing was written. Name another folder');
    expect(readFileSync(join(out, 'policy.yaml'), 'utf8')).toBe(before);
  });

  it('with the tables of a database added, the drafted policy is accepted by the whole check', async () => {
    using made = folder();
    await using database = await emptyDatabase();
    await withTenants(database.url);
    const done = join(made.path, 'done');
    await run('read', good, '--out', done, '--answers', await answerAll(good, made.path));
    const place = { folder: done, environment: { HOME: made.path, RENT_URL: database.url } };
    expect(await gestand(['init', '--source', `rent=${database.url}`, '--yes'], place)).toMatchObject({
      code: 0,
    });
    const checked = await gestand(['check', '--json'], place);
    expect(JSON.parse(checked.out), checked.out).toMatchObject({ errors: 0, sources: ['rent'] });
    expect(checked.code).toBe(0);
  }, 120_000);

  it('writes nothing over what is there', async () => {
    using made = folder();
    writeFileSync(join(made.path, 'policy.yaml'), 'mine');
    expect((await run('read', good, '--out', made.path)).code).toBe(5);
    expect(readdirSync(made.path)).toEqual(['policy.yaml']);
  });

  it.each([
    ['controller.shoeSize: 42', 'which is no question of this statement'],
    ['bookYearEnd: never', 'The answer to bookYearEnd cannot be used. Write 12-31.'],
    ['just words', 'holds no answers'],
  ])('refuses the answers "%s" whole', async (answers, why) => {
    using made = folder();
    const file = join(made.path, 'answers.yaml');
    writeFileSync(file, answers);
    const { code, err } = await run('read', good, '--answers', file, '--out', join(made.path, 'out'));
    expect(code).toBe(2);
    expect(err).toContain(why);
    expect(readdirSync(made.path)).toEqual(['answers.yaml']);
  });
});

async function withTenants(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create table tenant (id bigint primary key, email text not null unique, full_name text not null, birth_date date);
    create table payment (
      id bigint primary key,
      tenant_id bigint not null references tenant,
      iban text not null,
      amount_cents int not null,
      paid_on date not null
    );
    create index on payment (tenant_id);
    insert into tenant values (1, 'a.kuiper@mail.example', 'Anna Kuiper', '1980-02-03');
    insert into payment values (1, 1, 'NL02ABNA0123456789', 61250, '2026-10-01');
  `);
  await client.end();
}

/** Answers every question, and those that follow from the answers. */
async function answerAll(file: string, path: string): Promise<string> {
  const answers: Record<string, string> = {};
  const written = join(path, 'answers.yaml');
  for (let round = 0; round < 5; round++) {
    writeFileSync(written, stringify(answers));
    const more = Object.keys(answers).length === 0 ? [] : ['--answers', written];
    const { questions } = JSON.parse((await run('read', file, '--json', ...more)).out) as {
      questions: readonly Question[];
    };
    if (questions.length === 0) break;
    for (const { id, answer } of questions) answers[id] = answerTo(id, answer);
  }
  return written;
}

/** The first of the options, the example, or any text. */
function answerTo(id: string, wanted: string): string {
  if (id.endsWith('.country')) return id.includes('google') ? 'US' : 'NL';
  if (id.endsWith('.transfer')) return 'SCC';
  if (wanted === '') return 'Een antwoord';
  return wanted.split(/ \| |, /)[0]?.replace(/ \(.*$/, '') ?? '';
}
