import { z } from 'zod';
import type { MailProvider } from '../message/index.ts';
import { createMessageBuilder, headerText } from '../message/index.ts';
import { type ApiOutcome, askToSend, jsonOf, throttled, unreadable } from './answers.ts';
import { signForAws } from './aws-signature.ts';
import {
  createHttpApi,
  type HttpApiAnswer,
  type HttpApiRequest,
  type HttpProviderOptions,
} from './http-api.ts';

export interface SesOptions extends HttpProviderOptions {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Configuration set whose events SES publishes; undefined: the default one. */
  readonly configurationSet: string | undefined;
}

const takenSchema = z.object({ MessageId: z.string() });
const errorSchema = z.object({ message: z.string().optional(), Message: z.string().optional() });
const accountSchema = z.object({ SendingEnabled: z.boolean().optional() });

const senderFaults = new Set([
  'AccountSuspendedException',
  'SendingPausedException',
  'MailFromDomainNotVerifiedException',
  'NotFoundException',
]);
const throttles = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'Throttling',
  'ThrottlingException',
]);

/**
 * Amazon SES by the API v2, with a MIME message of ours. It takes no idempotency key, replaces our Message-ID by one of its
 * own and chooses the envelope sender. A tag carries the id of our delivery.
 */
export function createSesProvider(options: SesOptions): MailProvider {
  const { name, endpoint, concurrency, clock, configurationSet } = options;
  const api = createHttpApi(endpoint, concurrency, options.timeoutMs);
  const build = createMessageBuilder();

  return {
    name,
    concurrency,
    async send(mail) {
      const { fields, body } = build(mail);
      const raw = Buffer.concat([Buffer.from(headerText(fields)), body]);
      const request = await signedRequest(options, 'POST', '/v2/email/outbound-emails', {
        Destination: { ToAddresses: [mail.to.address] },
        Content: { Raw: { Data: raw.toString('base64') } },
        ...(mail.reference === null
          ? {}
          : { EmailTags: [{ Name: 'delivery_id', Value: mail.reference.deliveryId }] }),
        ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
      });
      const now = () => clock.now();
      const outcome = await askToSend(api, request, now, (answer, detail) => read(answer, detail, now()));
      return { ...outcome, provider: name };
    },
    async verify() {
      const answer = await api.request(await signedRequest(options, 'GET', '/v2/email/account'));
      if (answer.status !== 200) throw new Error(`SES answers ${answer.status} to this key`);
      const account = accountSchema.safeParse(jsonOf(answer));
      if (account.success && account.data.SendingEnabled === false) {
        throw new Error('SES does not let this account send');
      }
    },
    close: () => api.close(),
  };
}

async function signedRequest(
  { endpoint, clock, accessKeyId, secretAccessKey, region }: SesOptions,
  method: 'GET' | 'POST',
  path: string,
  content?: object,
): Promise<HttpApiRequest> {
  const request = { method, ...(content === undefined ? {} : { body: JSON.stringify(content) }) };
  const headers = await signForAws(
    { accessKeyId, secretAccessKey, region, service: 'ses' },
    { ...request, url: new URL(path, endpoint).href },
    clock.now(),
  );
  return { ...request, path, headers };
}

function read(answer: HttpApiAnswer, detail: string, now: Date): ApiOutcome {
  if (answer.status < 300) {
    const taken = takenSchema.safeParse(jsonOf(answer));
    return taken.success ? { result: 'sent', providerMessageId: taken.data.MessageId } : unreadable(detail);
  }
  // `MessageRejected:http://internal.amazon.com/…`
  const type = answer.headers.get('x-amzn-errortype')?.split(':', 1)[0] ?? '';
  const error = errorSchema.safeParse(jsonOf(answer));
  const message = error.success ? (error.data.message ?? error.data.Message ?? '') : '';
  const full = type === '' ? detail : `${type}: ${detail}`;
  if (throttles.has(type)) return throttled(answer, full, now);
  if (senderFaults.has(type)) return { result: 'sender_blocked', detail: full };
  if (type === 'MessageRejected' && /not verified/i.test(message)) {
    return { result: 'sender_blocked', detail: full };
  }
  const blamesAddress =
    /illegal address|missing final '@domain'|(?:local|domain) (?:address|name)? ?contains|invalid (?:email|to) address/i;
  if (type === 'BadRequestException' && blamesAddress.test(message)) {
    return { result: 'address_rejected', detail: full };
  }
  return { result: 'message_rejected', detail: full };
}
