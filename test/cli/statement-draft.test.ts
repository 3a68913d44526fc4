import { mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { heardTerminal } from '../support/heard-terminal.ts';

const practice = `# Privacyverklaring Tandartspraktijk De Molen

Tandartspraktijk De Molen, Molenweg 14 te Zutphen, KvK 12345678, is verantwoordelijk voor uw gegevens; onze praktijkmanager Els de Wit is het aanspreekpunt voor privacy, bereikbaar via els@demolen.example en 0575 123456.

## Welke gegevens

Wij bewaren uw naam, adres, geboortedatum, röntgenfoto's, behandelaantekeningen en rekeningnummer.

## Waarvoor

Wij gebruiken uw gegevens om afspraken te maken, rekeningen te sturen en u te herinneren.

## Wie ontvangt gegevens

Wij delen gegevens met uw verzekeraar, een laboratorium in het Verenigd Koninkrijk en onze boekhouder.

## Hoe lang

Camerabeelden wissen wij na vier weken. Facturen bewaren wij zeven jaar.
`;

/** What is drafted from a text: the policy, what is said, and where it was written. */
async function drafted(text: string, answers?: string) {
  using made = mkdtempDisposableSync(join(tmpdir(), 'gestand-draft-'));
  const [file, given, out] = ['statement.md', 'answers.yaml', 'out'].map((name) => join(made.path, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, text);
  if (answers !== undefined) writeFileSync(given, answers);
  const terminal = heardTerminal();
  const more = answers === undefined ? [] : ['--answers', given];
  const code = await runProgram(['statement', 'read', file, '--out', out, ...more], terminal);
  const written = (name: string) => (code === 0 ? readFileSync(join(out, name), 'utf8') : '');
  return {
    code,
    err: terminal.heard.err,
    policy: written('policy.yaml'),
    decisions: written('DECISIONS.md'),
  };
}

describe('a policy drafted from a statement', () => {
  it('gives a recipient the country that stands with it, and not that of the next', async () => {
    const { policy } = await drafted(practice);
    expect(policy).toMatch(/verzekeraar:\n(?: {2}#.*\n)*? {2}# {3}country: …/);
    expect(policy).toMatch(/laboratorium:\n(?: {2}#.*\n)*? {2}# {3}country: GB/);
  });

  it('knows pictures and notes of a treatment for data on health', async () => {
    const { policy } = await drafted(practice);
    expect(policy).toContain('name: { nl: "Röntgenfoto\'s, behandelaantekeningen"');
    expect(policy).toMatch(/^ {2}health: .*special: true/m);
    const english = await drafted(
      '# Privacy notice\n\nThis privacy notice says what our practice does with the personal data of its patients, why it uses those data, and which rights you have under the GDPR.\n\n## What we record\n\nWe record your name, your address, X-rays and treatment notes.\n',
    );
    expect(english.policy).toMatch(/^ {2}health: \{ name: .*X-rays, treatment notes.*special: true/m);
  });

  it('names a term by what is kept, also where the verb comes first', async () => {
    const { decisions } = await drafted(practice);
    expect(decisions).toContain('`retention.camerabeelden.event`');
    expect(decisions).toContain('`retention.facturen.event`');
  });

  it('takes the address, and of a sentence that tells everything only whom to ask', async () => {
    const { policy } = await drafted(practice);
    expect(policy).toContain('address: Molenweg 14 te Zutphen');
    expect(policy).toContain(
      'contactPoint: { nl: "Onze praktijkmanager Els de Wit is het aanspreekpunt voor privacy, bereikbaar via',
    );
  });

  it('asks for one or more of a list without a mark that means nothing', async () => {
    const answers = 'purposes.afspraken-te-maken: { basis: contract, ground: de behandeling }\n';
    const { decisions } = await drafted(practice, answers);
    expect(decisions).toContain('voor welke doelen? (afspraken-te-maken)');
    expect(decisions).not.toContain('(, )');
  });
});

describe('answers to the questions of a draft', () => {
  it('are taken together, in any order: a ground with its basis, and the purpose with a recipient', async () => {
    const answers = `
recipients.boekhouder: { purposes: [rekeningen-te-sturen, afspraken-te-maken], country: NL, role: controller }
purposes.rekeningen-te-sturen: { ground: de behandeling, basis: contract }
purposes.afspraken-te-maken: { ground: de behandeling, basis: contract }
`;
    const { code, policy } = await drafted(practice, answers);
    expect(code).toBe(0);
    expect(policy).toMatch(/^ {4}purposes: \[rekeningen-te-sturen, afspraken-te-maken\]$/m);
  });

  it('are refused with everything that is wrong, and what one waits for', async () => {
    const answers = `
bookYearEnd: never
automatedDecisions: ""
recipients.boekhouder.purposes: [afspraken-te-maken, u-te-herinneren]
purposes.afspraken-te-maken: { basis: contract, ground: de behandeling }
purposes.u-te-herinneren.ground: ons belang
controller.shoeSize: 42
`;
    const { code, err } = await drafted(practice, answers);
    expect(code).toBe(2);
    expect(err).toContain('The answer to bookYearEnd cannot be used. Write 12-31.');
    expect(err).toContain('The answer to automatedDecisions is empty. Write a text.');
    expect(err).toContain(
      'The answer to purposes.u-te-herinneren.ground is only asked when purposes.u-te-herinneren.basis is answered.',
    );
    expect(err).toContain(
      'The answer to recipients.boekhouder.purposes cannot be used yet: u-te-herinneren waits for an answer to purposes.u-te-herinneren.basis.',
    );
    expect(err).toContain('controller.shoeSize, which is no question of this statement');
  });
});
