import { type Kind, kindNames } from '@rolecall/contract';
import { applicationMails } from './application-mails.ts';
import { jobMails } from './job-mails.ts';
import type { ShippedMail } from './layout.ts';
import { otherMails } from './other-mails.ts';
import type { MailWords } from './words.ts';

/**
 * Every mail of a language: its words in the layouts that all languages share.
 * @param finish what the language does to each of them
 */
export function createMails(
  words: MailWords,
  finish: (mail: ShippedMail) => ShippedMail = (mail) => mail,
): Readonly<Record<Kind, ShippedMail>> {
  const mails: Record<Kind, ShippedMail> = {
    ...jobMails(words),
    ...applicationMails(words),
    ...otherMails(words),
  };
  for (const kind of kindNames) mails[kind] = finish(mails[kind]);
  return mails;
}
