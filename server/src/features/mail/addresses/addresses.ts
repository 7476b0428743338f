import type { AddressCheck } from '@rolecall/contract';
import mailChecker from 'mailchecker';
import { didYouMean } from './did-you-mean.ts';

/** Mailboxes of a role and not of a person (RFC 2142, and what is usual beside it). */
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

/** What is remarkable about an address, before anything is sent there. @param address in lower case */
export function checkAddress(address: string): AddressCheck {
  return {
    suggestion: didYouMean(address),
    disposable: isDisposable(address),
    role_based: roles.has(address.slice(0, address.lastIndexOf('@')).split('+', 1)[0] ?? ''),
  };
}

/** Whether a service for throwaway addresses has the domain, or one that it belongs to. */
export function isDisposable(address: string): boolean {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  const domains = mailChecker.blacklist();
  return labels.some(
    (_label, place) => place < labels.length - 1 && domains.has(labels.slice(place).join('.')),
  );
}
