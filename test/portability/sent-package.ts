import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { request } from 'undici';
import type { PublicKey } from '../../src/domain/receiver.ts';
import { portabilityPackage } from '../../src/report/portability/portability-package.ts';
import { type Delivery, deliveryHeader, packageType, signDelivery } from '../../src/transfer/delivery.ts';
import type { OwnParty } from '../../src/transfer/own-party.ts';
import { encryptFor } from '../../src/transfer/package-encryption.ts';
import { contentOf, row, stream } from '../support/access-package-example.ts';

/** A whole package of two rows for another controller, as a ZIP. */
export async function plainPackage({ forReceiver = true } = {}): Promise<Buffer> {
  const { policy, sources } = contentOf({
    crm: stream([
      row('customers', { id: 7, first_name: 'Zoë', email: 'zoe@voorbeeld.example' }),
      row('messages', { id: 1, body: '=1+1', sent_at: '2026-01-02T03:04:05Z' }),
    ]),
  });
  return buffer(
    portabilityPackage(
      {
        policy,
        language: 'nl',
        created: Temporal.Instant.from('2026-11-23T09:00:00Z'),
        on: '2026-11-23',
        reference: 'GS-2026-7K3M9',
        schemaAddress: 'https://privacy.carconnect.example/schemas/portability/1.json',
        forReceiver: forReceiver ? { personEmail: 'zoe@voorbeeld.example' } : null,
        leftOut: [],
        // A score is derived, and so never in a plan to take along.
        sources: sources.map(({ plan, rows }) => ({
          plan: {
            ...plan,
            steps: plan.steps.map((step) => ({
              ...step,
              shown: step.shown.filter((name) => name !== 'score'),
              masked: [],
            })),
          },
          rows,
        })),
      },
      { spoolFolder: '/nowhere' },
    ),
  );
}

export async function encrypted(plain: Buffer, key: PublicKey): Promise<Buffer> {
  return buffer(
    encryptFor(
      key,
      (async function* () {
        yield plain;
      })(),
    ),
  );
}

export interface Sending {
  readonly from: OwnParty;
  readonly to: OwnParty;
  readonly content: Buffer;
  /** What is signed, where it is not the truth. */
  readonly signed?: Partial<Delivery>;
  readonly transferId?: string;
  readonly now?: string;
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Hands a package over as anybody could who knows the protocol. */
export async function send(sending: Sending): Promise<Answer> {
  const { from, to, content, signed, transferId = 'transfer_test0001' } = sending;
  const token =
    sending.token ??
    (await signDelivery(
      from,
      {
        sender: from.address,
        endpoint: to.endpoint,
        transferId,
        digest: createHash('sha256').update(content).digest('hex'),
        bytes: content.length,
        ...signed,
      },
      Temporal.Instant.from(sending.now ?? '2026-11-23T09:00:00Z'),
    ));
  const { statusCode, body } = await request(`${to.endpoint}/${transferId}`, {
    method: 'PUT',
    headers: { 'content-type': packageType, [deliveryHeader]: token },
    body: content,
  });
  return { status: statusCode, text: await body.text() };
}
