import { html } from 'hono/html';
import { mandateKinds } from '../../../domain/mandate.ts';
import { fieldValue } from '../../form/form-values.ts';
import { representativeFields } from '../../form/read-representative.ts';
import { messages } from '../../messages/catalogue.ts';
import type { Html } from '../../page.ts';
import { type FormView, inputField, selectField } from './fields.ts';

/** For who asks for somebody else; folded up, because few do. It opens by itself when something in it was filled in. */
export function representativePart(view: FormView): Html {
  const say = messages[view.language].request.representative;
  const fields = representativeFields;
  const names: readonly string[] = Object.values(fields);
  const used =
    names.some((name) => fieldValue(view.values, name) !== '') ||
    view.errors.some(({ field }) => names.includes(field));
  return html`<details class="folded"${used ? html` open` : ''}><summary>${say.summary}</summary>
<p class="form-note">${say.how}</p>
${selectField(view, {
  name: fields.mandate,
  label: say.mandate,
  none: say.forMyself,
  options: mandateKinds.map((value) => ({ value, label: say.mandates[value] })),
})}
${inputField(view, { name: fields.email, ...say.email, attributes: html`type="email" autocomplete="off" maxlength="254"` })}
${inputField(view, { name: fields.phone, label: say.phone, attributes: html`type="tel" autocomplete="off" maxlength="100"` })}
${inputField(view, { name: fields.customerNumber, label: say.customerNumber, attributes: html`type="text" autocomplete="off" maxlength="100"` })}
${inputField(view, { name: fields.birthDate, ...say.birthDate, attributes: html`type="date" autocomplete="off"` })}
</details>`;
}
