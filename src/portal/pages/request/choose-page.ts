import { html } from 'hono/html';
import type { CaseKind } from '../../../domain/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { address } from '../../address.ts';
import { messages } from '../../messages/catalogue.ts';
import type { Html } from '../../page.ts';

const groups = {
  data: ['access', 'rectification', 'erasure', 'portability'],
  use: ['objection', 'withdrawal', 'restriction'],
  contact: ['question', 'security-information', 'complaint'],
} as const satisfies Readonly<Record<string, readonly CaseKind[]>>;

/** Everything somebody can ask, each in a few words; a link leads to the fields of that kind and no others. */
export function choosePage(language: Language): Html {
  const say = messages[language].request;
  const sections = Object.entries(groups).map(([group, kinds]) => {
    const links = kinds.map(
      (
        kind,
      ) => html`<li class="choice-link"><a href="${address(language, `/request/ask/${kind}`)}">${say.kinds[kind].name}</a>
<p class="hint">${say.kinds[kind].text}</p></li>`,
    );
    return html`<section aria-labelledby="group-${group}"><h2 id="group-${group}">${say.groups[group as keyof typeof groups]}</h2>
<ul class="choice-links">${links}</ul></section>`;
  });
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title}</h1><p class="lede">${say.intro}</p></header>
${sections}
<p class="form-note">${say.noDocuments}</p>
</div>`;
}
