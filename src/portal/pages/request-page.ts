import { html } from 'hono/html';
import type { Language } from '../../domain/language.ts';
import { address } from '../address.ts';
import { messages } from '../messages/catalogue.ts';
import type { Html } from '../page.ts';
import type { FieldError, RequestField, RequestFields } from '../request-form.ts';

export interface RequestForm {
  readonly fields: RequestFields;
  readonly errors: readonly FieldError[];
}

/** The form with which a person asks. Errors stand beside their field and, all together, above the form. */
export function requestPage(language: Language, form: RequestForm): Html {
  const say = messages[language].request;
  return html`
<div class="narrow">
<header class="page-head"><h1>${say.title}</h1><p class="lede">${say.intro}</p></header>
${errorSummary(language, form.errors)}
<form class="form" method="post" action="${address(language, '/request')}" novalidate>
${kindChoice(language, form)}
${input(language, form, {
  field: 'email',
  name: 'email',
  label: say.email,
  hint: say.emailHint,
  attributes: html`type="email" autocomplete="email" required maxlength="254"`,
})}
${input(language, form, {
  field: 'customerNumber',
  name: 'customer-number',
  label: say.customerNumber,
  hint: say.customerNumberHint,
  attributes: html`type="text" autocomplete="off" maxlength="50"`,
})}
<p><button class="button" type="submit">${say.submit}</button></p>
<p class="form-note">${say.free}</p>
</form>
</div>`;
}

const kinds = ['access', 'erasure'] as const;

/** The element that a link in the summary goes to. */
const targets: Readonly<Record<RequestField, string>> = {
  kind: 'kind-access',
  email: 'email',
  customerNumber: 'customer-number',
};

function errorSummary(language: Language, errors: readonly FieldError[]): Html | '' {
  if (errors.length === 0) return '';
  const say = messages[language].request;
  const items = errors.map(
    ({ field, error }) => html`<li><a href="#${targets[field]}">${say.errors[error]}</a></li>`,
  );
  return html`<div class="error-summary" role="alert" aria-labelledby="error-summary"><h2 id="error-summary">${say.errorSummary}</h2><ul>${items}</ul></div>`;
}

function kindChoice(language: Language, { fields, errors }: RequestForm): Html {
  const say = messages[language].request;
  const error = errorText(language, errors, 'kind');
  const choices = kinds.map(
    (kind) => html`<div class="choice">
<input type="radio" id="kind-${kind}" name="kind" value="${kind}" required aria-describedby="kind-${kind}-text"${fields.kind === kind ? html` checked` : ''}>
<label for="kind-${kind}">${say.kinds[kind].name}</label>
<p class="hint" id="kind-${kind}-text">${say.kinds[kind].text}</p></div>`,
  );
  return html`<fieldset class="field${error === null ? '' : ' field-wrong'}"${error === null ? '' : html` aria-describedby="kind-error"`}>
<legend>${say.kind}</legend>
${error === null ? '' : html`<p class="error" id="kind-error">${error}</p>`}
${choices}</fieldset>`;
}

interface Input {
  readonly field: Exclude<RequestField, 'kind'>;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly attributes: Html;
}

function input(language: Language, { fields, errors }: RequestForm, wanted: Input): Html {
  const { field, name, label, hint, attributes } = wanted;
  const error = errorText(language, errors, field);
  const described = error === null ? `${name}-hint` : `${name}-hint ${name}-error`;
  return html`<div class="field${error === null ? '' : ' field-wrong'}">
<label for="${name}">${label}</label>
<p class="hint" id="${name}-hint">${hint}</p>
${error === null ? '' : html`<p class="error" id="${name}-error">${error}</p>`}
<input id="${name}" name="${name}" ${attributes} value="${fields[field]}" aria-describedby="${described}"${error === null ? '' : html` aria-invalid="true"`}>
</div>`;
}

function errorText(language: Language, errors: readonly FieldError[], field: RequestField): string | null {
  const found = errors.find((error) => error.field === field);
  return found === undefined ? null : messages[language].request.errors[found.error];
}
