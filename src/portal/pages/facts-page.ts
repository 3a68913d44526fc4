import { html } from 'hono/html';
import type { IdentityKind } from '../../domain/identity.ts';
import type { Language } from '../../domain/language.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';

export interface FactsForm {
  readonly reference: string;
  readonly token: string;
  readonly kinds: readonly IdentityKind[];
  readonly wrong: boolean;
}

/** The field of a kind of fact. */
export function factField(kind: IdentityKind): string {
  return `fact-${kind}`;
}

/** Where somebody gives facts that only they know. What was typed is not shown again: which of it was wrong is told to nobody. */
export function factsPage(language: Language, { reference, token, kinds, wrong }: FactsForm): Html {
  const say = messages[language].facts;
  const described = wrong ? html` aria-describedby="facts-error"` : '';
  const fields = kinds.map(
    (kind) => html`<div class="field"><label for="${factField(kind)}">${say.kinds[kind]}</label>
<input id="${factField(kind)}" name="${factField(kind)}" type="text" autocomplete="off" maxlength="100"${described}></div>`,
  );
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title}</h1><p class="lede">${say.intro}</p></header>
${wrong ? html`<p class="error" id="facts-error" role="alert">${say.wrong}</p>` : ''}
<form class="form" method="post" action="${address(language, `/request/${encodeURIComponent(reference)}/facts`)}" novalidate>
<input type="hidden" name="t" value="${token}">
${fields}
<p class="form-note">${messages[language].request.noDocuments}</p>
<p><button class="button" type="submit">${say.submit}</button></p>
</form>
</div>`;
}
