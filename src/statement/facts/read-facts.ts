import type { TextSearch } from '../concepts/text-search.ts';
import { categoryFacts } from './categories.ts';
import { controllerFacts } from './controller.ts';
import type { StatementFacts } from './facts.ts';
import { purposeFacts } from './purposes.ts';
import { recipientFacts } from './recipients.ts';
import { retentionFacts } from './retention.ts';
import { transferFacts } from './transfers.ts';

/** What a statement says about its organisation, as far as it is said in a way that can be found. */
export function readFacts(search: TextSearch): StatementFacts {
  const recipients = recipientFacts(search);
  return {
    controller: controllerFacts(search),
    categories: categoryFacts(search),
    purposes: purposeFacts(search),
    recipients,
    retention: retentionFacts(search),
    transfers: transferFacts(search, recipients),
  };
}
