import type { JsonLdDocument } from '../../src/policy/dpv/json-ld.ts';

/** Every name of a vocabulary that a document uses: as a property, as a type, or as a thing referred to. */
export function termsIn(document: JsonLdDocument): ReadonlySet<string> {
  const prefixes = new Set(Object.keys(document['@context']));
  const terms = new Set<string>();
  const take = (text: unknown): void => {
    if (typeof text === 'string' && prefixes.has(text.split(':')[0] ?? '')) terms.add(text);
  };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const inner of value) walk(inner);
      return;
    }
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === '@id') take(inner);
      else if (key === '@type') for (const type of [inner].flat()) take(type);
      else if (!key.startsWith('@')) {
        // A property without a prefix of the context would be dropped by whoever reads the document.
        terms.add(key);
        walk(inner);
      }
    }
  };
  walk(document['@graph']);
  return terms;
}

/** What the nodes refer to within the document, and no node is. */
export function danglingReferences(document: JsonLdDocument): readonly string[] {
  const text = JSON.stringify(document['@graph']);
  const named = new Set<string>();
  const referred = new Set<string>();
  JSON.parse(text, function (this: unknown, _key, value: unknown) {
    if (value !== null && typeof value === 'object' && '@id' in value) {
      const id = String(value['@id']);
      (Object.keys(value).length === 1 ? referred : named).add(id);
    }
    return value;
  });
  return [...referred].filter((id) => /^https?:/.test(id) && !named.has(id));
}

/** Terms of the vocabularies beside DPV, each looked up in its own: RDF, XML Schema, SKOS, Dublin Core, DCAT, CSVW. */
export const otherTerms: ReadonlySet<string> = new Set(
  `skos:prefLabel skos:altLabel skos:scopeNote skos:notation xsd:date xsd:duration dct:identifier dct:title dct:valid dct:format
   dcat:Dataset csvw:TableGroup csvw:Table csvw:Schema csvw:Column csvw:ForeignKey csvw:TableReference csvw:table
   csvw:tableSchema csvw:column csvw:name csvw:required csvw:primaryKey csvw:foreignKey csvw:columnReference
   csvw:reference csvw:resource csvw:null`.split(/\s+/),
);
