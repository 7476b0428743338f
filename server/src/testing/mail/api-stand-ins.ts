import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';
import PostalMime, { type Address } from 'postal-mime';
import { z } from 'zod';
import type { Behaviour, ReceivedMail, StandIn } from './stand-in.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a service looks from outside. */
interface Service {
  readonly secret: string;
  isSignedIn(request: Request): boolean | Promise<boolean>;
  /** Null: this path is none that takes mails. */
  read(request: Request): Promise<ReceivedMail | null>;
  readonly verified: Answer;
  readonly answers: Readonly<
    Record<Exclude<Behaviour, 'hangs after the body' | 'answers nonsense'>, Answer>
  > & {
    readonly 'wrong key': Answer;
  };
}

const key = 'key-that-nobody-may-see';
/** Which a service repeats when it refuses it. */
const wrongKey = `mistyped-${key}`;
const common = { name: 'tested', rate: undefined, concurrency: 2 };

async function startService(
  service: Service,
): Promise<Omit<StandIn, 'config' | 'wrongKey'> & { endpoint: string }> {
  let behaviour: Behaviour = 'friendly';
  const received: ReceivedMail[] = [];

  async function answer(request: Request): Promise<Answer | 'silence' | 'nonsense'> {
    if (!(await service.isSignedIn(request))) return service.answers['wrong key'];
    const mail = await service.read(request);
    if (mail === null) return request.method === 'GET' ? service.verified : { status: 404 };
    received.push(mail);
    if (behaviour === 'hangs after the body') return 'silence';
    return behaviour === 'answers nonsense' ? 'nonsense' : service.answers[behaviour];
  }

  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then(async (body) => {
      const { method = '', url: path = '', headers } = incoming;
      const given = await answer({ method, path, headers, body });
      if (given === 'silence') return;
      if (given === 'nonsense') {
        outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>');
        return;
      }
      outgoing.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
      outgoing.end(given.body === undefined ? '' : JSON.stringify(given.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    secret: service.secret,
    received,
    behave(next) {
      behaviour = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const text = z.string();
const headersOf = (headers: Readonly<Record<string, string>>) =>
  new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
const decoded = (base64: string) => Buffer.from(base64, 'base64').toString('utf8');

const sendGridMail = z.object({
  personalizations: z.tuple([z.object({ to: z.tuple([z.object({ email: text, name: text.optional() })]) })]),
  from: z.object({ email: text, name: text.optional() }),
  subject: text,
  content: z.tuple([
    z.object({ type: z.literal('text/plain'), value: text }),
    z.object({ type: z.literal('text/html'), value: text }),
  ]),
  headers: z.record(text, text),
  attachments: z.array(z.object({ filename: text, type: text, content: text })).default([]),
  custom_args: z.object({ delivery_id: text }).optional(),
  tracking_settings: z.object({
    click_tracking: z.object({ enable: z.literal(false), enable_text: z.literal(false) }),
    open_tracking: z.object({ enable: z.literal(false) }),
  }),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export async function startSendGrid(): Promise<StandIn> {
  const errors = (message: string, field: string | null) => ({ errors: [{ message, field, help: null }] });
  const { endpoint, ...service } = await startService({
    secret: key,
    isSignedIn: ({ headers }) => headers.authorization === `Bearer ${key}`,
    async read({ method, path, body }) {
      if (method !== 'POST' || path !== '/v3/mail/send') return null;
      const mail = sendGridMail.parse(JSON.parse(body));
      const [
        {
          to: [to],
        },
      ] = mail.personalizations;
      return {
        from: `${mail.from.name ?? ''} <${mail.from.email}>`,
        to: `${to.name ?? ''} <${to.email}>`,
        subject: mail.subject,
        text: mail.content[0].value,
        html: mail.content[1].value,
        headers: headersOf(mail.headers),
        attachments: mail.attachments.map(({ content, ...rest }) => ({ ...rest, content: decoded(content) })),
        deliveryId: mail.custom_args?.delivery_id ?? null,
        returnPath: null,
        idempotencyKey: null,
      };
    },
    verified: { status: 200, body: { scopes: ['mail.send'] } },
    answers: {
      friendly: { status: 202, headers: { 'x-message-id': 'taken-1' } },
      'unknown recipient': {
        status: 400,
        body: errors('Does not contain a valid address.', 'personalizations.0.to.0.email'),
      },
      'unverified sender': {
        status: 403,
        body: errors('The from address does not match a verified Sender Identity.', 'from'),
      },
      'dislikes the content': {
        status: 400,
        body: errors('The content value must be a string.', 'content.0.value'),
      },
      'rate limited': {
        status: 429,
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Date.parse('2026-09-01T12:00:07Z') / 1_000),
        },
        body: errors('too many requests', null),
      },
      broken: { status: 503, body: errors('The SendGrid v3 Web API is not available.', null) },
      'wrong key': {
        status: 401,
        body: errors(`The provided authorization grant ${wrongKey} is invalid`, null),
      },
    },
  });
  const config = { ...common, kind: 'sendgrid', key, endpoint } as const;
  return { ...service, config, wrongKey: { ...config, key: wrongKey } };
}

const postmarkMail = z.object({
  From: text,
  To: text,
  Subject: text,
  HtmlBody: text,
  TextBody: text,
  Headers: z.array(z.object({ Name: text, Value: text })),
  Attachments: z.array(z.object({ Name: text, ContentType: text, Content: text })),
  MessageStream: z.enum(['outbound', 'broadcast']),
  Metadata: z.object({ delivery_id: text }).optional(),
  TrackOpens: z.literal(false),
  TrackLinks: z.literal('None'),
});

/** https://postmarkapp.com/developer/api/email-api */
export async function startPostmark(): Promise<StandIn> {
  const failure = (status: number, ErrorCode: number, Message: string, headers = {}) => ({
    status,
    headers,
    body: { ErrorCode, Message },
  });
  const { endpoint, ...service } = await startService({
    secret: key,
    isSignedIn: ({ headers }) => headers['x-postmark-server-token'] === key,
    async read({ method, path, body }) {
      if (method !== 'POST' || path !== '/email') return null;
      const mail = postmarkMail.parse(JSON.parse(body));
      const headers = new Map(mail.Headers.map(({ Name, Value }) => [Name.toLowerCase(), Value]));
      // Without this mark it writes a Message-ID of its own.
      if (headers.get('x-pm-keepid') !== 'true') headers.delete('message-id');
      return {
        from: mail.From,
        to: mail.To,
        subject: mail.Subject,
        html: mail.HtmlBody,
        text: mail.TextBody,
        headers,
        attachments: mail.Attachments.map(({ Name, ContentType, Content }) => ({
          filename: Name,
          type: ContentType,
          content: decoded(Content),
        })),
        deliveryId: mail.Metadata?.delivery_id ?? null,
        returnPath: null,
        idempotencyKey: null,
      };
    },
    verified: { status: 200, body: { Name: 'tested' } },
    answers: {
      friendly: {
        status: 200,
        body: {
          ErrorCode: 0,
          Message: 'OK',
          MessageID: 'taken-1',
          SubmittedAt: '2026-09-01T12:00:00Z',
          To: 'a@b.example',
        },
      },
      'unknown recipient': failure(
        422,
        406,
        'You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ada@example.org.',
      ),
      'unverified sender': failure(
        422,
        400,
        "The 'From' address you supplied is not a Sender Signature on your account.",
      ),
      'dislikes the content': failure(422, 300, "Invalid 'HtmlBody'."),
      'rate limited': failure(429, 429, 'Rate Limit Exceeded', { 'retry-after': '7' }),
      broken: failure(503, 100, 'Maintenance'),
      'wrong key': failure(
        401,
        10,
        `The Server Token ${wrongKey} you provided in the X-Postmark-Server-Token request header was invalid.`,
      ),
    },
  });
  const config = {
    ...common,
    kind: 'postmark',
    token: key,
    endpoint,
    streams: { transactional: 'outbound', broadcast: 'broadcast' },
  } as const;
  return { ...service, config, wrongKey: { ...config, token: wrongKey } };
}

const resendMail = z.object({
  from: text,
  to: z.tuple([text]),
  subject: text,
  html: text,
  text,
  headers: z.record(text, text),
  attachments: z.array(z.object({ filename: text, content_type: text, content: text })).default([]),
  tags: z
    .tuple([z.object({ name: z.literal('delivery_id'), value: text.regex(/^[\w-]{1,256}$/) })])
    .optional(),
});

/** https://resend.com/docs/api-reference/emails/send-email and …/errors */
export async function startResend(): Promise<StandIn> {
  const failure = (statusCode: number, name: string, message: string, headers = {}) => ({
    status: statusCode,
    headers,
    body: { statusCode, name, message },
  });
  const { endpoint, ...service } = await startService({
    secret: key,
    isSignedIn: ({ headers }) => headers.authorization === `Bearer ${key}`,
    async read({ method, path, headers, body }) {
      if (method !== 'POST' || path !== '/emails') return null;
      const mail = resendMail.parse(JSON.parse(body));
      return {
        from: mail.from,
        to: mail.to[0],
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        headers: headersOf(mail.headers),
        attachments: mail.attachments.map(({ filename, content_type, content }) => ({
          filename,
          type: content_type,
          content: decoded(content),
        })),
        deliveryId: mail.tags?.[0].value ?? null,
        returnPath: null,
        idempotencyKey: String(headers['idempotency-key']),
      };
    },
    // A key that may only send.
    verified: failure(401, 'restricted_api_key', 'This API key is restricted to only send emails'),
    answers: {
      friendly: { status: 200, body: { id: 'taken-1' } },
      'unknown recipient': failure(
        422,
        'validation_error',
        'Invalid `to` field. The email address needs to follow the `email@example.com` format.',
      ),
      'unverified sender': failure(403, 'validation_error', 'The rolecall.example domain is not verified.'),
      'dislikes the content': failure(
        422,
        'invalid_attachment',
        'Attachment must have either a `content` or `path`.',
      ),
      'rate limited': failure(429, 'rate_limit_exceeded', 'Too many requests.', { 'retry-after': '7' }),
      broken: failure(503, 'application_error', 'An unexpected error occurred.'),
      'wrong key': failure(403, 'invalid_api_key', `API key ${wrongKey} is invalid`),
    },
  });
  const config = { ...common, kind: 'resend', key, endpoint } as const;
  return { ...service, config, wrongKey: { ...config, key: wrongKey } };
}

const sesMail = z.object({
  Destination: z.object({ ToAddresses: z.tuple([text]) }),
  Content: z.object({ Raw: z.object({ Data: text }) }),
  EmailTags: z
    .tuple([z.object({ Name: z.literal('delivery_id'), Value: text.regex(/^[\w.@-]{1,256}$/) })])
    .optional(),
  ConfigurationSetName: text.optional(),
});

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export async function startSes(): Promise<StandIn> {
  const accessKeyId = 'AKIDEXAMPLE';
  const failure = (status: number, type: string, message: string) => ({
    status,
    headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/` },
    body: { message },
  });

  async function isSignedIn({ method, path, headers, body }: Request): Promise<boolean> {
    const signer = new AwsV4Signer({
      method,
      url: `http://${headers.host}${path}`,
      accessKeyId,
      secretAccessKey: key,
      region: 'eu-west-1',
      service: 'ses',
      datetime: String(headers['x-amz-date']),
      headers: headers['content-type'] === undefined ? {} : { 'content-type': headers['content-type'] },
      ...(body === '' ? {} : { body }),
    });
    const { headers: expected } = await signer.sign();
    return headers.authorization === expected.get('authorization');
  }

  const { endpoint, ...service } = await startService({
    secret: key,
    isSignedIn,
    async read({ method, path, body }) {
      if (method !== 'POST' || path !== '/v2/email/outbound-emails') return null;
      const { Content, EmailTags } = sesMail.parse(JSON.parse(body));
      const mail = await parseMime(Buffer.from(Content.Raw.Data, 'base64'));
      return { ...mail, deliveryId: EmailTags?.[0].Value ?? null, returnPath: null };
    },
    verified: { status: 200, body: { SendingEnabled: true } },
    answers: {
      friendly: { status: 200, body: { MessageId: 'taken-1' } },
      'unknown recipient': failure(400, 'BadRequestException', 'Illegal address'),
      'unverified sender': failure(
        400,
        'MessageRejected',
        'Email address is not verified. The following identities failed the check in region EU-WEST-1: jobs@rolecall.example',
      ),
      'dislikes the content': failure(400, 'MessageRejected', 'Message contains a virus.'),
      'rate limited': {
        ...failure(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
        headers: { 'x-amzn-errortype': 'TooManyRequestsException', 'retry-after': '7' },
      },
      broken: failure(503, 'ServiceUnavailable', 'The service is unavailable.'),
      'wrong key': failure(
        403,
        'InvalidSignatureException',
        `The request signature we calculated with ${wrongKey} does not match the signature you provided.`,
      ),
    },
  });
  const config = {
    ...common,
    kind: 'ses',
    accessKeyId,
    secretAccessKey: key,
    region: 'eu-west-1',
    endpoint,
    configurationSet: undefined,
  } as const;
  return { ...service, config, wrongKey: { ...config, secretAccessKey: wrongKey } };
}

/** A mail as its recipient's program reads it. */
export async function parseMime(raw: Buffer): Promise<Omit<ReceivedMail, 'deliveryId' | 'returnPath'>> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'utf8' });
  const addressOf = (of: Address | undefined) => `${of?.name ?? ''} <${of?.address ?? ''}>`;
  return {
    from: addressOf(mail.from),
    to: addressOf(mail.to?.[0]),
    subject: mail.subject ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    headers: new Map(mail.headers.map(({ key: name, value }) => [name, value])),
    attachments: mail.attachments.map(({ filename, mimeType, content, method }) => ({
      filename: filename ?? '',
      type: `${mimeType}${method === undefined ? '' : `; method=${method}`}`,
      content: String(content),
    })),
    idempotencyKey: null,
  };
}
