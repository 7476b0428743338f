import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kindNames, locales } from '@rolecall/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createActions } from '../../server/src/composition/actions.ts';
import { runCommandLine } from '../../server/src/edges/cli/command-line.ts';
import { openDatabase } from '../../server/src/platform/db/index.ts';
import { createLogger } from '../../server/src/platform/observability/index.ts';
import { type DnsServer, startDnsServer } from '../../server/src/testing/dns-server.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { temporaryFolder } from '../support/server.ts';

const folder = temporaryFolder();
const dataDirectory = path.join(folder, 'data');
let mailServer: MailServer;

beforeAll(async () => {
  mailServer = await startMailServer();
});
afterAll(async () => {
  await mailServer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command as the program does, in this process: starting one for each takes longer than what they do. */
async function email(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  let [out, error] = ['', ''];
  const isNotMeant = () => Promise.reject(new Error('not asked for by these commands'));
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  try {
    const status = await runCommandLine(
      ['email', ...args, '--data-dir', dataDirectory],
      'test',
      async () => createActions('test', () => {}),
      {
        terminal: {
          out: {
            write(text) {
              out += text;
            },
          },
          error: {
            write(text) {
              error += text;
            },
          },
        },
        readInput: isNotMeant,
        onStop: isNotMeant,
      },
    );
    return { status, out, error };
  } finally {
    vi.unstubAllEnvs();
  }
}

describe('email preview', () => {
  const out = path.join(folder, 'preview');
  const read = (name: string) => readFileSync(path.join(out, name), 'utf8');

  test('writes every mail in every language, with a page that leads to them', async () => {
    const { status, out: said } = await email(['preview', '--out', out]);
    expect(status).toBe(0);
    expect(said).toMatch(/^Wrote \d+ mails; open .*index\.html\n$/);
    const index = read('index.html');
    // Each status of an application has a look of its own.
    const looks = [...kindNames, 'application_status_changed.offer', 'application_status_changed.rejected'];
    for (const kind of looks) {
      for (const locale of locales) {
        expect(read(`${kind}.${locale}.html`)).toContain(`<html lang="${locale}"`);
        expect(read(`${kind}.${locale}.txt`)).toMatch(/\S/);
        expect(index).toContain(`href="${kind}.${locale}.html"`);
      }
    }
  });

  test('replaces what it has written itself, and nothing else', async () => {
    writeFileSync(path.join(out, 'welcome.de.html'), 'an older preview');
    writeFileSync(path.join(out, 'notes.txt'), 'somebody else’s');
    const again = await email(['preview', '--out', out, '--template', 'welcome', '--locale', 'de', '--json']);
    expect(JSON.parse(again.out)).toMatchObject({ index: path.join(out, 'index.html'), warning: null });
    expect(read('welcome.de.html')).toContain('<html lang="de"');
    expect(read('notes.txt')).toBe('somebody else’s');

    const foreign = path.join(folder, 'foreign');
    mkdirSync(foreign);
    writeFileSync(path.join(foreign, 'index.html'), 'a page of mine');
    const refused = await email(['preview', '--out', foreign, '--template', 'welcome']);
    expect(refused.status).toBe(1);
    expect(refused.error).toMatch(/index\.html is there already/);
    expect(readdirSync(foreign)).toEqual(['index.html']);
    expect(readFileSync(path.join(foreign, 'index.html'), 'utf8')).toBe('a page of mine');
  });

  test('says when the server keeps the texts of operators to itself', async () => {
    const logger = createLogger({ level: 'silent', environment: 'test' });
    const holder = await openDatabase({ kind: 'embedded', folder: dataDirectory }, logger);
    try {
      const { status, out: said } = await email(['preview', '--out', out, '--template', 'welcome']);
      expect(status).toBe(0);
      expect(said).toMatch(/Warning: the server uses the embedded database/);
    } finally {
      await holder.close();
    }
  });
});

const reportSchema = z.object({
  mails: z.array(
    z.object({
      provider: z.string(),
      kind: z.string(),
      locale: z.string(),
      result: z.string(),
      detail: z.string().nullable(),
    }),
  ),
});

describe('email test', () => {
  const send = async (...args: readonly string[]) => {
    const { status, out, error } = await email(['test', ...args, '--json'], { SMTP_URL: mailServer.url });
    return {
      status,
      error,
      mails: out === '' ? [] : reportSchema.parse(JSON.parse(out)).mails,
    };
  };

  test('sends samples that are marked as such, in the languages that were asked for', async () => {
    const { status, mails } = await send(
      '--template',
      'welcome',
      '--locale',
      'all',
      '--to',
      'Op@example.org',
    );
    expect(status).toBe(0);
    expect(mails.map(({ locale, result }) => [locale, result])).toEqual(
      locales.map((locale) => [locale, 'sent']),
    );
    expect(mailServer.mails).toHaveLength(locales.length);
    for (const { to, subject } of mailServer.mails) {
      expect([to, subject]).toEqual(['op@example.org', expect.stringMatching(/^\[Test\] \S/)]);
    }
    expect(new Set(mailServer.mails.map(({ messageId }) => messageId)).size).toBe(locales.length);
  });

  test('says what the provider answered, and fails', async () => {
    mailServer.refuse('gone@example.org', '550 no such mailbox');
    const { status, mails } = await send('--template', 'welcome', '--to', 'gone@example.org');
    expect(status).toBe(1);
    expect(mails).toMatchObject([
      { result: 'address_rejected', detail: expect.stringContaining('no such mailbox') },
    ]);
  });

  test('asks a provider that cannot be reached once', async () => {
    const { status, out } = await email(['test', '--template', 'all', '--to', 'op@example.org', '--json'], {
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    expect(status).toBe(1);
    const { mails } = reportSchema.parse(JSON.parse(out));
    expect(mails.map(({ result }) => result)).toEqual([
      'unavailable',
      ...kindNames.slice(1).map(() => 'not_tried'),
    ]);
  });

  test.each([
    ['no address', ['--template', 'welcome', '--to', 'op@example'], /e-mail address/],
    ['two addresses', ['--template', 'welcome', '--to', 'a@example.org,b@example.org'], /e-mail address/],
    ['a header', ['--template', 'welcome', '--to', 'a@example.org\nBcc: b@example.org'], /e-mail address/],
    ['no template of ours', ['--template', 'spam', '--to', 'a@example.org'], /Allowed choices/],
    [
      'no provider of ours',
      ['--template', 'welcome', '--to', 'a@example.org', '--provider', 'x'],
      /no provider x/,
    ],
  ])('refuses what is %s', async (_name, args, reason) => {
    mailServer.clear();
    const { status, error } = await send(...args);
    expect(status).toBe(1);
    expect(error).toMatch(reason);
    expect(mailServer.mails).toEqual([]);
  });
});

describe('email verify', () => {
  let dns: DnsServer;
  beforeAll(async () => {
    dns = await startDnsServer({ 'example.org': { TXT: ['v=spf1 -all'] } });
  });
  afterAll(() => dns.close());

  const verify = (smtpUrl: string, ...args: readonly string[]) =>
    email(['verify', '--resolver', dns.address, ...args], {
      SMTP_URL: smtpUrl,
      ROLECALL_MAIL_FROM: 'Jobs <jobs@example.org>',
    });

  test('signs in, looks records up, and prints what is to be published', async () => {
    const { status, out } = await verify(mailServer.url);
    expect(status).toBe(1);
    expect(out).toMatch(/^e-mail by smtp +ok /m);
    expect(out).toMatch(/^DMARC +failed +example\.org has no DMARC record$/m);
    expect(out).toMatch(/^ +publish: _dmarc\.example\.org\. TXT "v=DMARC1; p=none; [^"]+"$/m);
  });

  test('succeeds where nothing is wrong', async () => {
    dns.use({
      'example.org': { TXT: ['v=spf1 mx -all'], MX: ['10 mx.example.org'] },
      '_dmarc.example.org': { TXT: ['v=DMARC1; p=reject'] },
    });
    const { status, out } = await verify(mailServer.url, '--json');
    const { findings } = z
      .object({ findings: z.array(z.looseObject({ state: z.string() })) })
      .parse(JSON.parse(out));
    expect([status, findings.filter(({ state }) => state === 'failed')]).toEqual([0, []]);
  });

  test('names a provider that refuses us, and a resolver that is none', async () => {
    const refused = await verify('smtp://127.0.0.1:1');
    expect([refused.status, refused.out]).toEqual([1, expect.stringMatching(/^e-mail by smtp +failed /m)]);
    const { status, error } = await email(['verify', '--resolver', 'nobody'], { SMTP_URL: mailServer.url });
    expect([status, error]).toEqual([1, expect.stringContaining('nobody is no address of a DNS server')]);
  });
});

test('none of them needs more than it says', async () => {
  const { status, error } = await email(['verify']);
  expect([status, error]).toEqual([
    1,
    'rolecall: This instance sends no mail: set SMTP_URL or ROLECALL_MAIL_PROVIDERS.\n',
  ]);
  expect(existsSync('mail-preview')).toBe(false);
});
