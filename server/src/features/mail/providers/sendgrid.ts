import { z } from 'zod';
import type { MailProvider, OutgoingMail } from '../message/index.ts';
import { splitMailbox } from '../message/index.ts';
import { splitHeaders, toBase64 } from './addresses.ts';
import { type ApiOutcome, askToSend, jsonOf, unreadable } from './answers.ts';
import { createHttpApi, type HttpApiAnswer, type HttpProviderOptions } from './http-api.ts';

export interface SendGridOptions extends HttpProviderOptions {
  readonly key: string;
}

const errorsSchema = z.object({
  errors: z.array(z.object({ message: z.string(), field: z.string().nullish() })).min(1),
});
const scopesSchema = z.object({ scopes: z.array(z.string()) });

/**
 * SendGrid's v3 Mail Send API. It takes no idempotency key, and rejects only malformed addresses: the answer of the
 * recipient's server comes by webhook, with our delivery in `custom_args`.
 */
export function createSendGridProvider(options: SendGridOptions): MailProvider {
  const { name, key, endpoint, concurrency, clock } = options;
  const api = createHttpApi(endpoint, concurrency, options.timeoutMs);
  const headers = { authorization: `Bearer ${key}` };

  return {
    name,
    concurrency,
    async send(mail) {
      const outcome = await askToSend(
        api,
        {
          method: 'POST',
          path: '/v3/mail/send',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(bodyOf(mail)),
        },
        () => clock.now(),
        read,
      );
      return { ...outcome, provider: name };
    },
    async verify() {
      const answer = await api.request({ method: 'GET', path: '/v3/scopes', headers });
      if (answer.status !== 200) throw new Error(`SendGrid answers ${answer.status} to this key`);
      const granted = scopesSchema.safeParse(jsonOf(answer));
      if (granted.success && !granted.data.scopes.includes('mail.send')) {
        throw new Error('The key of SendGrid lacks the permission mail.send');
      }
    },
    close: () => api.close(),
  };
}

function bodyOf(mail: OutgoingMail) {
  const { from, to, subject, html, text, attachments = [], reference } = mail;
  const { replyTo, others } = splitHeaders(mail);
  return {
    personalizations: [{ to: [person(to)] }],
    from: person(splitMailbox(from)),
    ...(replyTo === undefined ? {} : { reply_to: person(splitMailbox(replyTo)) }),
    subject,
    content: [
      { type: 'text/plain', value: text },
      { type: 'text/html', value: html },
    ],
    ...(attachments.length === 0
      ? {}
      : {
          attachments: attachments.map(({ filename, contentType, content }) => ({
            filename,
            type: contentType,
            content: toBase64(content),
            disposition: 'attachment',
          })),
        }),
    headers: others,
    ...(reference === null ? {} : { custom_args: { delivery_id: reference.deliveryId } }),
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
      ganalytics: { enable: false },
    },
  };
}

function person({ name, address }: { readonly name: string; readonly address: string }) {
  return name === '' ? { email: address } : { email: address, name };
}

function read(answer: HttpApiAnswer, detail: string): ApiOutcome {
  const { status, headers } = answer;
  if (status === 202) return { result: 'sent', providerMessageId: headers.get('x-message-id') ?? null };
  if (status < 300) return unreadable(detail);
  // Only a wrong endpoint has no such path.
  if (status === 404 || status === 405) return { result: 'sender_blocked', detail };
  const content = errorsSchema.safeParse(jsonOf(answer));
  const field = content.success ? (content.data.errors[0]?.field ?? '') : '';
  if (/^personalizations\.0\.to\b/.test(field)) return { result: 'address_rejected', detail };
  if (/^from\b/.test(field)) return { result: 'sender_blocked', detail };
  return { result: 'message_rejected', detail };
}
