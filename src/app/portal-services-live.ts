import { legalDateOf } from '../base/clock.ts';
import { mandateMistake } from './check-mandate.ts';
import { answerFacts, openFacts } from './compare-facts.ts';
import { confirmNotice, openNotice } from './confirm-notice.ts';
import { type AppContext, actingAs } from './context.ts';
import { factKinds } from './fact-kinds.ts';
import { keptMailbox } from './kept-mailbox.ts';
import { openPackage } from './open-package.ts';
import { openRequest } from './open-request.ts';
import { planSoon } from './plan-soon.ts';
import type { PortalServices } from './portal-services.ts';
import { publicPromiseBoard } from './promise-board.ts';
import { publicPromiseHistory } from './promise-history.ts';
import { statementReader } from './read-statement.ts';
import { requestChoices } from './request-choices.ts';
import { requestStatus } from './request-status.ts';
import { resendCode } from './resend-code.ts';
import { submitCode } from './submit-code.ts';
import { withdrawRequest } from './withdraw-request.ts';

export interface LiveOptions {
  /** The sender, when mail is kept for everybody to read; null where it leaves, or is nobody else's business. */
  readonly mailboxFrom: string | null;
}

/** Changes of state that a page shows. */
const mostSpells = 50;

/** The public pages on the use cases of this folder, for whoever comes by. */
export function livePortalServices(app: AppContext, { mailboxFrom }: LiveOptions): PortalServices {
  const context = actingAs(app, { kind: 'visitor' });
  const statements = statementReader(context);
  return {
    controller: app.policy.controller,
    choices: requestChoices(app.policy),
    getStatement: (language) => statements.newest(language),
    listVersions: (language) => statements.list(language),
    getVersion: (language, number) => statements.byNumber(language, number),
    promiseBoard: () => publicPromiseBoard(context),
    promiseHistory: (promiseId) => publicPromiseHistory(context, { promiseId, limit: mostSpells }),
    openRequest: async (input) => {
      const { wish, onBehalfOf } = input;
      const today = legalDateOf(context.store.clock.now());
      const mistake = onBehalfOf === undefined ? null : mandateMistake(wish.kind, onBehalfOf, today);
      if (mistake !== null) return { kind: 'mistaken', mistake };
      return openRequest(context, { ...input, channel: 'portal' });
    },
    resendCode: (input) => resendCode(context, input),
    submitCode: async (input) => {
      const result = await submitCode(context, input);
      if (result.kind !== 'ok') return result;
      await planSoon(app, result.caseId);
      return { kind: 'ok', token: result.token };
    },
    factKinds: factKinds(app.policy),
    opensFacts: async (key) => (await openFacts(context, key)) !== undefined,
    answerFacts: async (input) => {
      const result = await answerFacts(context, input);
      if (result.kind === 'ok') await planSoon(app, result.caseId);
      return result;
    },
    requestStatus: (input) => requestStatus(context, input),
    withdraw: (input) => withdrawRequest(context, input),
    openPackage: (input) => openPackage(context, input),
    openNotice: (token) => openNotice(context, token),
    confirmNotice: (token) => confirmNotice(context, token),
    mailbox: mailboxFrom === null ? null : keptMailbox(context, mailboxFrom),
  };
}
