import { z } from 'zod';
import type { MailProvider, OutgoingMail } from '../message/index.ts';
import { splitMailbox } from '../message/index.ts';
import { formatAddress, splitHeaders, toBase64 } from './addresses.ts';
import { type ApiOutcome, askToSend, jsonOf, throttled, unreadable } from './answers.ts';
import { createHttpApi, type HttpApiAnswer, type HttpProviderOptions } from './http-api.ts';
import { type PostmarkStreams, postmarkStream } from './relay.ts';

export interface PostmarkOptions extends HttpProviderOptions {
  /** Of the server, not of the account. */
  readonly token: string;
  readonly streams: PostmarkStreams;
}

const answerSchema = z.object({
  ErrorCode: z.number().default(0),
  Message: z.string().default(''),
  MessageID: z.string().optional(),
});

/** The sender, its token or its stream is unknown, unconfirmed, suspended or out of credit. */
const senderFaults = new Set([10, 400, 401, 405, 412, 413, 1235]);
/** The recipient is known to bounce, has complained or was deactivated. */
const inactiveRecipient = 406;
const invalidRequest = 300;
const maintenance = 100;
const rateLimited = 429;

/** Postmark's Email API. It takes no idempotency key; `Metadata` carries the id of our delivery. */
export function createPostmarkProvider(options: PostmarkOptions): MailProvider {
  const { name, token, endpoint, streams, concurrency, clock } = options;
  const api = createHttpApi(endpoint, concurrency, options.timeoutMs);
  const headers = { 'x-postmark-server-token': token };

  return {
    name,
    concurrency,
    async send(mail) {
      const now = () => clock.now();
      const outcome = await askToSend(
        api,
        {
          method: 'POST',
          path: '/email',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(bodyOf(mail, streams)),
        },
        now,
        (answer, detail) => read(answer, detail, now()),
      );
      return { ...outcome, provider: name };
    },
    async verify() {
      const { status } = await api.request({ method: 'GET', path: '/server', headers });
      if (status !== 200) throw new Error(`Postmark answers ${status} to this token`);
    },
    close: () => api.close(),
  };
}

function bodyOf(mail: OutgoingMail, streams: PostmarkStreams) {
  const { from, to, subject, html, text, attachments = [], reference } = mail;
  const { replyTo, others } = splitHeaders(mail);
  return {
    From: formatAddress(splitMailbox(from)),
    To: formatAddress(to),
    ...(replyTo === undefined ? {} : { ReplyTo: replyTo }),
    Subject: subject,
    HtmlBody: html,
    TextBody: text,
    // Without this header Postmark replaces our Message-ID.
    Headers: Object.entries({ ...others, 'X-PM-KeepID': 'true' }).map(([Name, Value]) => ({ Name, Value })),
    Attachments: attachments.map(({ filename, contentType, content }) => ({
      Name: filename,
      ContentType: contentType,
      Content: toBase64(content),
    })),
    MessageStream: postmarkStream(mail, streams),
    ...(reference === null ? {} : { Metadata: { delivery_id: reference.deliveryId } }),
    TrackOpens: false,
    TrackLinks: 'None',
  };
}

function read(answer: HttpApiAnswer, detail: string, now: Date): ApiOutcome {
  const content = answerSchema.safeParse(jsonOf(answer));
  if (answer.status === 200) {
    if (!content.success) return unreadable(detail);
    const { ErrorCode: code, MessageID: id } = content.data;
    if (code === 0 && id !== undefined) return { result: 'sent', providerMessageId: id };
    if (code === 0) return unreadable(detail);
  }
  if (!content.success) return { result: 'message_rejected', detail };
  const { ErrorCode: code, Message: message } = content.data;
  if (code === rateLimited) return throttled(answer, detail, now);
  if (code === maintenance) return { result: 'unavailable', detail };
  if (senderFaults.has(code)) return { result: 'sender_blocked', detail };
  if (code === inactiveRecipient) return { result: 'address_rejected', detail };
  if (code === invalidRequest) {
    if (/^(?:Invalid|Error parsing) 'To'/i.test(message)) return { result: 'address_rejected', detail };
    if (/^(?:Invalid|Error parsing) 'From'/i.test(message)) return { result: 'sender_blocked', detail };
  }
  return { result: 'message_rejected', detail };
}
