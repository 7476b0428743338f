import { type ApplicationStatus, applicationStatuses, type Kind } from '@rolecall/contract';
import type { ToneName } from '../mjml/tones.ts';
import {
  type Block,
  band,
  block,
  button,
  facts,
  headline,
  link,
  mail,
  oneOf,
  paragraph,
  said,
  soft,
  when,
} from './blocks.ts';
import type { ShippedMail } from './layout.ts';
import { words as marked } from './layout.ts';
import type { MailWords, StepWords } from './words.ts';

type ApplicationKind = Extract<
  Kind,
  | 'application_received'
  | 'application_confirmation'
  | 'application_status_changed'
  | 'interview_invitation'
  | 'interview_reminder'
  | 'offer'
  | 'rejection'
  | 'automation_needs_attention'
  | 'follow_up'
>;

/** How each status looks. The symbols are characters that the fonts of mail programs have. */
const looks: Readonly<Record<ApplicationStatus, readonly [tone: ToneName, symbol: string]>> = {
  submitted: ['info', '✓'],
  viewed: ['info', '●'],
  shortlisted: ['good', '★'],
  interview: ['warm', '◷'],
  offer: ['good', '✦'],
  hired: ['good', '♥'],
  rejected: ['quiet', '■'],
  withdrawn: ['quiet', '↩'],
};

/** Mails about applications, to both sides. */
export function applicationMails(words: MailWords): Readonly<Record<ApplicationKind, ShippedMail>> {
  const { colon, hello, status, interview, applicationReceived, applicationConfirmation } = words;
  const open = button(colon);
  const greeting = paragraph(hello);
  const look = (of: ApplicationStatus) => band(looks[of][0], looks[of][1], status[of].label);
  const isRecruiters = "audience == 'recruiter'";
  const forEither = (recruiter: string, byStatus: (step: StepWords) => string) =>
    `{% if ${isRecruiters} %}${recruiter}{% else %}{% case new_status %}${applicationStatuses
      .map((one) => `{% when '${one}' %}${byStatus(status[one])}`)
      .join('')}{% endcase %}{% endif %}`;
  const statusBlocks = (make: (of: ApplicationStatus) => Block) =>
    oneOf('new_status', Object.fromEntries(applicationStatuses.map((one) => [one, make(one)])));

  const time = facts(
    colon,
    [words.facts.when, '{{ starts_at | date_time }}', 'starts_at'],
    [words.facts.where, '{{ place }}', 'place'],
    [words.facts.job, '{{ job_title }}', 'job_title'],
  );
  const calendar = when(
    'calendar',
    block(
      `<mj-text css-class="soft" color="#55615f" font-size="15px" line-height="22px"><p style="margin:0">${marked(
        interview.calendar(
          link('{{ calendar.google_url }}', 'Google'),
          link('{{ calendar.outlook_url }}', 'Outlook'),
        ),
      )}</p></mj-text>`,
      `${interview.calendarText}
Google${colon} {{ calendar.google_url }}
Outlook${colon} {{ calendar.outlook_url }}`,
    ),
  );
  const byEvent = (say: (step: StepWords) => string) =>
    `{% if event == 'moved' %}${say(interview.moved)}{% elsif event == 'cancelled' %}${say(interview.cancelled)}{% else %}${say(interview.invited)}{% endif %}`;

  return {
    application_received: mail(
      applicationReceived.subject,
      '{{ message }}',
      band('info', '●', applicationReceived.label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(applicationReceived.hint),
      open,
    ),
    application_confirmation: mail(
      applicationConfirmation.subject,
      '{{ message }}',
      look('submitted'),
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      paragraph(applicationConfirmation.text),
      open,
    ),
    application_status_changed: mail(
      forEither(words.withdrawn.headline, ({ headline: text }) => text),
      '{{ message }}',
      statusBlocks(look),
      headline(forEither(words.withdrawn.headline, ({ headline: text }) => text)),
      paragraph(forEither(words.withdrawn.text, ({ text }) => text)),
      said('note'),
      open,
    ),
    interview_invitation: mail(
      byEvent(({ headline: text }) => text),
      '{{ starts_at | date_time }}{% if place != blank %} · {{ place }}{% endif %}',
      when("event == 'moved'", band('warm', '◷', interview.moved.label)),
      when("event == 'cancelled'", band('quiet', '■', interview.cancelled.label)),
      when("event != 'moved' and event != 'cancelled'", band('good', '◷', interview.invited.label)),
      headline(byEvent(({ headline: text }) => text)),
      greeting,
      paragraph(byEvent(({ text }) => text)),
      time,
      said('note'),
      open,
      calendar,
    ),
    interview_reminder: mail(
      '{{ title }}',
      '{{ starts_at | date_time }}{% if place != blank %} · {{ place }}{% endif %}',
      band('warm', '◷', interview.reminder.label),
      headline('{{ title }}'),
      paragraph(
        `{% if ${isRecruiters} %}${interview.reminder.recruiter}{% else %}${interview.reminder.applicant}{% endif %}`,
      ),
      time,
      open,
      calendar,
    ),
    offer: mail(
      status.offer.headline,
      '{{ message }}',
      look('offer'),
      headline(status.offer.headline),
      greeting,
      paragraph(status.offer.text),
      said('note'),
      open,
      soft(words.offerHint),
    ),
    rejection: mail(
      status.rejected.headline,
      '{{ message }}',
      look('rejected'),
      headline(status.rejected.headline),
      greeting,
      paragraph(status.rejected.text),
      said('note'),
      paragraph(words.rejectionHint),
      open,
    ),
    automation_needs_attention: mail(
      '{{ title }}',
      '{{ question }}',
      band('warm', '?', words.automation.label),
      headline('{{ title }}'),
      paragraph(words.automation.text),
      said('question'),
      open,
    ),
    follow_up: mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '◷', words.followUp.label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(words.followUp.hint),
      open,
    ),
  };
}
