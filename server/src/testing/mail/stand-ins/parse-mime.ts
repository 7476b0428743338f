import PostalMime, { type Address } from 'postal-mime';
import type { ReceivedMail } from './stand-in.ts';

/** A mail as the program of its recipient parses it. */
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
