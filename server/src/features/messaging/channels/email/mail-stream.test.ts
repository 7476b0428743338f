import { type Kind, kindNames, kinds } from '@rolecall/contract';
import { expect, test } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { mailDelivery } from '../../../../testing/messaging/mail-delivery.ts';
import { testMarkTokens, testTokens } from '../../../../testing/messaging/messaging.ts';
import { createShippedTexts, sampleOf } from '../../../../testing/messaging/texts.ts';
import type { OutgoingMail } from '../../../mail/message/index.ts';
import { createEmailSender } from './email-sender.ts';

const given: OutgoingMail[] = [];
const sender = createEmailSender({
  clock: new FakeClock(),
  mailSender: {
    concurrency: 1,
    isThrottled: () => false,
    async send(mail) {
      given.push(mail);
      return { result: 'sent', provider: 'any', providerMessageId: null };
    },
  },
  from: 'jobs@rolecall.example',
  publicUrl: 'https://rolecall.example',
  tokens: testTokens,
  markTokens: testMarkTokens,
  bounceDomain: undefined,
  texts: createShippedTexts(),
  instrument: null,
  mailEvents: null,
});

test.each<Kind>(kindNames)('%s is bulk unless it is mandatory, as its headers tell too', async (kind) => {
  given.length = 0;
  await sender.send(mailDelivery({ kind, payload: sampleOf(kind) }));
  const stream = kinds[kind].mandatory ? 'transactional' : 'bulk';
  expect(given).toMatchObject([{ stream }]);
  expect('List-Unsubscribe' in (given[0]?.headers ?? {})).toBe(stream === 'bulk');
});
