import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { type Kind, kindNames, type Locale, locales } from '@rolecall/contract';
import { SMTPServer } from 'smtp-server';
import { createSmtpProvider } from '../../../server/src/features/mail/smtp/index.ts';
import {
  createComposer,
  createEmailSender,
  createMarkTokens,
  createUnsubscribeTokens,
} from '../../../server/src/features/messaging/channels/email/index.ts';
import { FakeClock } from '../../../server/src/testing/clock.ts';
import { mailDelivery } from '../../../server/src/testing/messaging/mail-delivery.ts';
import { createShippedTexts, samplesOf } from '../../../server/src/testing/messaging/texts.ts';

/** A mail as somebody would get it. */
export interface WholeMail {
  /** Kind, sample and language. */
  readonly name: string;
  readonly kind: Kind;
  readonly locale: Locale;
  readonly html: string;
}

const publicUrl = 'https://rolecall.example';
const from = 'Rolecall <hello@rolecall.example>';
const texts = createShippedTexts();
const clock = new FakeClock();

const cases = (wanted: readonly Locale[]) =>
  wanted.flatMap((locale) =>
    kindNames.flatMap((kind) => samplesOf(kind).map((sample) => ({ kind, locale, sample }))),
  );

const recipientOf = (name: string, locale: Locale) =>
  ({
    user_id: '01990000-0000-7000-8000-000000000001',
    email: 'ada@example.org',
    email_verified: true,
    name,
    role: 'job_seeker',
    time_zone: 'Europe/Berlin',
    locale,
    minimum_match_score: 50,
    is_disabled: false,
  }) as const;

/** Every sample of every kind in these languages. */
export function composeAll(wanted: readonly Locale[] = locales): WholeMail[] {
  const composer = createComposer(publicUrl, texts, from);
  return cases(wanted).map(({ kind, locale, sample: { name, reader, payload } }) => {
    const recipient = recipientOf(reader, locale);
    const { html } = composer.compose(
      { kind, payload, recipient, createdAt: clock.now() },
      `${publicUrl}/u/token`,
    );
    return { name: `${kind}, ${name}, ${locale}`, kind, locale, html };
  });
}

/** Every kind in its usual forms and in every language as it arrives at a mail server: all of its bytes. */
export async function sendAll(): Promise<{ readonly name: string; readonly raw: Buffer }[]> {
  const arrived = new Map<string, Buffer>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void buffer(stream).then((raw) => {
        arrived.set(/^Message-ID: <([^@]+)@/im.exec(raw.toString('latin1'))?.[1] ?? '', raw);
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const provider = createSmtpProvider({
    name: 'sink',
    url: `smtp://127.0.0.1:${address.port}`,
    concurrency: 4,
    signer: null,
  });
  const sender = createEmailSender({
    clock,
    mailSender: {
      concurrency: 4,
      isThrottled: () => false,
      send: (mail) => provider.send(mail, 'bounces@rolecall.example'),
    },
    from,
    publicUrl,
    tokens: createUnsubscribeTokens('a secret of this test'),
    markTokens: createMarkTokens('a secret of this test'),
    texts,
    bounceDomain: undefined,
    instrument: null,
    mailEvents: null,
  });
  const usual = cases(locales).filter(
    ({ sample }) => !['minimal', 'long', 'right to left'].includes(sample.name),
  );
  const names = new Map<string, string>();
  try {
    await Promise.all(
      usual.map(async ({ kind, locale, sample: { name, reader, payload } }, place) => {
        const deliveryId = `01990000-0000-7000-8000-${String(place).padStart(12, '0')}`;
        names.set(deliveryId, `${kind}, ${name}, ${locale}`);
        const recipient = recipientOf(reader, locale);
        const outcome = await sender.send(
          mailDelivery({ deliveryId, kind, payload, recipient, createdAt: clock.now() }),
        );
        if (outcome.result !== 'sent') throw new Error(`${kind}: ${outcome.detail}`);
      }),
    );
  } finally {
    await provider.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return [...arrived].map(([id, raw]) => ({ name: names.get(id) ?? id, raw }));
}
