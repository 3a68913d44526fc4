import type { ListedRequest } from '../app/listed-request.ts';

type Awaiting = Pick<
  ListedRequest,
  'reference' | 'state' | 'awaits' | 'proposedBy' | 'stoppedBy' | 'unplannedBy'
>;

/** What whoever reads a request must do, or know; empty when there is nothing. */
export function nextStep({ reference, state, awaits, proposedBy, stoppedBy, unplannedBy }: Awaiting): string {
  switch (awaits) {
    case 'refusal-approval':
      return `${proposedBy} proposed to refuse it; another officer: gestand requests refuse ${reference} --confirm`;
    case 'identification':
      return `who is it? gestand identify ${reference}`;
    case 'code':
      return `waits for the code from the mail; sure who it is? gestand requests prove ${reference}`;
    case 'proof':
      return `are you sure who asks? gestand requests prove ${reference}`;
    case 'mandate':
      return `may they ask for somebody else? gestand requests mandate ${reference}`;
    case 'columns':
      return `which fields? gestand rectify ${reference}`;
    case 'decision':
      return `is it right? gestand rectify ${reference}`;
    case 'weighing':
      return `upheld or rejected? gestand requests weigh ${reference}`;
    case 'answer':
      return `gestand requests answer ${reference}`;
    case 'approval':
      return `gestand approve ${reference}`;
    case 'task':
      if (stoppedBy === null) return 'somebody works by hand: gestand tasks';
      break;
    case null:
      break;
  }
  if (unplannedBy !== null) return `no plan: ${unplannedBy}; gestand approve ${reference} says why`;
  if (state === 'taken-up') return 'what stops the use is on its way to the databases';
  if (stoppedBy === null) return '';
  const see = stoppedBy === 'drifted' ? 'a database changed, see gestand check' : 'a new plan is made';
  return `stopped: ${stoppedBy}; ${see}`;
}
