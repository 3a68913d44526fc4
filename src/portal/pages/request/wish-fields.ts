import { html } from 'hono/html';
import type { Choice, RequestChoices } from '../../../app/portal-services.ts';
import type { CaseKind } from '../../../domain/case-file.ts';
import type { Language } from '../../../domain/language.ts';
import { restrictionGrounds } from '../../../domain/wish.ts';
import { fieldValue } from '../../form/form-values.ts';
import { advertising, everything, longestText, mostCorrections } from '../../form/read-wish.ts';
import { messages } from '../../messages/catalogue.ts';
import type { Html } from '../../page.ts';
import { choiceField, type FormView, inputField, type Option, selectField, textField } from './fields.ts';

/** The name of the button that asks for one more line; the form comes back with what was typed. */
export const moreLines = 'more';

type WishFields = (view: FormView, choices: RequestChoices) => Html | '';

/** Just the fields of a kind, and no others. */
export function wishFields(kind: CaseKind, view: FormView, choices: RequestChoices): Html | '' {
  return fieldsOf[kind](view, choices);
}

const fieldsOf: Readonly<Record<CaseKind, WishFields>> = {
  access: () => '',
  erasure: () => '',
  rectification: corrections,
  restriction: restriction,
  objection: objection,
  portability: portability,
  withdrawal: withdrawal,
  question: (view) => written('question', view),
  'security-information': (view) => written('security-information', view),
  complaint: (view) => written('complaint', view),
};

function written(kind: CaseKind, view: FormView): Html | '' {
  const field = messages[view.language].request.kinds[kind].field;
  return field === undefined ? '' : textField(view, { name: 'text', ...field, longest: longestText });
}

const linesAtFirst = 2;

function corrections(view: FormView, { categories }: RequestChoices): Html {
  const say = messages[view.language].request.rectification;
  const shown = linesShown(view);
  const lines = Array.from({ length: shown }, (_, index) => index + 1).map(
    (line) => html`<fieldset class="field group"><legend>${say.line(line)}</legend>
${selectField(view, {
  name: `category-${line}`,
  label: say.category,
  none: say.chooseCategory,
  options: optionsOf(categories, view.language),
})}
${inputField(view, { name: `now-${line}`, ...say.now, attributes: html`type="text" autocomplete="off" maxlength="300"` })}
${inputField(view, { name: `wanted-${line}`, ...say.wanted, attributes: html`type="text" autocomplete="off" maxlength="300"` })}
</fieldset>`,
  );
  // Pressing Enter in a field sends the first button of a form: that must be the one that sends it.
  const more =
    shown === mostCorrections
      ? ''
      : html`<p><button class="button button-quiet" type="submit" name="${moreLines}" value="${shown + 1}" formnovalidate>${say.more}</button></p>`;
  return html`<input class="enter" type="submit" tabindex="-1" aria-hidden="true" value="">
<input type="hidden" name="lines" value="${shown}">${lines}${more}`;
}

function linesShown({ values }: FormView): number {
  const wanted = Number.parseInt(fieldValue(values, moreLines) || fieldValue(values, 'lines'), 10);
  return Number.isNaN(wanted) ? linesAtFirst : Math.min(mostCorrections, Math.max(linesAtFirst, wanted));
}

function restriction(view: FormView, { purposes }: RequestChoices): Html {
  const say = messages[view.language].request.restriction;
  return html`${choiceField(view, {
    name: 'ground',
    type: 'radio',
    label: say.ground,
    options: restrictionGrounds.map((value) => ({ value, label: say.grounds[value] })),
  })}
${choiceField(view, {
  name: 'purposes',
  type: 'checkbox',
  label: say.purposes,
  options: [everythingOption(view.language), ...optionsOf(purposes, view.language)],
})}
${textField(view, { name: 'reason', ...say.reason, longest: 2000 })}`;
}

function objection(view: FormView, { purposes, categories, recipients }: RequestChoices): Html {
  const { language } = view;
  const say = messages[language].request.objection;
  const advertised: Option = { value: advertising, label: say.advertising, hint: say.advertisingHint };
  const others = purposes.filter(({ marketing }) => !marketing);
  return html`${choiceField(view, {
    name: 'purposes',
    type: 'checkbox',
    label: say.purposes,
    options: [
      ...(others.length === purposes.length ? [] : [advertised]),
      ...optionsOf(others, language),
      everythingOption(language),
    ],
  })}
${folded(view, 'categories', say.categories, optionsOf(categories, language))}
${folded(view, 'recipients', say.recipients, optionsOf(recipients, language))}
${textField(view, { name: 'reason', ...say.reason, longest: 2000 })}`;
}

// What few people need must not stand in the way of the others; it opens by itself when something in it was ticked.
function folded(
  view: FormView,
  name: string,
  { label, hint }: { readonly label: string; readonly hint: string },
  options: readonly Option[],
): Html {
  const ticked = fieldValue(view.values, name) !== '';
  return html`<details class="folded"${ticked ? html` open` : ''}><summary>${label}</summary>
${choiceField(view, { name, type: 'checkbox', label, hint, options })}</details>`;
}

function portability(view: FormView): Html {
  const say = messages[view.language].request.portability;
  return html`${choiceField(view, {
    name: 'to',
    type: 'radio',
    label: say.to,
    standing: 'self',
    options: [
      { value: 'self', label: say.self },
      { value: 'receiver', label: say.other },
    ],
  })}
${inputField(view, { name: 'receiver', ...say.receiver, attributes: html`type="url" autocomplete="off" maxlength="2000"` })}`;
}

function withdrawal(view: FormView, { purposes }: RequestChoices): Html {
  const { language } = view;
  const say = messages[language].request.withdrawal;
  const given = purposes.filter(({ consent }) => consent);
  return choiceField(view, {
    name: 'purposes',
    type: 'checkbox',
    label: say.purposes,
    options: [{ value: everything, label: say.all }, ...optionsOf(given, language)],
  });
}

function everythingOption(language: Language): Option {
  return { value: everything, label: messages[language].request.everything };
}

function optionsOf(choices: readonly Choice[], language: Language): readonly Option[] {
  return choices.map(({ id, name }) => ({ value: id, label: name[language] }));
}
