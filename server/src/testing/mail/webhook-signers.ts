import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { snsPrivateKey } from './sns-certificate.ts';

/** A call as a provider makes it. */
export interface SignedCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1_000));

/** SendGrid, with a key of its own. */
export function sendGridSigner() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    sign(events: readonly unknown[], at: Date): SignedCall {
      const body = JSON.stringify(events);
      const signature = sign('sha256', Buffer.from(seconds(at) + body), privateKey).toString('base64');
      return {
        body,
        headers: {
          'content-type': 'application/json',
          'x-twilio-email-event-webhook-signature': signature,
          'x-twilio-email-event-webhook-timestamp': seconds(at),
        },
      };
    },
  };
}

export const snsTopic = 'arn:aws:sns:eu-west-1:123456789012:mail';
export const snsCertificateUrl =
  'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';

/** Amazon SNS; what is changed is signed with the rest. */
export function snsSigner() {
  return {
    sign(message: unknown, at: Date, changes: Readonly<Record<string, string>> = {}): SignedCall {
      const fields: Record<string, string> = {
        Type: 'Notification',
        MessageId: randomBytes(16).toString('hex'),
        TopicArn: snsTopic,
        Message: typeof message === 'string' ? message : JSON.stringify(message),
        Timestamp: at.toISOString(),
        SignatureVersion: '2',
        SigningCertURL: snsCertificateUrl,
        ...changes,
      };
      const signed = [
        'Message',
        'MessageId',
        'Subject',
        'SubscribeURL',
        'Timestamp',
        'Token',
        'TopicArn',
        'Type',
      ];
      const text = signed.flatMap((name) => (name in fields ? [name, fields[name], ''] : []));
      const lines = text.map((part) => part ?? '');
      const canonical = lines.reduce((all, part, place) => (place % 3 === 2 ? all : `${all}${part}\n`), '');
      const algorithm = fields['SignatureVersion'] === '1' ? 'sha1' : 'sha256';
      const Signature = sign(algorithm, Buffer.from(canonical), snsPrivateKey).toString('base64');
      return {
        // Amazon says that it is plain text.
        headers: { 'content-type': 'text/plain; charset=UTF-8' },
        body: JSON.stringify({ ...fields, Signature }),
      };
    },
  };
}

export function postmarkSigner() {
  const credentials = `rolecall:${randomBytes(12).toString('hex')}`;
  return {
    credentials,
    sign: (record: unknown): SignedCall => ({
      body: JSON.stringify(record),
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      },
    }),
  };
}

export function mailgunSigner() {
  const key = randomBytes(16).toString('hex');
  return {
    key,
    sign(event: unknown, at: Date): SignedCall {
      const token = randomBytes(25).toString('hex');
      const timestamp = seconds(at);
      const signature = createHmac('sha256', key).update(timestamp).update(token).digest('hex');
      return {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': event }),
      };
    },
  };
}

/** Resend, signed by the reference implementation of Standard Webhooks. */
export function resendSigner() {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const webhook = new Webhook(secret);
  return {
    secret,
    sign(event: unknown, at: Date, id = `msg_${randomBytes(12).toString('hex')}`): SignedCall {
      const body = JSON.stringify(event);
      return {
        body,
        headers: {
          'content-type': 'application/json',
          'svix-id': id,
          'svix-timestamp': seconds(at),
          'svix-signature': `v1,bm90IHRoaXMgb25l ${webhook.sign(id, at, body)}`,
        },
      };
    },
  };
}
