import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { stylesheet } from '../../portal/assets.ts';

type Description = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Content } | undefined>
  >;
}
type Content = Readonly<Record<string, { readonly schema?: unknown } | undefined>>;

/** The description of the API for people, from the same document that programs read; without scripts. */
export function docsPage(
  description: Description,
  { origins }: { readonly origins: readonly string[] },
): Html {
  const { info, paths = {}, components } = description;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item?.[method] as Operation | undefined;
      return operation === undefined ? [] : [{ path, method: method.toUpperCase(), operation }];
    }),
  );
  const schemas = Object.entries((components?.schemas ?? {}) as Readonly<Record<string, unknown>>);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: API</title>
<link rel="stylesheet" href="${stylesheet.path}">
</head>
<body>
<main id="content" class="site-width">
<header class="page-head"><h1>${info.title}: API</h1><p class="lede">${info.description}</p></header>
<p>For programs: <a href="v1/openapi.json">openapi.json</a> (OpenAPI 3.1). For JavaScript: <a href="v1/client.js">client.js</a>, one module without dependencies. Errors are problem details (RFC 9457). Pages of ${
    origins.length === 0 ? 'no other origin' : origins.join(', ')
  } may call from a browser.</p>
<nav aria-label="Calls"><ul>
${operations.map(({ path, method, operation }) => html`<li><a href="#${anchor(method, path)}">${method} ${path}</a>: ${operation.summary}</li>\n`)}</ul></nav>
${operations.map(({ path, method, operation }) => operationSection(method, path, operation))}
<h2>Schemas</h2>
${schemas.map(
  ([name, schema]) => html`<section><h3 id="schema-${name}">${name}</h3>
<pre tabindex="0" aria-label="${name}"><code>${JSON.stringify(schema, null, 2)}</code></pre></section>
`,
)}
</main>
</body>
</html>`;
}

function operationSection(method: string, path: string, operation: Operation): Html {
  const { summary, description, parameters = [], requestBody, responses, security = [] } = operation;
  const tokens = security.map((each) => Object.keys(each)[0] ?? 'none').join(' or ');
  return html`<section>
<h2 id="${anchor(method, path)}"><code>${method} ${path}</code></h2>
<p>${summary}. ${description}</p>
<ul>
${tokens === '' ? '' : html`<li>Token: ${tokens}</li>`}
${parameters.map((each) => html`<li>In the ${each.in}: <code>${each.name}</code></li>`)}
${requestBody === undefined ? '' : html`<li>Body: ${schemaLinks(requestBody.content)}</li>`}
${Object.entries(responses).map(([status, response]) => html`<li><strong>${status}</strong> ${response?.description} ${schemaLinks(response?.content)}</li>\n`)}</ul>
</section>
`;
}

function schemaLinks(content: Content = {}): readonly Html[] {
  return Object.values(content).flatMap((each) => {
    const reference = (each?.schema as { readonly $ref?: string } | undefined)?.$ref;
    const name = reference?.split('/').at(-1);
    return name === undefined ? [] : [html`<a href="#schema-${name}">${name}</a>`];
  });
}

function anchor(method: string, path: string): string {
  return `${method}${path.replaceAll(/[{}]/g, '').replaceAll('/', '-')}`.toLowerCase();
}
