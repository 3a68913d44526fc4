import type { AppServices } from './app-services.ts';
import { type AppContext, actingAs } from './context.ts';
import { listOwnRequests } from './list-own-requests.ts';
import { openAppRequest } from './open-app-request.ts';
import { openPackage } from './open-package.ts';
import { planSoon } from './plan-soon.ts';
import { requestStatus } from './request-status.ts';
import { resendCode } from './resend-code.ts';
import type { SessionReader } from './session-token.ts';
import { submitCode } from './submit-code.ts';
import { withdrawRequest } from './withdraw-request.ts';

export interface AppOptions {
  /** Reads what the organisation's app says of who is signed in; null: it has no key here. */
  readonly readSession: SessionReader | null;
}

/** The channel of the organisation's app on the use cases of this folder. */
export function liveAppServices(app: AppContext, { readSession }: AppOptions): AppServices {
  const context = actingAs(app, { kind: 'visitor' });
  return {
    policy: app.policy,
    openRequest: async (request) => {
      const { opened, caseId } = await openAppRequest(context, { readSession, request });
      if (caseId !== null) await planSoon(app, caseId);
      return opened;
    },
    resendCode: (input) => resendCode(context, input),
    submitCode: async (input) => {
      const result = await submitCode(context, input);
      if (result.kind === 'ok') await planSoon(app, result.caseId);
      return result;
    },
    requestStatus: (input) => requestStatus(context, input),
    withdraw: (input) => withdrawRequest(context, input),
    openPackage: (input) => openPackage(context, input),
    listOwnRequests: (token) => listOwnRequests(context, { readSession, token }),
  };
}
