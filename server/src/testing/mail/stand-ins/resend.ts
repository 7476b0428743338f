import { z } from 'zod';
import { common, decoded, headersOf, key, startService, text, wrongKey } from './api-service.ts';
import type { StandIn } from './stand-in.ts';

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
