import { domainToASCII } from 'node:url';
import { UnsendableMailError } from './unsendable.ts';

/** An address as the envelope and the headers have it. */
export interface MailAddress {
  readonly address: string;
  /** Its local part has characters beyond ASCII, which only servers with SMTPUTF8 take (RFC 6531). */
  readonly isInternational: boolean;
}

/** RFC 5321, 4.5.3.1: octets. */
const longestLocalPart = 64;
const longestDomain = 255;

/** Dots between atoms (RFC 5322, 3.2.3), whose characters beyond ASCII are allowed by RFC 6532. */
const localPart =
  /^[\w!#$%&'*+/=?^`{|}~\-\u{80}-\u{10ffff}]+(?:\.[\w!#$%&'*+/=?^`{|}~\-\u{80}-\u{10ffff}]+)*$/u;
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;
const asciiDomain = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

/**
 * Makes an address fit for the wire: an internationalised domain becomes its ASCII form (RFC 5891), which every server
 * takes; a local part cannot be rewritten.
 *
 * @throws {UnsendableMailError} no mail can be sent to it
 */
export function toMailAddress(given: string): MailAddress {
  const at = given.lastIndexOf('@');
  const local = given.slice(0, Math.max(at, 0));
  const domain = given.slice(at + 1);
  if (!localPart.test(local) || invisible.test(local) || Buffer.byteLength(local) > longestLocalPart) {
    throw new UnsendableMailError(
      'address_rejected',
      '5.1.3',
      'The part of the address before the @ is not valid',
    );
  }
  const ascii = isAscii(domain) ? domain : domainToASCII(domain);
  if (!asciiDomain.test(ascii) || ascii.length > longestDomain) {
    throw new UnsendableMailError('address_rejected', '5.1.3', 'The domain of the address is not valid');
  }
  return { address: `${local}@${ascii}`, isInternational: !isAscii(local) };
}

/** Splits `Name <address>`; without angle brackets it is an address without a name. */
export function splitMailbox(mailbox: string): { readonly name: string; readonly address: string } {
  const start = mailbox.endsWith('>') ? mailbox.lastIndexOf('<') : -1;
  const address = start === -1 ? '' : mailbox.slice(start + 1, -1);
  if (address === '' || address.includes('>')) return { name: '', address: mailbox };
  return { name: mailbox.slice(0, start).trimEnd(), address };
}

/** The domain of `Name <address>` or an address, in lower case. */
export function domainOf(mailbox: string): string {
  const { address } = splitMailbox(mailbox);
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether it has only visible ASCII characters and spaces. */
export function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
