import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../policy/policy.ts';
import { registerGaps } from '../../policy/register.ts';
import { byteOrderMark, csvLine } from '../package/csv.ts';
import { registerColumns, registerRows } from './register-rows.ts';
import { registerWords } from './register-words.ts';

/** For a spreadsheet: RFC 4180, UTF-8 with a mark that says so, formulas made harmless. */
export function registerCsv(policy: Policy, language: Language): string {
  const { columns } = registerWords[language];
  const lines = registerRows(policy, language).map((row) =>
    csvLine(
      registerColumns.map((column) => row[column].join('; ')),
      '',
    ),
  );
  const head = csvLine(
    registerColumns.map((column) => columns[column]),
    '',
  );
  return `${byteOrderMark}${head}${lines.join('')}`;
}

/** For a person to read: a block for each purpose, what is the same for all of them once; at the end what is missing. */
export function registerText(policy: Policy, language: Language): readonly string[] {
  const words = registerWords[language];
  const rows = registerRows(policy, language);
  const shared = new Set<string>(['controller', 'security']);
  const width = Math.max(...registerColumns.map((column) => words.columns[column].length));
  const line = (label: string, text: string) => `  ${label.padEnd(width)}  ${text}`.trimEnd();
  const block = (columns: readonly (typeof registerColumns)[number][], row: (typeof rows)[number]) =>
    columns.flatMap((column) => {
      const cells = row[column].length === 0 ? [words.none] : row[column];
      return cells.map((cell, index) => line(index === 0 ? words.columns[column] : '', cell));
    });
  const [first] = rows;
  const head =
    first === undefined
      ? []
      : block(
          registerColumns.filter((column) => shared.has(column)),
          first,
        );
  const own = registerColumns.filter((column) => !shared.has(column) && column !== 'purpose');
  const gaps = registerGaps(policy);
  return [
    words.title(policy.controller.legalName),
    '',
    ...head,
    ...rows.flatMap((row) => ['', row.purpose.join(''), ...block(own, row)]),
    ...(gaps.length === 0
      ? []
      : ['', words.gaps(gaps.length), ...gaps.map(({ message }) => `  ${message[language]}`)]),
  ];
}

/** For a program: every text in both languages, every id, and what is missing. */
export function registerJson(policy: Policy): object {
  const rows = { nl: registerRows(policy, 'nl'), en: registerRows(policy, 'en') };
  const activities = [...policy.purposes.values()].map(({ id, basis, marketing }, index) => ({
    purpose: id,
    basis,
    marketing,
    nl: rows.nl[index],
    en: rows.en[index],
  }));
  const gaps = registerGaps(policy).map(({ letter, purpose, message }) => ({ letter, purpose, message }));
  return { policyHash: policy.hash, controller: policy.controller, activities, gaps };
}
