import { z } from 'zod';
import { common, decoded, key, startService, text, wrongKey } from './api-service.ts';
import type { StandIn } from './stand-in.ts';

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
