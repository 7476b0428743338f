import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigurationError, loadConfig } from '../../../platform/config/index.ts';
import { mailSettings } from './index.ts';
import { parseMailProviders } from './mail-providers.ts';

const faultsOf = (list: string) => parseMailProviders(list).faults;

describe('a list of mail providers', () => {
  test('keeps the order of failover and all that is given', () => {
    const list = `
      ses://AKIDEXAMPLE:wJalr/K7M+ENG@eu-west-1?name=main&rate=14&concurrency=10&configuration_set=jobs
      smtp://user:p%40ss@mail.example.org:587
      smtps://[2001:db8::1]`;
    expect(parseMailProviders(list)).toEqual({
      faults: [],
      providers: [
        {
          kind: 'ses',
          name: 'main',
          rate: 14,
          concurrency: 10,
          accessKeyId: 'AKIDEXAMPLE',
          secretAccessKey: 'wJalr/K7M+ENG',
          region: 'eu-west-1',
          endpoint: 'https://email.eu-west-1.amazonaws.com',
          configurationSet: 'jobs',
        },
        {
          kind: 'smtp',
          name: 'smtp',
          rate: undefined,
          concurrency: 5,
          url: 'smtp://user:p%40ss@mail.example.org:587',
          service: null,
          configurationSet: undefined,
        },
        expect.objectContaining({ name: 'smtps', url: 'smtps://[2001:db8::1]' }),
      ],
    });
  });

  test.each([
    ['gmail://ada%40example.org:app@', 'smtps://ada%40example.org:app@smtp.gmail.com:465', 'gmail'],
    ['sendgrid-smtp://SG.key@', 'smtps://apikey:SG.key@smtp.sendgrid.net:465', 'sendgrid'],
    [
      'ses-smtp://user:a/b+c@eu-west-1',
      'smtps://user:a%2Fb%2Bc@email-smtp.eu-west-1.amazonaws.com:465',
      'ses',
    ],
    ['postmark-smtp://key@', 'smtp://key:key@smtp.postmarkapp.com:587', 'postmark'],
    ['mailgun-smtp://user:pass@eu', 'smtps://user:pass@smtp.eu.mailgun.org:465', 'mailgun'],
    ['mailgun-smtp://user:pass@', 'smtps://user:pass@smtp.mailgun.org:465', 'mailgun'],
  ])('knows the mail server of %s', (address, url, service) => {
    expect(parseMailProviders(address).providers).toMatchObject([{ kind: 'smtp', url, service }]);
  });

  test.each([
    ['sendgrid://SG.key@', 'sendgrid', 'https://api.sendgrid.com'],
    ['sendgrid://SG.key@eu', 'sendgrid', 'https://api.eu.sendgrid.com'],
    ['postmark://token@', 'postmark', 'https://api.postmarkapp.com'],
    ['resend://re_key@', 'resend', 'https://api.resend.com'],
    ['resend://re_key@?endpoint=https://mail.internal', 'resend', 'https://mail.internal'],
    ['resend://key@?endpoint=http://127.0.0.1:8025&insecure=true', 'resend', 'http://127.0.0.1:8025'],
  ])('knows the API of %s', (address, kind, endpoint) => {
    expect(parseMailProviders(address).providers).toMatchObject([{ kind, endpoint }]);
  });

  test.each([
    ['hunter2', 'must look like smtp://'],
    ['sendgird://hunter2@', 'did you mean sendgrid://?'],
    ['telnet://hunter2@mail.example.org', 'has an unknown scheme; there are'],
    ['smtp://ada:hunter2@', 'names no host'],
    ['smtp://ada:hunter2@mail.example.org:99999', 'must look like smtp://user'],
    ['smtp://ada:%zz@mail.example.org', 'must look like smtp://user'],
    ['gmail://hunter2@', 'has no password or secret'],
    ['ses://key:hunter2@', 'names no region of AWS'],
    ['ses://key:hunter2@eu-west-1.evil.example', 'names no region of AWS'],
    ['resend://', 'names no user or key'],
    ['resend://hunter2@api.evil.example', 'must end with @'],
    ['postmark://hunter2@:80', 'takes no port'],
    ['resend://hunter2@?ratte=2', 'did you mean rate?'],
    ['resend://hunter2@?rate=0', 'must have a rate from'],
    ['resend://hunter2@?rate=1&rate=2', 'must give rate one value'],
    ['resend://hunter2@?concurrency=1000', 'must have a concurrency'],
    ['resend://hunter2@?name=Hunter%202', 'must have a name of'],
    ['resend://hunter2@?endpoint=http://127.0.0.1', 'must have an https endpoint'],
    ['resend://hunter2@?endpoint=https://hunter2@a.example/x', 'must have an endpoint that is an origin'],
    ['resend://hunter2@ resend://hunter2b@', 'has the name resend of another'],
  ])('says what is wrong with %s, and not what stands there', (list, fault) => {
    const [first = ''] = faultsOf(list);
    expect(first).toMatch(/^address [12] /);
    expect(first).toContain(fault);
    expect(first).not.toContain('hunter2');
  });

  test('never shows what it was given', () => {
    const word = fc.stringMatching(/^[A-Z]{6,12}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('smtp', 'ses', 'resend', 'x'),
        word,
        word,
        fc.string(),
        (scheme, user, pass, rest) => {
          const faults = faultsOf(`${scheme}://${user}:${pass}@${rest}`).join();
          expect(faults).not.toContain(user);
          expect(faults).not.toContain(pass);
        },
      ),
    );
  });

  test('has at most ten', () => {
    const list = Array.from({ length: 11 }, (_, index) => `resend://k@?name=p${index}`).join(' ');
    expect(faultsOf(list)).toEqual(['must have at most 10 addresses']);
  });
});

describe('the configuration of e-mail', () => {
  function faults(environment: Record<string, string>): readonly string[] {
    try {
      loadConfig([mailSettings], environment);
      return [];
    } catch (error) {
      if (error instanceof ConfigurationError) return error.faults;
      throw error;
    }
  }

  test('has one source', () => {
    expect(faults({ SMTP_URL: 'smtp://mail', ROLECALL_MAIL_PROVIDERS: 'resend://hunter2@' })).toEqual([
      'ROLECALL_MAIL_PROVIDERS: set either SMTP_URL or ROLECALL_MAIL_PROVIDERS, not both',
    ]);
    expect(faults({ ROLECALL_MAIL_PROVIDERS: 'resend://' })).toEqual([
      'ROLECALL_MAIL_PROVIDERS: address 1 names no user or key: resend://KEY@',
    ]);
  });

  test('switches the built-in mailbox off', () => {
    const mail = loadConfig([mailSettings], { ROLECALL_MAIL_PROVIDERS: 'resend://key@' }).of(mailSettings);
    expect(mail).toMatchObject({ enabled: true, providers: [{ name: 'resend' }] });
    expect(mail.hasMailbox).toBe(false);
    expect(loadConfig([mailSettings], { SMTP_URL: 'smtp://mail' }).of(mailSettings).providers).toMatchObject([
      { kind: 'smtp', name: 'smtp', url: 'smtp://mail' },
    ]);
  });

  test.each(['yesterday', '2026-13-01', '2026-09-01T00:00:00Z'])('does not begin a warm-up on %s', (day) => {
    expect(faults({ ROLECALL_MAIL_WARM_UP_START: day })).toHaveLength(1);
  });
});
