import { domainToASCII } from 'node:url';

/**
 * The form in which addresses are compared: lower case, the domain in ASCII (RFC 5891), without a name or brackets. A part
 * after `+` stays, since only the server knows whether that is the same mailbox.
 *
 * @returns null: it is not an address
 */
export function normalizeAddress(text: string): string | null {
  const bare = (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at).toLowerCase();
  const domain = domainToASCII(bare.slice(at + 1)).toLowerCase();
  if (at < 1 || domain === '' || local.length + domain.length > 253) return null;
  if (!local.isWellFormed() || hasControlOrSpace(local)) return null;
  return `${local}@${domain}`;
}

function hasControlOrSpace(text: string): boolean {
  return /[\s\p{Cc}<>]/u.test(text);
}
