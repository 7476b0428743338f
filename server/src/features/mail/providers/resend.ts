import { z } from 'zod';
import type { MailProvider, OutgoingMail } from '../message/index.ts';
import { splitMailbox } from '../message/index.ts';
import { formatAddress, splitHeaders, toBase64 } from './addresses.ts';
import { type ApiOutcome, askToSend, jsonOf, unreadable } from './answers.ts';
import { createHttpApi, type HttpApiAnswer, type HttpProviderOptions } from './http-api.ts';

export interface ResendOptions extends HttpProviderOptions {
  readonly key: string;
}

const takenSchema = z.object({ id: z.string() });
const errorSchema = z.object({ name: z.string(), message: z.string() });

/**
 * Resend's API. The Message-ID is the idempotency key: for 24 hours it takes the same mail once. Tracking can only be
 * switched off for a whole domain. A tag carries the id of our delivery.
 */
export function createResendProvider(options: ResendOptions): MailProvider {
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
          path: '/emails',
          headers: {
            ...headers,
            'content-type': 'application/json',
            'idempotency-key': mail.messageId.replace(/^<(.*)>$/, '$1').slice(0, 256),
          },
          body: JSON.stringify(bodyOf(mail)),
        },
        () => clock.now(),
        read,
      );
      return { ...outcome, provider: name };
    },
    async verify() {
      const answer = await api.request({ method: 'GET', path: '/domains', headers });
      const error = errorSchema.safeParse(jsonOf(answer));
      // A key that may only send cannot list domains, but this answer shows that it is valid.
      const maySend = error.success && error.data.name === 'restricted_api_key';
      if (answer.status !== 200 && !maySend) throw new Error(`Resend answers ${answer.status} to this key`);
    },
    close: () => api.close(),
  };
}

function bodyOf(mail: OutgoingMail) {
  const { from, to, subject, html, text, attachments = [], reference } = mail;
  const { replyTo, others } = splitHeaders(mail);
  return {
    from: formatAddress(splitMailbox(from)),
    to: [formatAddress(to)],
    ...(replyTo === undefined ? {} : { reply_to: [replyTo] }),
    subject,
    html,
    text,
    headers: others,
    ...(attachments.length === 0
      ? {}
      : {
          attachments: attachments.map(({ filename, contentType, content }) => ({
            filename,
            content_type: contentType,
            content: toBase64(content),
          })),
        }),
    ...(reference === null ? {} : { tags: [{ name: 'delivery_id', value: reference.deliveryId }] }),
  };
}

function read(answer: HttpApiAnswer, detail: string): ApiOutcome {
  const { status } = answer;
  if (status < 300) {
    const taken = takenSchema.safeParse(jsonOf(answer));
    return taken.success ? { result: 'sent', providerMessageId: taken.data.id } : unreadable(detail);
  }
  const error = errorSchema.safeParse(jsonOf(answer));
  const { name, message } = error.success ? error.data : { name: '', message: '' };
  // It has taken an earlier attempt, whose answer got lost, and the content of the mail has changed since.
  if (name === 'invalid_idempotent_request') return { result: 'sent', providerMessageId: null };
  if (name === 'concurrent_idempotent_requests') return { result: 'retry', detail, isUnclear: true };
  if (name === 'invalid_from_address' || status === 404 || status === 405) {
    return { result: 'sender_blocked', detail };
  }
  if (name === 'validation_error' || name === 'invalid_parameter') {
    if (/^invalid `?to`?\b/i.test(message)) return { result: 'address_rejected', detail };
    if (/^invalid `?from`?\b/i.test(message)) return { result: 'sender_blocked', detail };
  }
  return { result: 'message_rejected', detail };
}
