import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { FakeTimers } from '../../../testing/timers.ts';
import type { MailProvider } from '../message/index.ts';
import { createReturnPaths, type MailOutcome, type OutgoingMail } from '../message/index.ts';
import { createMailSender } from './mail-sender.ts';

const accepted: MailOutcome = { result: 'sent', provider: 'any', providerMessageId: null };
const unreachable: MailOutcome = { result: 'unavailable', detail: 'connect ECONNREFUSED' };
const refused: MailOutcome = { result: 'sender_blocked', detail: '550 5.7.1 listed', status: '5.7.1' };
const silent: MailOutcome = { result: 'retry', detail: 'no answer', isUnclear: true };

function mail(overrides: Partial<OutgoingMail> = {}): OutgoingMail {
  const deliveryId = uuidv7();
  return {
    from: 'Rolecall <jobs@rolecall.example>',
    to: { name: 'Ada', address: 'ada@example.org' },
    subject: 'A job',
    html: '<p>A job</p>',
    text: 'A job',
    messageId: `<${deliveryId}@rolecall.example>`,
    date: new Date('2026-09-01T12:00:00Z'),
    headers: { 'List-Unsubscribe': '<https://rolecall.example/u/token>' },
    reference: { deliveryId, kind: 'job_alert', category: 'jobs' },
    stream: 'bulk',
    isUrgent: false,
    ...overrides,
  };
}

let clock: FakeClock;
let log: string[];
beforeEach(() => {
  clock = new FakeClock();
  log = [];
});

type Script = (mail: OutgoingMail, returnPath: string) => MailOutcome | Promise<MailOutcome>;

function scripted(name: string, script: Script): MailProvider {
  return {
    name,
    concurrency: 4,
    async send(given, returnPath) {
      log.push(name);
      const outcome = await script(given, returnPath);
      return { ...outcome, provider: name };
    },
    verify: async () => {},
    close: async () => {},
  };
}

function senderOver(
  scripts: Readonly<Record<string, Script>>,
  options: { readonly rate?: number; readonly warmUp?: () => Promise<number> } = {},
) {
  const unclear = new Map<string, string>();
  let givenBack = 0;
  const { warmUp } = options;
  const delay = new FakeTimers(clock);
  const sender = createMailSender({
    providers: Object.entries(scripts).map(([name, script]) => ({
      provider: scripted(name, script),
      rate: options.rate,
    })),
    clock,
    delay,
    returnPaths: createReturnPaths({ secret: 'a secret', domain: 'bounces.rolecall.example' }),
    warmUp:
      warmUp === undefined
        ? null
        : {
            take: warmUp,
            giveBack: () => {
              givenBack += 1;
            },
          },
    unclear: {
      providerOf: (messageId) => unclear.get(messageId),
      async note(messageId, provider) {
        unclear.set(messageId, provider);
      },
    },
    events: {
      opened: (provider) => log.push(`${provider} opened`),
      closed: (provider) => log.push(`${provider} closed`),
      answered() {},
    },
  });
  return { sender, delay, givenBack: () => givenBack };
}

describe('a mail', () => {
  test('goes to the first provider, with a return path of its own', async () => {
    const paths: string[] = [];
    const { sender } = senderOver({
      first: (_mail, returnPath) => {
        paths.push(returnPath);
        return accepted;
      },
      second: () => accepted,
    });
    expect(await sender.send(mail())).toMatchObject({ result: 'sent', provider: 'first' });
    await sender.send(mail({ reference: null }));
    expect(log).toEqual(['first', 'first']);
    expect(paths).toEqual([
      expect.stringMatching(/^b\+[\da-f]{32}\.[\da-f]{24}@bounces\.rolecall\.example$/),
      'jobs@rolecall.example',
    ]);
  });

  test.each([
    ['cannot be reached', unreachable],
    ['refuses us', refused],
  ])('goes to the next one where the first %s', async (_name, outcome) => {
    const { sender } = senderOver({ first: () => outcome, second: () => accepted });
    expect(await sender.send(mail())).toMatchObject({ result: 'sent', provider: 'second' });
  });

  test.each<[string, MailOutcome]>([
    ['says nothing after the body', silent],
    ['breaks after the body', { ...unreachable, isUnclear: true }],
    ['puts it off', { result: 'retry', detail: '450 4.2.0', status: '4.2.0' }],
    ['knows no such address', { result: 'address_rejected', detail: '550 5.1.1' }],
    ['will never take it', { result: 'message_rejected', detail: '554 5.6.0' }],
    ['wants fewer', { result: 'throttled', detail: '429' }],
  ])('goes to nobody else where the first %s', async (_name, outcome) => {
    const { sender } = senderOver({ first: () => outcome, second: () => accepted });
    expect(await sender.send(mail())).toMatchObject({ result: outcome.result, provider: 'first' });
    expect(log).toEqual(['first']);
  });

  test('that may have been taken comes back to the same provider', async () => {
    let answer: MailOutcome = silent;
    let isFirstWell = false;
    const { sender } = senderOver({
      first: () => (isFirstWell ? accepted : unreachable),
      second: () => answer,
    });
    const unclear = mail();
    expect(await sender.send(unclear)).toMatchObject({ isUnclear: true, provider: 'second' });
    isFirstWell = true;
    answer = accepted;
    expect(await sender.send(mail())).toMatchObject({ provider: 'first' });
    expect(await sender.send(unclear)).toMatchObject({ result: 'sent', provider: 'second' });
  });
});

describe('a provider', () => {
  test('that fails three times in a row is passed over, tried again, and told about', async () => {
    let isWell = false;
    const { sender } = senderOver({ first: () => (isWell ? accepted : unreachable), second: () => accepted });
    for (let count = 0; count < 5; count++) {
      expect(await sender.send(mail())).toMatchObject({ provider: 'second' });
    }
    expect(log.filter((entry) => entry !== 'second')).toEqual(['first', 'first', 'first', 'first opened']);
    expect(sender.providers()).toMatchObject([
      { name: 'first', breaker: 'open', breakerReason: 'connect ECONNREFUSED', lastSuccessAt: null },
      { name: 'second', breaker: 'closed' },
    ]);
    isWell = true;
    clock.advance(5_000);
    expect(await sender.send(mail())).toMatchObject({ provider: 'first' });
    expect(log.at(-1)).toBe('first closed');
  });

  test('that refuses us is passed over at once, and nobody is asked when all do', async () => {
    const { sender } = senderOver({ first: () => refused });
    expect(await sender.send(mail())).toMatchObject({ result: 'sender_blocked' });
    expect(await sender.send(mail())).toMatchObject({ result: 'unavailable', retryAfterMs: 300_000 });
    expect(log).toEqual(['first', 'first opened']);
    sender.closeBreaker('first');
    await sender.send(mail());
    expect(log).toHaveLength(4);
  });

  test('that an operator has paused is given nothing', async () => {
    const { sender } = senderOver({ first: () => accepted, second: () => accepted });
    sender.setPaused(new Set(['first']));
    expect(await sender.send(mail())).toMatchObject({ provider: 'second' });
    sender.setPaused(new Set());
    expect(await sender.send(mail())).toMatchObject({ provider: 'first' });
  });

  test('that wants to be left alone is: what can wait does, what is urgent goes elsewhere', async () => {
    const { sender } = senderOver({
      first: () => ({ result: 'throttled', detail: '429', retryAfterMs: 60_000 }),
      second: () => accepted,
    });
    expect(sender.isThrottled()).toBe(false);
    expect(await sender.send(mail())).toMatchObject({ result: 'throttled', retryAfterMs: 60_000 });
    expect(sender.isThrottled()).toBe(true);
    clock.advance(10_000);
    expect(await sender.send(mail())).toMatchObject({ result: 'throttled', retryAfterMs: 50_000 });
    expect(await sender.send(mail({ isUrgent: true }))).toMatchObject({ result: 'sent', provider: 'second' });
    expect(log).toEqual(['first', 'second']);
  });
});

test('a password reset does not wait behind a bulk run', async () => {
  const release: (() => void)[] = [];
  const { sender, delay } = senderOver(
    {
      only: async ({ isUrgent }) => {
        if (!isUrgent) await new Promise<void>((resolve) => release.push(resolve));
        return accepted;
      },
    },
    { rate: 10 },
  );
  const bulk = Array.from({ length: 50 }, () => sender.send(mail()));
  await delay.settle();
  expect(await sender.send(mail({ isUrgent: true }))).toMatchObject({ result: 'sent' });
  for (const done of release.splice(0)) done();
  await delay.advance(2_000);
  for (const done of release.splice(0)) done();
  const results = (await Promise.all(bulk)).map(({ result }) => result);
  expect(new Set(results)).toEqual(new Set(['sent', 'throttled']));
});

test.each([
  ['4.7.0', 5, 0],
  ['4.3.2', 5, 0],
  [undefined, 5, 0],
  ['4.7.1', 10, 1],
  ['4.4.1', 10, 1],
  ['4.2.2', 10, 0],
])('%s slows down whom it speaks of', async (status, rate, receivers) => {
  const outcome = {
    result: 'retry',
    detail: 'not now',
    ...(status === undefined ? {} : { status }),
  } as const;
  const { sender } = senderOver({ only: () => outcome }, { rate: 10 });
  await sender.send(mail());
  expect(sender.providers()).toMatchObject([{ rate }]);
  expect(sender.throttledReceivers()).toHaveLength(receivers);
});

describe('a receiver', () => {
  test('that puts mails off gets none for a while; others and what is urgent go on', async () => {
    const deferral: MailOutcome = { result: 'retry', detail: '450 4.7.1 greylisted', status: '4.7.1' };
    const { sender } = senderOver({ only: ({ to }) => (to.address.endsWith('.org') ? deferral : accepted) });
    expect(await sender.send(mail())).toMatchObject({ result: 'retry' });
    expect(await sender.send(mail())).toMatchObject({ result: 'throttled', retryAfterMs: 30_000 });
    expect(sender.throttledReceivers()).toMatchObject([{ name: 'example.org', places: 1 }]);
    clock.advance(20_000);
    expect(await sender.send(mail({ to: { name: '', address: 'bob@example.net' } }))).toMatchObject({
      result: 'sent',
    });
    expect(await sender.send(mail({ isUrgent: true }))).toMatchObject({ result: 'retry' });
  });

  test('is not blamed for a mailbox that is full', async () => {
    const { sender } = senderOver({
      only: () => ({ result: 'retry', detail: '452 4.2.2 full', status: '4.2.2' }),
    });
    await sender.send(mail());
    expect(sender.throttledReceivers()).toEqual([]);
    expect(sender.providers()).toMatchObject([{ rate: null }]);
  });
});

describe('the warm-up of the domain', () => {
  test('holds back what is in no hurry until the next day', async () => {
    const { sender } = senderOver({ only: () => accepted }, { warmUp: async () => 3_600_000 });
    expect(await sender.send(mail())).toMatchObject({ result: 'throttled', retryAfterMs: 3_600_000 });
    expect(await sender.send(mail({ isUrgent: true }))).toMatchObject({ result: 'sent' });
    expect(await sender.send(mail({ stream: 'transactional' }))).toMatchObject({ result: 'sent' });
    expect(log).toEqual(['only', 'only']);
  });

  test('counts what has gone out, and what may have', async () => {
    const answers = [accepted, unreachable, silent];
    const { sender, givenBack } = senderOver(
      { only: () => answers.shift() ?? accepted },
      { warmUp: async () => 0 },
    );
    for (let count = 0; count < 3; count++) await sender.send(mail());
    expect(givenBack()).toBe(1);
  });
});
