import type { Language } from '../domain/language.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { compileStatement } from '../statement/compile.ts';
import type { Statement } from '../statement/statement.ts';
import { readPolicyVersion } from '../store/policy-version.ts';
import {
  listStatementVersions,
  newestStatement,
  readStatementVersion,
  type StatementVersion,
} from '../store/statement-version.ts';
import type { StoreScope } from '../store/store.ts';
import type { StoreContext } from './context.ts';
import { permit } from './permissions.ts';
import type { PublishedStatement, VersionSummary } from './portal-services.ts';
import { dateOfVersion } from './publish-statement.ts';

const mostVersions = 1000;
const mostRemembered = 20;

/** Reads published statements. A version never changes, so what was read once is remembered. */
export interface StatementReader {
  newest(language: Language): Promise<PublishedStatement | null>;
  list(language: Language): Promise<readonly VersionSummary[]>;
  byNumber(language: Language, number: number): Promise<PublishedStatement | null>;
}

export function statementReader({ actor, store }: StoreContext): StatementReader {
  permit(actor, 'read-statement');
  const remembered = new Map<string, Statement>();
  const read = async (version: StatementVersion): Promise<Statement> => {
    const known = remembered.get(version.id);
    if (known !== undefined) return known;
    const statement = await restore(store, version);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(version.id, statement);
    return statement;
  };
  return {
    newest: async (language) => {
      const version = await newestStatement(store, language);
      return version === undefined ? null : { statement: await read(version), newest: true };
    },
    list: async (language) =>
      (await listStatementVersions(store, { language, limit: mostVersions })).map(
        ({ version, publishedAt, contentHash }) => ({
          number: Number(version),
          date: dateOfVersion(publishedAt),
          hash: contentHash,
        }),
      ),
    byNumber: async (language, number) => {
      const versions = await listStatementVersions(store, { language, limit: mostVersions });
      const found = versions.find(({ version }) => version === String(number));
      const version = found && (await readStatementVersion(store, found.id));
      if (version === undefined) return null;
      return { statement: await read(version), newest: version.id === versions[0]?.id };
    },
  };
}

/**
 * The statement as it was published: compiled again from its own text and its own policy, which brings back its
 * sections and promises. When that gives other words than were published, because Gestand compiles differently now,
 * the published words are shown as one piece: they are what holds.
 */
async function restore(store: StoreScope, version: StatementVersion): Promise<Statement> {
  const { language, markdown, contentHash } = version;
  const held = { number: Number(version.version), date: dateOfVersion(version.publishedAt) };
  const yaml = (await readPolicyVersion(store, version.policyHash))?.yaml;
  const policy = yaml === undefined ? null : compilePolicy('policy.yaml', yaml).policy;
  if (policy !== null) {
    const source = { file: `statement.${language}.md`, text: markdown, language, policy, version: held };
    const { statement } = compileStatement(source);
    if (statement?.hash === contentHash) return statement;
  }
  const { html, plainText: text } = version;
  const title = /^# (.+)$/m.exec(markdown)?.[1]?.trim() ?? '';
  return {
    language,
    version: held,
    title,
    sections: [{ id: 'lead', title: null, promiseIds: [], html, text }],
    bindings: [],
    html,
    text,
    hash: contentHash,
  };
}
