import { type Context, Hono } from 'hono';
import type { ReceiveTransferInput, ReceiveTransferResult } from '../app/receive-transfer.ts';
import { GestandError } from '../base/error.ts';
import { clientKey } from '../portal/client-key.ts';
import { publishedSchemaPath } from '../report/portability/manifest.ts';
import { portabilitySchema } from '../report/portability/schema.ts';
import { deliveryHeader, packageType } from '../transfer/delivery.ts';
import type { OwnParty } from '../transfer/own-party.ts';
import { documentPath, writeDocument } from '../transfer/party-document.ts';

export interface TransferRoutesOptions {
  readonly receive: (input: ReceiveTransferInput) => Promise<ReceiveTransferResult>;
  /** Whether a proxy of ours writes `X-Forwarded-For`. */
  readonly trustProxy: boolean;
}

/** Who we are to other controllers, and the schema of the packages that people take along. */
export function partyRoutes(party: OwnParty): Hono {
  const app = new Hono();
  const publish = (path: string, type: string, text: string) =>
    app.get(path, (context) =>
      context.body(text, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=300' }),
    );
  publish(documentPath, 'application/json', writeDocument(party));
  publish(publishedSchemaPath, 'application/schema+json', portabilitySchema);
  return app;
}

/** Where other controllers hand over packages: `PUT /api/transfers/{id}`, as a stream, answered with a signed receipt. */
export function transferRoutes({ receive, trustProxy }: TransferRoutesOptions): Hono {
  const app = new Hono();
  app.put('/:id', async (context) => {
    const result = await receive(inputOf(context, { trustProxy }));
    if (result.kind === 'received')
      return context.body(result.receipt, 201, { 'Content-Type': 'application/jwt' });
    context.header('Retry-After', String(result.retryAfterSeconds));
    throw new GestandError('too-many', 'Too many packages wait to be looked at. Send it again later.');
  });
  return app;
}

function inputOf(context: Context, options: { readonly trustProxy: boolean }): ReceiveTransferInput {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim();
  const { body } = context.req.raw;
  if (type !== packageType || body === null)
    throw new GestandError(
      'bad-input',
      `A package is sent as ${packageType}, encrypted for the key of this receiver.`,
    );
  const length = context.req.header('content-length');
  return {
    transferId: context.req.param('id') ?? '',
    token: context.req.header(deliveryHeader) ?? '',
    byteCount: length === undefined ? null : Number(length),
    body,
    clientKey: clientKey(context, options),
  };
}
