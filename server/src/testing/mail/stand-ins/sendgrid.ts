import { z } from 'zod';
import { common, decoded, headersOf, key, startService, text, wrongKey } from './api-service.ts';
import type { StandIn } from './stand-in.ts';

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
