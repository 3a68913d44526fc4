import { expect, it } from 'vitest';
import { plantedCases } from '../../examples/carconnect/planted-cases.ts';
import { actingAs } from '../../src/app/context.ts';
import { listRequests } from '../../src/app/list-requests.ts';
import { planWaitingRequests } from '../../src/app/plan-request.ts';
import { showRequest } from '../../src/app/show-request.ts';
import { present } from '../../src/base/assert.ts';
import { type ErrorCode, GestandError } from '../../src/base/error.ts';
import type { Source } from '../../src/sources/source.ts';
import { listCaseEvents } from '../../src/store/case-event.ts';
import { type CaseFile, moveCase, openCase } from '../../src/store/case-file.ts';
import { type Company, exampleCompany, officer } from './company.ts';

async function provenRequest({ test }: Company): Promise<CaseFile> {
  const { file } = await openCase(test.store, {
    wish: { kind: 'erasure' },
    language: 'nl',
    channel: 'portal',
    safeDate: '2026-12-20',
    legalDate: '2026-12-23',
    contact: { email: plantedCases['one-of-everything'].person.email },
    actor: 'person',
  });
  return moveCase(test.store, file.id, { from: ['received'], to: 'in-progress', actor: 'person' });
}

/** The same company, whose billing refuses to say what an erasure would do. */
function refusing({ app }: Company, code: ErrorCode): Company['app'] {
  const billing = present(app.sources.get('billing'), 'billing');
  const refuse = () => Promise.reject(new GestandError(code, 'It cannot be done.'));
  const refused = new Proxy({} as Source, {
    get(_, name) {
      if (name === 'countErasure') return refuse;
      const value: unknown = Reflect.get(billing, name);
      return typeof value === 'function' ? value.bind(billing) : value;
    },
  });
  return { ...app, sources: new Map([...app.sources, ['billing', refused]]) };
}

function listed({ app }: Company) {
  return listRequests(actingAs(app, officer), { all: false, limit: 10 });
}

async function failures({ test }: Company, { id }: CaseFile): Promise<number> {
  return (await listCaseEvents(test.store, id)).filter(({ kind }) => kind === 'planning-failed').length;
}

it('tells an officer that no plan can be made, and does not try again and again', async () => {
  await using company = await exampleCompany();
  const file = await provenRequest(company);
  const stuck = refusing(company, 'source-failed');
  for (let round = 0; round < 3; round++) {
    company.test.clock.advance({ seconds: 5 });
    expect(await planWaitingRequests(stuck)).toBe(0);
  }
  expect(await failures(company, file)).toBe(1);
  expect(await listed(company)).toMatchObject([{ state: 'verified', unplannedBy: 'source-failed' }]);
  company.test.clock.advance({ hours: 25 });
  expect(await planWaitingRequests(stuck)).toBe(0);
  expect(await failures(company, file)).toBe(2);
  // Whoever looks at the request does not wait for that.
  const shown = await showRequest(actingAs(company.app, officer), {
    reference: file.reference,
    language: 'nl',
  });
  expect(shown.state).toBe('planned');
  expect(await listed(company)).toMatchObject([{ state: 'planned', unplannedBy: null }]);
});

it('tries at every round while a database is only away', async () => {
  await using company = await exampleCompany();
  const file = await provenRequest(company);
  expect(await planWaitingRequests(refusing(company, 'source-unreachable'))).toBe(0);
  expect(await failures(company, file)).toBe(0);
  expect(await listed(company)).toMatchObject([{ state: 'verified', unplannedBy: null }]);
  company.test.clock.advance({ seconds: 5 });
  expect(await planWaitingRequests(company.app)).toBe(1);
});
