import type { Kind } from '@rolecall/contract';
import {
  type Block,
  band,
  block,
  box,
  button,
  facts,
  headline,
  jobList,
  mail,
  paragraph,
  soft,
  when,
} from './blocks.ts';
import type { ShippedMail } from './layout.ts';
import { words as marked } from './layout.ts';
import type { MailWords } from './words.ts';

type JobKind = Extract<
  Kind,
  | 'job_posted'
  | 'job_alert'
  | 'job_recommendation'
  | 'match_score_calculated'
  | 'skill_match'
  | 'salary_alert'
  | 'job_deadline_reminder'
>;

/** Mails about jobs. */
export function jobMails(words: MailWords): Readonly<Record<JobKind, ShippedMail>> {
  const { colon, match, jobAlert, deadlineReminder } = words;
  const open = button(colon);
  return {
    job_posted: mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '●', words.jobPosted.label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      when('skills_required.size > 0', soft(words.jobPosted.skills)),
      open,
    ),
    job_alert: mail(
      '{{ title }}',
      `${match('score')}{% if location %} · {{ location }}{% endif %}`,
      band('good', '★', match('score')),
      headline('{{ job_title }}'),
      paragraph('{{ company_name }}{% if location %} · {{ location }}{% endif %}'),
      when('reasons.size > 0', box(matchReasons(jobAlert.why, colon))),
      when('deadline_at', soft(jobAlert.deadline)),
      open,
    ),
    job_recommendation: mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      paragraph(words.jobRecommendation.intro),
      jobList(match('job.score')),
      open,
    ),
    match_score_calculated: mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '★', match('match_score')),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      open,
    ),
    skill_match: mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '★', `${words.skillMatch.label} · ${match('score')}`),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      open,
    ),
    salary_alert: mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '★', words.salaryAlert.label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      open,
    ),
    job_deadline_reminder: mail(
      '{{ title }}',
      '{{ message }}',
      band('warm', '◷', deadlineReminder.label),
      headline('{{ job_title }}'),
      paragraph(deadlineReminder.text),
      facts(
        colon,
        [words.facts.company, '{{ company_name }}', 'company_name'],
        [words.facts.until, '{{ deadline_at | date_time }}', 'deadline_at'],
      ),
      open,
      soft(deadlineReminder.hint),
    ),
  };
}

/** Why a job fits. */
function matchReasons(heading: string, colon: string): Block {
  const reason = `{{ reason.code | words: 'match_heading' }}{% assign terms = reason | terms %}{% if terms != '' %}${colon} {{ terms }}{% endif %}`;
  return block(
    `<mj-text padding="0"><p style="margin:0 0 4px;font-weight:600">${marked(heading)}</p>
{% for reason in reasons %}<p style="margin:0">${marked(reason)}</p>
{% endfor %}</mj-text>`,
    `${heading}${colon}
{%- for reason in reasons %}
- ${reason}
{%- endfor %}`,
  );
}
