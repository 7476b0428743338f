import PostalMime, { type Address } from 'postal-mime';
import { type MailContent, storable } from './mail-content.ts';

export async function readMail(raw: Uint8Array): Promise<MailContent> {
  const mail = await PostalMime.parse(raw);
  return {
    message_id: mail.messageId === undefined ? null : storable(mail.messageId),
    sender: storable(mail.from === undefined ? '' : toText(mail.from)),
    subject: storable(mail.subject ?? ''),
    html: mail.html === undefined ? null : storable(mail.html),
    text: mail.text === undefined ? null : storable(mail.text),
    headers: mail.headers.map(({ originalKey, value }) => ({
      name: storable(originalKey),
      value: storable(value),
    })),
  };
}

function toText(address: Address): string {
  return address.name === '' ? (address.address ?? '') : `${address.name} <${address.address ?? ''}>`;
}
