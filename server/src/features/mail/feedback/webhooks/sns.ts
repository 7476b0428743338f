import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { HttpClient } from '../../../../platform/http-client/index.ts';
import { parseJson, refuseSignature } from '../../../../platform/webhooks/index.ts';

const messageSchema = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string().min(1).max(200),
  TopicArn: z.string(),
  Subject: z.string().nullish(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
  SubscribeURL: z.string().optional(),
  Token: z.string().optional(),
});
export type SnsMessage = z.output<typeof messageSchema>;

/** Amazon's hosts for notifications; names that only begin or end like them do not match. */
const genuineHost = /^sns\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?$/;

/** Amazon repeats a notification for an hour and more, in milliseconds. */
const oldest = 2 * 3_600_000;
const newest = 300_000;

const certificateMemoryMs = 86_400_000;
const mostCertificates = 10;

const signedFields = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const;

/** Verifies messages of our topics at Amazon SNS, and confirms subscriptions to them. */
export interface SnsInbox {
  /**
   * @throws {ApplicationError} `webhook_topic_refused`, `webhook_signature_invalid`, `webhook_too_old`, `invalid_json`
   */
  open(body: Buffer, now: Date): Promise<SnsMessage>;
  /** @throws {ApplicationError} `webhook_signature_invalid` when the address is not Amazon's */
  confirm(message: SnsMessage): Promise<void>;
}

/** @param topicArns topics from which messages are accepted */
export function createSnsInbox({
  topicArns,
  httpClient,
}: {
  readonly topicArns: readonly string[];
  readonly httpClient: Pick<HttpClient, 'get'>;
}): SnsInbox {
  const topics = new Set(topicArns);
  const certificates = new Map<string, { readonly certificate: X509Certificate; readonly until: number }>();

  async function certificateAt(url: string, now: Date): Promise<X509Certificate> {
    const kept = certificates.get(url);
    if (kept !== undefined && kept.until > now.getTime()) return kept.certificate;
    const answer = await httpClient.get(url);
    if (answer.status !== 200 || !isGenuine(answer.finalUrl)) refuseSignature();
    const certificate = readCertificate(answer.text());
    for (const oldestUrl of [...certificates.keys()].slice(0, certificates.size - mostCertificates + 1))
      certificates.delete(oldestUrl);
    certificates.set(url, { certificate, until: now.getTime() + certificateMemoryMs });
    return certificate;
  }

  return {
    async open(body, now) {
      const { data: message } = messageSchema.safeParse(parseJson(body));
      if (message === undefined) refuseSignature();
      // Checked first, so that strangers cannot make us fetch anything.
      if (!topics.has(message.TopicArn)) throw new ApplicationError('webhook_topic_refused');
      if (!isGenuine(message.SigningCertURL) || !message.SigningCertURL.endsWith('.pem')) refuseSignature();
      const certificate = await certificateAt(message.SigningCertURL, now);
      if (now < certificate.validFromDate || now > certificate.validToDate) refuseSignature();
      const algorithm = message.SignatureVersion === '1' ? 'sha1' : 'sha256';
      const signature = Buffer.from(message.Signature, 'base64');
      if (!verify(algorithm, Buffer.from(canonical(message)), certificate.publicKey, signature))
        refuseSignature();
      const age = now.getTime() - Date.parse(message.Timestamp);
      if (!(age < oldest && age > -newest)) throw new ApplicationError('webhook_too_old');
      return message;
    },

    async confirm({ SubscribeURL: url = '' }) {
      if (!isGenuine(url)) refuseSignature();
      const { status } = await httpClient.get(url);
      if (status !== 200) throw new ApplicationError('outgoing_failed');
    },
  };
}

function isGenuine(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    genuineHost.test(url.hostname)
  );
}

function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    return refuseSignature();
  }
}

/** The signed text: names and values of the fields in their order, each on its own line. */
function canonical(message: SnsMessage): string {
  return signedFields[message.Type]
    .map((name) => {
      const value = message[name];
      return value === undefined || value === null ? '' : `${name}\n${value}\n`;
    })
    .join('');
}
