import { type Localised, languages } from '../../domain/language.ts';
import type { Controller } from '../policy.ts';
import type { DpvTerm } from './term.ts';
import { dpvNamespaces } from './terms.ts';

/** The vocabularies beside DPV: names and texts (SKOS, Dublin Core), and tables and columns (DCAT, CSVW). */
export const otherNamespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  csvw: 'http://www.w3.org/ns/csvw#',
  // Whose row it is has no term in any of them. See docs/register.md.
  gestand: 'urn:gestand:term:',
} as const;

/** A name of one of {@link otherNamespaces}. */
type OtherTerm = `${keyof typeof otherNamespaces}:${string}`;
export type Term = DpvTerm | OtherTerm;

export type JsonLdValue =
  | string
  | boolean
  | { readonly '@id': string }
  | { readonly '@value': string; readonly '@language': string }
  | { readonly '@value': string; readonly '@type': `xsd:${string}` }
  | JsonLdNode
  | readonly JsonLdValue[];

export interface JsonLdNode {
  readonly '@id'?: string;
  readonly '@type'?: Term | readonly Term[];
  readonly [key: Term]: JsonLdValue | undefined;
}

/** A JSON-LD 1.1 document. The order of its nodes says nothing; it is that of the policy. */
export interface JsonLdDocument {
  readonly '@context': Readonly<Record<string, string>>;
  readonly '@graph': readonly JsonLdNode[];
}

export function jsonLdDocument(nodes: readonly JsonLdNode[]): JsonLdDocument {
  return { '@context': { ...dpvNamespaces, ...otherNamespaces }, '@graph': nodes };
}

/** How the things of one organisation are named: under its own address, so that two registers can be read together. */
export function namesUnder({
  website,
}: Pick<Controller, 'website'>): (kind: string, ...id: string[]) => string {
  const base = website.replace(/#.*$/, '').replace(/\/*$/, '/');
  return (kind, ...id) => `${base}#${[kind, ...id].map(encodeURIComponent).join('/')}`;
}

export function reference(id: string): { readonly '@id': string } {
  return { '@id': id };
}

export function inBothLanguages(text: Localised): readonly JsonLdValue[] {
  return languages.map((language) => ({ '@value': text[language], '@language': language }));
}
