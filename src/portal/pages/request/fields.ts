import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import type { FieldError } from '../../form/form-error.ts';
import { type FormValues, fieldValue, fieldValues } from '../../form/form-values.ts';
import { messages } from '../../messages/catalogue.ts';
import type { Html } from '../../page.ts';

/** A form as it stands: what was typed, and what is wrong with it. */
export interface FormView {
  readonly language: Language;
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
}

interface Labelled {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
}

/** A field of one line. */
export function inputField(view: FormView, field: Labelled & { readonly attributes: Html }): Html {
  const { name, attributes } = field;
  return around(
    view,
    field,
    (aria) =>
      html`<input id="${name}" name="${name}" ${attributes} value="${fieldValue(view.values, name)}"${aria}>`,
  );
}

/** A field of several lines. */
export function textField(view: FormView, field: Labelled & { readonly longest: number }): Html {
  const { name, longest } = field;
  return around(
    view,
    field,
    (aria) =>
      // A line break straight after the tag is the browser's to leave out, so that one of the person's own stays.
      html`<textarea id="${name}" name="${name}" rows="7" maxlength="${longest}"${aria}>
${fieldValue(view.values, name)}</textarea>`,
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** A list of which one is taken, folded up. */
export function selectField(
  view: FormView,
  field: Labelled & { readonly none: string; readonly options: readonly Option[] },
): Html {
  const { name, none, options } = field;
  const given = fieldValue(view.values, name);
  const shown = options.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === given ? html` selected` : ''}>${label}</option>`,
  );
  return around(
    view,
    field,
    (aria) =>
      html`<select id="${name}" name="${name}"${aria}><option value="">${none}</option>${shown}</select>`,
  );
}

/** A list of which one (`radio`) or several (`checkbox`) are taken, all in sight. The id of each is that of its value. */
export function choiceField(
  view: FormView,
  field: Labelled & {
    readonly type: 'radio' | 'checkbox';
    readonly options: readonly Option[];
    /** What is taken as long as nothing was. */
    readonly standing?: string;
  },
): Html {
  const { name, label, hint, type, options, standing } = field;
  const given = fieldValues(view.values, name);
  const taken = given.length === 0 && standing !== undefined ? [standing] : given;
  const error = errorOf(view, (of) => of === name || options.some(({ value }) => of === `${name}-${value}`));
  const items = options.map((option) => {
    const id = `${name}-${option.value}`;
    const described = option.hint === undefined ? '' : html` aria-describedby="${id}-hint"`;
    return html`<div class="choice"><input type="${type}" id="${id}" name="${name}" value="${option.value}"${described}${taken.includes(option.value) ? html` checked` : ''}>
<label for="${id}">${option.label}</label>${option.hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${option.hint}</p>`}</div>`;
  });
  return html`<fieldset class="field${error === null ? '' : ' field-wrong'}"${described(field, error)}>
<legend>${label}</legend>
${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
${errorText(name, error)}
${items}</fieldset>`;
}

function around(view: FormView, field: Labelled, control: (aria: Html) => Html): Html {
  const { name, label, hint } = field;
  const error = errorOf(view, (of) => of === name);
  const invalid = error === null ? '' : html` aria-invalid="true"`;
  return html`<div class="field${error === null ? '' : ' field-wrong'}">
<label for="${name}">${label}</label>
${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
${errorText(name, error)}
${control(html`${described(field, error)}${invalid}`)}
</div>`;
}

function described({ name, hint }: Labelled, error: string | null): Html | '' {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(error === null ? [] : [`${name}-error`])];
  return ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`;
}

function errorText(name: string, error: string | null): Html | '' {
  return error === null ? '' : html`<p class="error" id="${name}-error">${error}</p>`;
}

function errorOf({ language, errors }: FormView, isIts: (field: string) => boolean): string | null {
  const found = errors.find(({ field }) => isIts(field));
  return found === undefined ? null : messages[language].request.errors[found.error];
}
