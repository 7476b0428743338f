import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DnsServer, reverseName, startDnsServer, type Zone } from '../../../testing/dns-server.ts';
import { createDns } from './dns.ts';
import type { SenderIdentity } from './findings.ts';
import { checkSenderDomain } from './sender-domain.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
const keyRecord = `v=DKIM1; k=rsa; p=${publicKey}`;
const relay = '198.51.100.7';

const identity: SenderIdentity = {
  fromDomain: 'jobs.example.org',
  bounceDomain: 'bounces.example.org',
  takesBounces: true,
  dkim: { domain: 'example.org', selector: 'rolecall', privateKey },
  hosts: [
    { provider: 'own', spfInclude: null, host: 'relay.example.org' },
    { provider: 'service', spfInclude: 'spf.service.example', host: null },
  ],
};

/** Everything as it should be. */
const wellKept = {
  'bounces.example.org': {
    TXT: ['something else', 'v=spf1 a:relay.example.org include:spf.service.example -all'],
    MX: ['20 backup.example.org', '10 mx.example.org'],
  },
  'rolecall._domainkey.example.org': { TXT: [keyRecord] },
  '_dmarc.example.org': { TXT: ['v=DMARC1; p=reject; rua=mailto:dmarc@example.org'] },
  'relay.example.org': { A: [relay] },
  'mx.example.org': { A: ['198.51.100.8'] },
  'backup.example.org': { A: ['198.51.100.9'] },
  'spf.service.example': { TXT: ['v=spf1 ip4:203.0.113.0/24 -all'] },
  [reverseName(relay)]: { PTR: ['relay.example.org'] },
} as const satisfies Zone;

let server: DnsServer;
beforeAll(async () => {
  server = await startDnsServer(wellKept);
});
afterAll(() => server.close());

async function check(changes: Zone, changed: Partial<SenderIdentity> = {}) {
  server.use({ ...wellKept, ...changes });
  return checkSenderDomain({ ...identity, ...changed }, createDns([server.address]));
}

const of = (findings: Awaited<ReturnType<typeof check>>, part: string) =>
  findings.filter((finding) => finding.part === part);

test('a domain that is kept well has nothing to mend', async () => {
  const findings = await check({});
  expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
  expect(findings.map(({ part }) => part)).toEqual([
    'SPF',
    'SPF own',
    'SPF service',
    'DKIM',
    'DMARC',
    'alignment',
    'bounces',
    'reverse DNS own',
  ]);
});

test('a new domain is told every record that it needs', async () => {
  server.use({ 'relay.example.org': { A: [relay] } });
  const findings = await checkSenderDomain(identity, createDns([server.address]));
  expect(findings.flatMap(({ record }) => record ?? [])).toEqual([
    {
      name: 'bounces.example.org',
      type: 'TXT',
      value: `v=spf1 ip4:${relay} include:spf.service.example ~all`,
    },
    { name: 'rolecall._domainkey.example.org', type: 'TXT', value: keyRecord },
    {
      name: '_dmarc.jobs.example.org',
      type: 'TXT',
      value: 'v=DMARC1; p=none; rua=mailto:dmarc@jobs.example.org',
    },
    { name: 'bounces.example.org', type: 'MX', value: '10 bounces.example.org.' },
  ]);
});

describe('SPF', () => {
  const spf = (...TXT: readonly string[]) =>
    check({ 'bounces.example.org': { TXT, MX: ['10 mx.example.org'] } });

  test.each([
    ['v=spf1 ip4:198.51.100.0/24 include:spf.service.example ~all'],
    ['v=spf1 mx a:relay.example.org/24 include:SPF.service.example. ?all'],
    ['v=spf1 exists:relay.example.org include:spf.service.example -all'],
    ['v=spf1 ip6:2001:db8::/32 +ip4:198.51.100.7 include:spf.service.example'],
    ['v=spf1 redirect=policy.example.org'],
  ])('“%s” permits the server and the service', async (record) => {
    const findings = await check({
      'bounces.example.org': { TXT: [record] },
      'policy.example.org': { TXT: [`v=spf1 ip4:${relay} include:spf.service.example -all`] },
    });
    expect(of(findings, 'SPF own')).toMatchObject([{ state: 'ok' }]);
    // It is not included by a policy that is only redirected to, but named there.
    expect(of(findings, 'SPF service')).toMatchObject([{ state: 'ok' }]);
  });

  test('a server by IPv6 is judged by IPv6', async () => {
    const hosts = [{ provider: 'own', spfInclude: null, host: 'six.example.org' }];
    for (const [record, state] of [
      ['v=spf1 ip6:2001:db8::/32 -all', 'ok'],
      ['v=spf1 a:six.example.org//64 -all', 'ok'],
      ['v=spf1 ip4:0.0.0.0/0 -all', 'failed'],
    ] as const) {
      const findings = await check(
        { 'bounces.example.org': { TXT: [record] }, 'six.example.org': { AAAA: ['2001:db8::7'] } },
        { hosts },
      );
      expect(of(findings, 'SPF own'), record).toMatchObject([{ state }]);
    }
  });

  test('what is not permitted is added before the end of the record', async () => {
    const findings = await spf('v=spf1 ip4:192.0.2.1 -all');
    for (const part of ['SPF own', 'SPF service']) {
      expect(of(findings, part)).toMatchObject([
        {
          state: 'failed',
          record: { value: `v=spf1 ip4:192.0.2.1 ip4:${relay} include:spf.service.example -all` },
        },
      ]);
    }
  });

  test('an earlier word counts more than a later one', async () => {
    const findings = await spf(`v=spf1 -ip4:${relay} include:spf.service.example +ip4:198.51.100.0/24 -all`);
    expect(of(findings, 'SPF own')).toMatchObject([{ state: 'failed' }]);
  });

  test.each([
    ['two records', ['v=spf1 -all', 'v=spf1 ~all'], /2 SPF records/],
    ['a word that is none', ['v=spf1 ipv4:198.51.100.7 -all'], /“ipv4:198\.51\.100\.7”/],
    ['an address that is none', ['v=spf1 ip4:198.51.100.700 -all'], /is none of SPF/],
    ['a record that is not there', ['v=spf1 include:nowhere.example -all'], /nowhere\.example.*no SPF/],
    ['a circle', ['v=spf1 include:bounces.example.org -all'], /11 questions/],
    ['everybody', ['v=spf1 +all'], /everybody/],
  ])('%s is a fault', async (_name, records, reason) => {
    const [first] = await spf(...records);
    expect(first).toMatchObject({ part: 'SPF', state: 'failed', detail: expect.stringMatching(reason) });
  });

  test('ten questions are allowed, the eleventh is a fault', async () => {
    const questions = (count: number) => Array.from({ length: count }, () => 'a:relay.example.org').join(' ');
    const [ten] = await spf(`v=spf1 ${questions(10)} -all`);
    expect(ten).toMatchObject({ state: 'ok', detail: expect.stringContaining('10 of 10') });
    const [eleven] = await spf(`v=spf1 ${questions(11)} -all`);
    expect(eleven).toMatchObject({ state: 'failed' });
  });

  test('a service with a return path of its own needs nothing of ours', async () => {
    const findings = await check({}, { hosts: [{ provider: 'api', spfInclude: null, host: null }] });
    expect(of(findings, 'SPF api')).toMatchObject([{ state: 'ok' }]);
  });

  test('a macro leaves it open', async () => {
    const findings = await spf('v=spf1 exists:%{i}.spf.example.org include:spf.service.example -all');
    expect(of(findings, 'SPF own')).toMatchObject([{ state: 'warning' }]);
  });

  test('a server in a private network cannot be judged', async () => {
    const findings = await check({}, { hosts: [{ provider: 'own', spfInclude: null, host: '10.0.0.25' }] });
    expect(of(findings, 'SPF own')).toMatchObject([{ state: 'warning' }]);
    expect(of(findings, 'reverse DNS own')).toEqual([]);
  });
});

describe('DKIM', () => {
  const name = 'rolecall._domainkey.example.org';
  const other = createPublicKey(generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey)
    .export({ type: 'spki', format: 'der' })
    .toString('base64');

  test.each([
    [
      'the key in pieces with spaces',
      `v=DKIM1; p=${publicKey.slice(0, 100)} ${publicKey.slice(100)}; t=y`,
      'ok',
    ],
    ['another key', `v=DKIM1; k=rsa; p=${other}`, 'failed'],
    ['a revoked key', 'v=DKIM1; p=', 'failed'],
    ['a key for something else', `v=DKIM1; s=chat; p=${publicKey}`, 'failed'],
    ['another version', `v=DKIM2; p=${publicKey}`, 'failed'],
    ['no key at all', 'hello', 'failed'],
  ])('%s', async (_name, record, state) => {
    const [finding] = of(await check({ [name]: { TXT: [record] } }), 'DKIM');
    expect(finding).toMatchObject({ state });
    expect(finding?.record?.value).toBe(state === 'ok' ? undefined : keyRecord);
  });

  test('an Ed25519 key is published as the bare key', async () => {
    const ed25519 = generateKeyPairSync('ed25519').privateKey;
    const [finding] = of(
      await check({}, { dkim: { domain: 'example.org', selector: 'ed', privateKey: ed25519 } }),
      'DKIM',
    );
    const value = finding?.record?.value ?? '';
    expect(value).toMatch(/^v=DKIM1; k=ed25519; p=[A-Za-z\d+/]{43}=$/);
    const [again] = of(
      await check(
        { 'ed._domainkey.example.org': { TXT: [value] } },
        { dkim: { domain: 'example.org', selector: 'ed', privateKey: ed25519 } },
      ),
      'DKIM',
    );
    expect(again).toMatchObject({ state: 'ok' });
  });
});

describe('DMARC', () => {
  const dmarc = (record: string, changed: Partial<SenderIdentity> = {}) =>
    check({ '_dmarc.example.org': { TXT: [record] } }, changed);

  test('p=none stops nothing, and the policy for subdomains counts for a subdomain', async () => {
    expect(of(await dmarc('v=DMARC1; p=none'), 'DMARC')).toMatchObject([
      { state: 'warning', detail: expect.stringMatching(/p=none.*rua=/) },
    ]);
    expect(of(await dmarc('v=DMARC1; p=none; sp=quarantine'), 'DMARC')).toMatchObject([
      { state: 'ok', detail: expect.stringContaining('p=quarantine') },
    ]);
    expect(of(await dmarc('v=DMARC1; p=block'), 'DMARC')).toMatchObject([{ state: 'failed' }]);
  });

  test('strict alignment asks for the very domain', async () => {
    const strict = await dmarc('v=DMARC1; p=reject; adkim=s; aspf=s');
    expect(of(strict, 'alignment')).toMatchObject([{ state: 'failed' }]);
    const same = await dmarc('v=DMARC1; p=reject; adkim=s; aspf=s', {
      dkim: { domain: 'jobs.example.org', selector: 'rolecall', privateKey },
    });
    expect(of(same, 'alignment')).toMatchObject([
      { state: 'warning', detail: expect.stringMatching(/only DKIM/) },
    ]);
  });

  test('a foreign domain speaks for nobody', async () => {
    const findings = await check(
      {},
      { bounceDomain: 'bounces.example.net', dkim: { domain: 'notexample.org', selector: 'a', privateKey } },
    );
    expect(of(findings, 'alignment')).toMatchObject([{ state: 'failed' }]);
  });

  test('two records are none', async () => {
    const findings = await check({
      '_dmarc.jobs.example.org': { TXT: ['v=DMARC1; p=none', 'v=DMARC1; p=reject'] },
    });
    expect(of(findings, 'DMARC')).toMatchObject([{ state: 'failed' }]);
  });
});

test('a host without an address, and a domain that takes no mail, get no bounces', async () => {
  const lost = await check({ 'mx.example.org': {} });
  expect(of(lost, 'bounces')).toMatchObject([
    { state: 'failed', detail: expect.stringContaining('mx.example.org') },
  ]);
  const none = await check({ 'bounces.example.org': { TXT: ['v=spf1 -all'], MX: ['0 .'] } });
  expect(of(none, 'bounces')).toMatchObject([{ state: 'failed', detail: expect.stringContaining('7505') }]);
});

test('a reverse name has to lead back', async () => {
  const nameless = await check({ [reverseName(relay)]: {} });
  expect(of(nameless, 'reverse DNS own')).toMatchObject([{ state: 'warning' }]);
  const astray = await check({ [reverseName(relay)]: { PTR: ['mx.example.org'] } });
  expect(of(astray, 'reverse DNS own')).toMatchObject([{ state: 'warning' }]);
});

test('a server that cannot answer is not taken for a missing record', async () => {
  const findings = await check({ 'bounces.example.org': 'servfail' });
  expect(of(findings, 'SPF')).toMatchObject([
    { state: 'failed', detail: expect.stringContaining('not answered') },
  ]);
  expect(findings.find(({ part }) => part === 'SPF')?.record).toBeUndefined();
});

test('a sender without a domain of its own is told so', async () => {
  const findings = await check({}, { fromDomain: 'localhost' });
  expect(findings).toMatchObject([{ part: 'sender', state: 'failed' }]);
});
