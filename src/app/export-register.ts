import type { Language } from '../domain/language.ts';
import { registerJsonLd } from '../policy/dpv/register-json-ld.ts';
import { registerCsv, registerJson, registerText } from '../report/register/register-document.ts';
import { compileOrRefuse, type WrittenFile } from './load-policy.ts';

/** `jsonld`: the Data Privacy Vocabulary. JSON and JSON-LD hold both languages. */
export const registerFormats = ['text', 'csv', 'json', 'jsonld'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

export interface RegisterWish {
  readonly policy: WrittenFile;
  readonly format: RegisterFormat;
  readonly language: Language;
}

/**
 * The register of processing activities of GDPR art. 30(1), from the policy alone: what it holds is what the plans are made
 * of. Needs no database; changes nothing.
 *
 * @throws GestandError `bad-configuration` with every mistake in the policy.
 */
export function exportRegister({ policy: written, format, language }: RegisterWish): string {
  const { policy } = compileOrRefuse(written);
  switch (format) {
    case 'text':
      return `${registerText(policy, language).join('\n')}\n`;
    case 'csv':
      return registerCsv(policy, language);
    case 'json':
      return `${JSON.stringify(registerJson(policy), null, 2)}\n`;
    case 'jsonld':
      return `${JSON.stringify(registerJsonLd(policy), null, 2)}\n`;
  }
}
