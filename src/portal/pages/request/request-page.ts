import { html } from 'hono/html';
import type { RequestChoices } from '../../../app/portal-services.ts';
import type { CaseKind } from '../../../domain/case-file.ts';
import { asksNoProof } from '../../../law/identity-proofs.ts';
import { address } from '../../address.ts';
import { messages } from '../../messages/catalogue.ts';
import type { Html } from '../../page.ts';
import { type FormView, inputField } from './fields.ts';
import { representativePart } from './representative-part.ts';
import { wishFields } from './wish-fields.ts';

/** The form with which a person asks one thing. Errors stand beside their field and, all together, above the form. */
export function requestPage(kind: CaseKind, view: FormView, choices: RequestChoices): Html {
  const { language } = view;
  const say = messages[language].request;
  const { name, text } = say.kinds[kind];
  const unproven = asksNoProof(kind);
  return html`
<div class="narrow">
<header class="page-head"><h1>${name}</h1><p class="lede">${text}</p></header>
${errorSummary(view)}
<form class="form" method="post" action="${address(language, `/request/ask/${kind}`)}" novalidate>
${wishFields(kind, view, choices)}
${inputField(view, {
  name: 'email',
  label: say.email,
  hint: unproven ? say.replyHint : say.emailHint,
  attributes: html`type="email" autocomplete="email" required maxlength="254"`,
})}
${
  unproven
    ? ''
    : inputField(view, {
        name: 'customer-number',
        label: say.customerNumber,
        hint: say.customerNumberHint,
        attributes: html`type="text" autocomplete="off" maxlength="50"`,
      })
}
${unproven ? '' : representativePart(view)}
<p class="form-note">${say.noDocuments}</p>
<p><button class="button" type="submit">${say.submit}</button></p>
<p class="form-note">${say.free}</p>
</form>
<p class="form-note"><a href="${address(language, '/request')}">${say.back}</a></p>
</div>`;
}

function errorSummary({ language, errors }: FormView): Html | '' {
  if (errors.length === 0) return '';
  const say = messages[language].request;
  const items = errors.map(({ field, error }) => html`<li><a href="#${field}">${say.errors[error]}</a></li>`);
  return html`<div class="error-summary" role="alert" aria-labelledby="error-summary"><h2 id="error-summary">${say.errorSummary}</h2><ul>${items}</ul></div>`;
}
