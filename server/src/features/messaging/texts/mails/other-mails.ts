import type { Kind } from '@rolecall/contract';
import {
  address,
  band,
  button,
  facts,
  headline,
  mail,
  paragraph,
  said,
  soft,
  steps,
  when,
} from './blocks.ts';
import { digestMail } from './digest-mail.ts';
import type { ShippedMail } from './layout.ts';
import type { MailWords } from './words.ts';

type OtherKind = Extract<
  Kind,
  | 'profile_reminder'
  | 'skill_gap'
  | 'achievement'
  | 'career_insight'
  | 'welcome'
  | 'email_verification'
  | 'password_reset'
  | 'security_alert'
  | 'feature_announcement'
  | 'maintenance'
  | 'digest_hourly'
  | 'digest_daily'
  | 'digest_weekly'
  | 'chat_message'
  | 'service_message'
  | 'test_message'
>;

/** Mails about a person's way, the account and the instance. */
export function otherMails(words: MailWords): Readonly<Record<OtherKind, ShippedMail>> {
  const { colon, hello, welcome, verification, passwordReset } = words;
  const open = button(colon);
  const greeting = paragraph(hello);
  const digest = digestMail(words.digest, open, colon);
  const message = when('message != blank', paragraph('{{ message }}'));
  /** A mail that says what the inbox says. */
  const plain = mail('{{ title }}', '{{ message }}', headline('{{ title }}'), message, open);
  return {
    profile_reminder: mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(words.profileReminder.hint),
      open,
    ),
    skill_gap: mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(words.skillGap.hint),
      open,
    ),
    achievement: mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '★', '{{ message }}'),
      headline('{{ title }}'),
      open,
    ),
    career_insight: plain,

    welcome: mail(
      welcome.subject,
      '{{ message }}',
      headline('{{ title }}'),
      paragraph(welcome.text),
      when("role == 'recruiter'", steps(...welcome.recruiter)),
      when("role != 'recruiter'", steps(...welcome.seeker)),
      open,
    ),
    email_verification: mail(
      verification.subject,
      verification.preheader,
      headline('{{ title }}'),
      greeting,
      paragraph(verification.text),
      open,
      soft(verification.hint),
      address(words.addressHint),
    ),
    password_reset: mail(
      passwordReset.subject,
      passwordReset.preheader,
      headline('{{ title }}'),
      greeting,
      paragraph(passwordReset.text),
      open,
      soft(passwordReset.hint),
      address(words.addressHint),
    ),
    security_alert: mail(
      '{{ title }}',
      '{{ at | date_time }}',
      band('alert', '!', words.securityAlert.label),
      headline('{{ title }}'),
      facts(
        colon,
        [words.facts.when, '{{ at | date_time }}', 'at'],
        [words.facts.by, '{{ client }}', 'client'],
      ),
      paragraph(words.securityAlert.text),
      open,
    ),
    feature_announcement: mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '✦', words.announcement.label),
      headline('{{ title }}'),
      message,
      open,
    ),
    maintenance: mail(
      '{{ title }}',
      '{{ message }}',
      band('warm', '!', words.maintenance.label),
      headline('{{ title }}'),
      message,
      facts(
        colon,
        [words.facts.from, '{{ starts_at | date_time }}', 'starts_at'],
        [words.facts.to, '{{ ends_at | date_time }}', 'ends_at'],
      ),
      open,
    ),
    digest_hourly: digest,
    digest_daily: digest,
    digest_weekly: digest,
    chat_message: mail(
      '{{ title }}',
      '{{ excerpt }}',
      headline('{{ title }}'),
      said('excerpt'),
      open,
      soft(words.chat.text),
    ),
    service_message: plain,
    test_message: mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '✓', words.testMessage.label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      open,
    ),
  };
}
