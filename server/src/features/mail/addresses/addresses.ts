import type { AddressCheck } from '@rolecall/contract';
import mailChecker from 'mailchecker';
import { didYouMean } from './did-you-mean.ts';

/** Mailboxes of a role and not of a person, by RFC 2142 and by custom. */
const roles: ReadonlySet<string> = new Set([
  'abuse',
  'admin',
  'administrator',
  'billing',
  'bewerbung',
  'careers',
  'contact',
  'donotreply',
  'do-not-reply',
  'help',
  'hello',
  'hostmaster',
  'hr',
  'info',
  'jobs',
  'kontakt',
  'mailer-daemon',
  'marketing',
  'news',
  'newsletter',
  'no-reply',
  'noc',
  'noreply',
  'office',
  'postmaster',
  'press',
  'recruiting',
  'root',
  'sales',
  'security',
  'service',
  'support',
  'team',
  'webmaster',
]);

/** Remarks about an address before anything is sent to it. @param address in lower case */
export function checkAddress(address: string): AddressCheck {
  return {
    suggestion: didYouMean(address),
    disposable: isDisposable(address),
    role_based: roles.has(address.slice(0, address.lastIndexOf('@')).split('+', 1)[0] ?? ''),
  };
}

/** RFC 1035, 2.3.4. */
const longestDomain = 255;

/** Whether a service for disposable addresses has the domain or one above it. */
export function isDisposable(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (domain.length > longestDomain) return false;
  const labels = domain.split('.');
  const domains = mailChecker.blacklist();
  return labels.some(
    (_label, place) => place < labels.length - 1 && domains.has(labels.slice(place).join('.')),
  );
}
