import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { lookUpParty, partyAddress } from './look-up-party.ts';
import { isPublicAddress, mayReach } from './networks.ts';

const onlyPublic = { private: false, plainLoopback: false };

test.each(['8.8.8.8', '185.199.108.153', '2a00:1450:400e:80d::200e', '2620:fe::fe', '::ffff:8.8.8.8'])(
  '%s may be a party',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '2002:7f00:1::',
  '2001:db8::1',
  'localhost',
  '',
])('%s is none', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  'http://privacy.example.nl',
  'https://user:secret@privacy.example.nl',
  'https://127.0.0.1',
  'https://2130706433',
  'https://0x7f.1',
  'https://[::1]',
  'https://[::ffff:10.0.0.1]',
  'ftp://privacy.example.nl',
])('%s is not gone to', (url) => {
  expect(mayReach(new URL(url), onlyPublic)).toBe(false);
});

test('a typed address becomes scheme and host', () => {
  expect(partyAddress(' privacy.nieuwland.example/wissel?x=1 ', onlyPublic)).toBe(
    'https://privacy.nieuwland.example',
  );
  expect(partyAddress('https://privacy.nieuwland.example:8443/', onlyPublic)).toBe(
    'https://privacy.nieuwland.example:8443',
  );
  for (const wrong of ['', 'mijn garage', 'http://privacy.nieuwland.example', 'javascript:alert(1)'])
    expect(partyAddress(wrong, onlyPublic)).toBeNull();
});

test('a name that leads into our own network is not connected to', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    for (const host of ['localhost', '127.0.0.1'])
      expect(await lookUpParty(`https://${host}:${port}`, onlyPublic)).toEqual({
        kind: 'obstacle',
        obstacle: 'private-network',
      });
    expect(asked).toBe(0);
  } finally {
    server.close();
  }
});

test('who sends us on elsewhere is not followed', async () => {
  let followed = 0;
  const server = createServer((request, response) => {
    if (request.url === '/elsewhere') followed++;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    expect(await lookUpParty(`http://localhost:${port}`, { private: true, plainLoopback: true })).toEqual({
      kind: 'obstacle',
      obstacle: 'no-receiver',
    });
    expect(followed).toBe(0);
  } finally {
    server.close();
  }
});
