import { describe, expect, test } from 'vitest';
import { type CaseKind, caseKinds } from '../../src/domain/case-file.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { inMemoryServices } from './in-memory-services.ts';
import { portalApp } from './portal-server.ts';

type Fields = readonly (readonly [name: string, value: string])[];

function visit() {
  const services = inMemoryServices();
  const app = portalApp(services);
  const post = async (path: string, fields: Fields) => {
    const response = await app.request(path, {
      method: 'POST',
      body: new URLSearchParams([
        ...(fields.some(([name]) => name === 'email') ? [] : [['email', 'jan@example.org']]),
        ...fields.map(([name, value]) => [name, value]),
      ]),
      headers: { origin: 'http://localhost', 'x-forwarded-for': '192.0.2.77' },
    });
    return { response, text: await response.text() };
  };
  const get = async (path: string) => (await app.request(path)).text();
  return { services, post, get };
}

const asked: { readonly [Kind in CaseKind]: readonly [fields: Fields, wish: Wish] } = {
  access: [[], { kind: 'access' }],
  erasure: [[], { kind: 'erasure' }],
  rectification: [
    [
      ['category-1', 'name'],
      ['now-1', 'Jann'],
      ['wanted-1', 'Jan'],
      ['category-2', ''],
      ['now-2', ''],
      ['wanted-2', ''],
      ['category-3', 'contact'],
      ['now-3', ''],
      ['wanted-3', '+31 6 12345678'],
    ],
    {
      kind: 'rectification',
      corrections: [
        { category: 'name', now: 'Jann', wanted: 'Jan' },
        { category: 'contact', now: null, wanted: '+31 6 12345678' },
      ],
    },
  ],
  restriction: [
    [
      ['ground', 'needed-for-claims'],
      ['purposes', 'orders'],
      ['purposes', 'newsletter'],
      ['reason', 'Er loopt een zaak.'],
    ],
    {
      kind: 'restriction',
      ground: 'needed-for-claims',
      purposes: ['orders', 'newsletter'],
      reason: 'Er loopt een zaak.',
    },
  ],
  objection: [
    [
      ['purposes', 'advertising'],
      ['recipients', 'mailer'],
    ],
    { kind: 'objection', purposes: ['newsletter'], categories: 'all', recipients: ['mailer'], reason: null },
  ],
  portability: [
    [
      ['to', 'receiver'],
      ['receiver', 'https://ander.example/ontvang'],
    ],
    { kind: 'portability', to: { receiver: 'https://ander.example/ontvang' } },
  ],
  withdrawal: [[['purposes', 'newsletter']], { kind: 'withdrawal', purposes: ['newsletter'] }],
  question: [[['text', 'Hoelang?\r\nEn waarom?']], { kind: 'question', text: 'Hoelang?\nEn waarom?' }],
  'security-information': [[['text', 'Hoe?']], { kind: 'security-information', text: 'Hoe?' }],
  complaint: [[['text', 'Te vaak gebeld.']], { kind: 'complaint', text: 'Te vaak gebeld.' }],
};

describe.each(caseKinds)('%s', (kind) => {
  test('is in the list of what one can ask, and leads to its own fields', async () => {
    const { get } = visit();
    expect(await get('/request')).toContain(`href="/request/ask/${kind}"`);
    expect(await get('/en/request')).toContain(`href="/en/request/ask/${kind}"`);
    expect(await get(`/request/ask/${kind}`)).toContain('name="email"');
  });

  test('what is filled in becomes the wish, and what comes next depends on the kind alone', async () => {
    const { post, services } = visit();
    const [fields, wish] = asked[kind];
    const { response } = await post(`/request/ask/${kind}`, fields);
    expect(response.status).toBe(303);
    expect(services.opened).toEqual([{ email: 'jan@example.org', wish, clientKey: '192.0.2.0/24' }]);
    const free: readonly CaseKind[] = ['question', 'security-information', 'complaint'];
    const expected = free.includes(kind) ? `received/${kind}` : 'code';
    expect(response.headers.get('location')).toBe(`/request/GV-2026-0042/${expected}`);
  });

  test('says that no copy of a document is asked for', async () => {
    expect(await visit().get(`/request/ask/${kind}`)).toContain('burgerservicenummer (BSN)');
  });
});

describe('a form that is not right', () => {
  const wrong: readonly (readonly [kind: CaseKind, fields: Fields, field: string, says: string])[] = [
    ['rectification', [], 'category-1', 'Vul in wat er verbeterd moet worden.'],
    ['rectification', [['now-1', 'Jann']], 'category-1', 'Kies om welk gegeven het gaat.'],
    ['rectification', [['category-1', 'name']], 'now-1', 'Vul in wat er nu staat'],
    [
      'rectification',
      [
        ['category-1', 'iets-anders'],
        ['now-1', 'x'],
      ],
      'category-1',
      'Kies om welk gegeven',
    ],
    ['restriction', [['purposes', 'all']], 'ground-accuracy-contested', 'Kies waarom'],
    ['restriction', [['ground', 'objection-pending']], 'purposes-all', 'Kies waarvoor'],
    ['objection', [['purposes', 'onbekend']], 'purposes-advertising', 'Kies waartegen'],
    ['withdrawal', [['purposes', 'orders']], 'purposes-all', 'Kies welke toestemming'],
    ['portability', [['to', 'receiver']], 'receiver', 'Vul het webadres in'],
    [
      'portability',
      [
        ['to', 'receiver'],
        ['receiver', 'http://ander.example'],
      ],
      'receiver',
      'met https://',
    ],
    [
      'portability',
      [
        ['to', 'receiver'],
        ['receiver', 'https://a:b@ander.example'],
      ],
      'receiver',
      'met https://',
    ],
    ['question', [['text', '  ']], 'text', 'Schrijf hier'],
    ['complaint', [['text', 'te vaak '.repeat(630)]], 'text', 'te lang'],
  ];
  test.each(wrong)('%s: the error stands beside its field', async (kind, fields, field, says) => {
    const { post, services } = visit();
    const { response, text } = await post(`/request/ask/${kind}`, fields);
    expect(response.status).toBe(422);
    expect(text).toContain(`href="#${field}"`);
    expect(text).toContain(`id="${field}"`);
    expect(text.split('<form')[1]).toContain(says);
    expect(services.opened).toEqual([]);
  });

  test('comes back with everything that was typed', async () => {
    const { post } = visit();
    const { text } = await post('/request/ask/objection', [
      ['categories', 'contact'],
      ['reason', 'Ik <ben> "het" zat\nen wel hierom'],
      ['email', 'geen adres'],
    ]);
    expect(text).toMatch(/id="categories-contact"[^>]* checked/);
    expect(text).toContain('Ik &lt;ben&gt; &quot;het&quot; zat\nen wel hierom</textarea>');
    expect(text).toContain('<details class="folded" open>');
  });

  test('a citizen service number is refused beside its field with the reason, wherever it is written', async () => {
    const { post, services } = visit();
    const everywhere: readonly (readonly [CaseKind, string, Fields])[] = [
      ['access', 'customer-number', [['customer-number', '123456782']]],
      ['question', 'text', [['text', 'Mijn BSN is 123456782, wat hebt u van mij?']]],
      [
        'objection',
        'reason',
        [
          ['purposes', 'all'],
          ['reason', '123456782'],
        ],
      ],
      [
        'rectification',
        'now-1',
        [
          ['category-1', 'name'],
          ['now-1', '123456782'],
          ['wanted-1', 'Jan'],
        ],
      ],
    ];
    for (const [kind, field, fields] of everywhere) {
      const { response, text } = await post(`/request/ask/${kind}`, fields);
      expect(response.status).toBe(422);
      expect(text).toContain('wij mogen het niet hebben en hebben het niet nodig');
      expect(text).toContain(`<p class="error" id="${field}-error">`);
      expect(text).toContain('value="jan@example.org"');
      const english = await post(`/en/request/ask/${kind}`, fields);
      expect(english.text).toContain('we may not have it and do not need it');
    }
    expect(services.opened).toEqual([]);
  });

  test('the lines of a passport are refused in the same way', async () => {
    const { post, services } = visit();
    const lines =
      'P<NLDVOORBEELD<<JAN<<<<<<<<<<<<<<<<<<<<<<<<<\nSPECI20142NLD6503101F2403096999999990<<<<<84';
    const { response, text } = await post('/request/ask/question', [['text', lines]]);
    expect(response.status).toBe(422);
    expect(text).toContain('Hier staat een stuk van een identiteitsbewijs.');
    expect(services.opened).toEqual([]);
  });
});

test('one more line can be asked for without losing what was typed, up to ten', async () => {
  const { post, services } = visit();
  const typed: Fields = [
    ['lines', '2'],
    ['category-1', 'name'],
    ['now-1', 'Jann'],
  ];
  const { response, text } = await post('/request/ask/rectification', [...typed, ['more', '3']]);
  expect(response.status).toBe(200);
  expect(text).toContain('value="Jann"');
  expect(text).toContain('Verbetering 3');
  expect(text).not.toContain('Verbetering 4');
  const most = await post('/request/ask/rectification', [...typed, ['more', '999']]);
  expect(most.text).toContain('Verbetering 10');
  expect(most.text).not.toContain('Verbetering 11');
  expect(services.opened).toEqual([]);
});

test('the choices are those of the policy, in the language of the page, escaped', async () => {
  const { get } = visit();
  expect(await get('/request/ask/rectification')).toContain('<option value="name">Naam en adres</option>');
  expect(await get('/en/request/ask/rectification')).toContain(
    '<option value="name">Name and address</option>',
  );
  expect(await get('/request/ask/objection')).toContain('Tellers &amp; Co &lt;Inc&gt;');
  // Only what rests on consent can be taken back.
  const withdrawal = await get('/request/ask/withdrawal');
  expect(withdrawal).toContain('purposes-newsletter');
  expect(withdrawal).not.toContain('purposes-orders');
});

test('somebody can ask for somebody else, and is told at the field what is missing', async () => {
  const { post, get, services } = visit();
  expect(await get('/request/ask/access')).toContain('<summary>Ik vraag dit voor iemand anders</summary>');
  expect(await get('/request/ask/question')).not.toContain('iemand anders');
  const wrong: readonly (readonly [fields: Fields, field: string, says: string])[] = [
    [[['for-email', 'kees@example.org']], 'mandate', 'Kies waarom u voor de ander mag vragen.'],
    [[['mandate', 'lawyer']], 'for-email', 'Vul in hoe wij die ander kennen'],
    [
      [
        ['mandate', 'lawyer'],
        ['for-customer-number', '123456782'],
      ],
      'for-customer-number',
      'Hier staat een burgerservicenummer (BSN).',
    ],
    [
      [
        ['mandate', 'parent'],
        ['for-email', 'kees@example.org'],
        ['for-born', '2015-02-30'],
      ],
      'for-born',
      'Vul een datum in',
    ],
  ];
  for (const [fields, field, says] of wrong) {
    const { response, text } = await post('/request/ask/access', fields);
    expect(response.status).toBe(422);
    expect(text).toContain(`id="${field}-error">${says}`);
    expect(text).toContain('<details class="folded" open>');
  }
  expect(services.opened).toEqual([]);
  const { response } = await post('/request/ask/access', [
    ['mandate', 'parent'],
    ['for-email', 'kees@example.org'],
    ['for-phone', '06 12345678'],
    ['for-born', '2018-06-30'],
  ]);
  expect(response.status).toBe(303);
  expect(services.opened).toMatchObject([
    {
      onBehalfOf: {
        mandate: 'parent',
        identities: [
          { kind: 'email', value: 'kees@example.org' },
          { kind: 'phone', value: '+31612345678' },
        ],
        birthDate: '2018-06-30',
      },
    },
  ]);
});

test('facts are given by who has the link, and what was wrong is not shown again', async () => {
  const { post, get } = visit();
  const path = '/request/GV-2026-0042/facts';
  const page = await get(`/en${path}?t=tok_7Yc2Lq`);
  expect(page).toContain('<label for="fact-customer-number">Customer number</label>');
  expect(await get(`${path}?t=guessed`)).not.toContain('fact-phone');
  const t = ['t', 'tok_7Yc2Lq'] as const;
  const few = await post(path, [t, ['fact-phone', '06 12345678']]);
  expect(few.response.status).toBe(422);
  expect(few.text).toContain('Hieraan zien wij nog niet dat u het bent.');
  expect(few.text).not.toContain('12345678');
  const both: Fields = [
    ['fact-phone', '06 12345678'],
    ['fact-customer-number', 'K-1'],
  ];
  expect((await post(path, both)).response.status).toBe(404);
  const { response } = await post(path, [t, ...both]);
  expect(response.headers.get('location')).toBe('/request/GV-2026-0042?t=tok_7Yc2Lq');
});

test('a direct transfer is shown with its receipt', async () => {
  const { services, get } = visit();
  const digest = '3f'.repeat(32);
  const sent = {
    name: 'Ander Autobedrijf',
    address: 'https://ander.example',
    state: 'delivered',
    endedAt: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    digest,
  } as const;
  const page = '/request/GV-2026-0042?t=tok_7Yc2Lq';
  services.status = { ...services.status, kind: 'portability', state: 'done', transfer: sent };
  const shown = await get(page);
  expect(shown).toContain('Ander Autobedrijf tekende voor ontvangst op 24 november 2026');
  expect(shown).toContain(digest);
  services.status = {
    ...services.status,
    transfer: { ...sent, state: 'under-way', endedAt: null, digest: null },
  };
  expect(await get(`/en${page}`)).toContain('We are sending your data to Ander Autobedrijf.');
});

test('what needs no proof is confirmed by its own name', async () => {
  const { get } = visit();
  const page = (kind: CaseKind, language = '') => get(`${language}/request/GV-2026-0042/received/${kind}`);
  expect(await page('objection')).toContain('<h1>Wij hebben uw bezwaar ontvangen</h1>');
  expect(await page('objection', '/en')).toContain('<h1>We have received your objection</h1>');
  expect(await page('withdrawal')).toContain('<h1>U hebt uw toestemming ingetrokken</h1>');
  expect(await page('complaint')).toContain('<h1>Wij hebben uw klacht ontvangen</h1>');
});

test('a kind that is none is a page that is not there', async () => {
  const { post, get } = visit();
  expect((await post('/request/ask/anything', [])).response.status).toBe(404);
  expect(await get('/request/GV-2026-0042/received/anything')).toContain('Deze pagina is er niet');
});

test('status pages speak of their own kind', async () => {
  const { services, get } = visit();
  const page = '/request/GV-2026-0042?t=tok_7Yc2Lq';
  for (const kind of caseKinds) {
    services.status = { ...services.status, kind, state: 'taken-up', planSentences: [] };
    const shown = await get(page);
    expect(shown).toContain('In behandeling');
    expect(shown).not.toMatch(/undefined|\[object/);
  }
  services.status = { ...services.status, kind: 'complaint', state: 'done' };
  expect(await get(page)).toContain('Uw klacht');
});
