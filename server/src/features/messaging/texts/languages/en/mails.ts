import type { Kind } from '@rolecall/contract';
import { digestMail } from '../../digest-mail.ts';
import type { MailTemplate } from '../../language.ts';
import { jobList, mail, mailBlocks, paragraph, said } from '../../mail-builder.ts';

const { button, facts, matchReasons, plain } = mailBlocks(':');
const when = ['When', '{{ starts_at | date_time }}', 'starts_at'] as const;
const where = ['Where', '{{ place }}', 'place'] as const;

const digest = digestMail(
  {
    match: '{{ entry.score | percent }} match',
    more: "{{ more | plural: 'more thing waits', 'more things wait' }} in your inbox.",
    changes: {
      heading: 'Since the last one',
      closed: 'It takes no applications any more.',
      deadline: 'Applications end on {{ change.deadline_at | date_time }}.',
      score: '{{ change.score | percent }} match now, {{ change.previous_score | percent }} before.',
    },
    activity: {
      heading: 'Around you meanwhile',
      newJobs: "{{ activity.new_jobs | plural: 'new job', 'new jobs' }}",
      newMatches: "{{ activity.new_matches | plural: 'new match', 'new matches' }}",
      applications: "{{ activity.applications | plural: 'application', 'applications' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'step of an application', 'steps of applications' }}",
    },
  },
  button,
  ':',
);

/** The mails in English. A line of the text part may be as long as its sentence; mail programs wrap it. */
export const mails: Readonly<Record<Kind, MailTemplate>> = {
  job_posted: plain,
  job_alert: mail(
    '{{ title }}',
    '{{ score | percent }} match{% if location %} · {{ location }}{% endif %}',
    matchReasons('Why it fits you', '{{ score | percent }} match'),
    button,
  ),
  job_recommendation: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph('Of all open jobs that you have not looked at yet, these fit you best:'),
    jobList('{{ job.score | percent }} match'),
    button,
  ),
  match_score_calculated: plain,
  skill_match: plain,
  salary_alert: plain,
  job_deadline_reminder: plain,

  application_received: mail(
    '{{ applicant_name }} has applied for {{ job_title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    button,
  ),
  application_confirmation: mail(
    'Your application for {{ job_title }}',
    '{{ message }}',
    paragraph('Hello {{ name }}, {{ message }}'),
    paragraph('You hear of every step, and can follow or withdraw it here:'),
    button,
  ),
  application_status_changed: plain,
  interview_invitation: mail(
    "{% if event == 'moved' or event == 'cancelled' %}{{ title }}{% else %}Interview for {{ job_title }} at {{ company_name }}{% endif %}",
    '{{ starts_at | date_time }}',
    paragraph(
      "Hello {{ name }}, {% if event == 'moved' %}{{ company_name }} has moved your interview.{% elsif event == 'cancelled' %}{{ company_name }} has cancelled your interview.{% else %}{{ company_name }} invites you to an interview.{% endif %}",
    ),
    facts(when, where),
    said('note'),
    button,
  ),
  interview_reminder: mail(
    '{{ title }}',
    '{{ starts_at | date_time }}',
    paragraph('Your interview for {{ job_title }} is near.'),
    facts(when, where),
    button,
  ),
  offer: mail(
    '{{ title }}',
    '{{ company_name }} offers you the job {{ job_title }}.',
    paragraph('Hello {{ name }}, good news: {{ company_name }} offers you the job {{ job_title }}.'),
    said('note'),
    button,
  ),
  rejection: mail(
    '{{ title }}',
    'An answer from {{ company_name }}',
    paragraph('Hello {{ name }}, {{ company_name }} has decided not to go on with your application.'),
    said('note'),
    paragraph('New jobs come in every day, and we keep looking for those that fit you.'),
    button,
  ),
  automation_needs_attention: mail(
    '{{ title }}',
    '{{ question }}',
    paragraph('Your application for {{ job_title }} waits for an answer that only you can give:'),
    said('question'),
    button,
  ),
  follow_up: plain,

  profile_reminder: plain,
  skill_gap: plain,
  achievement: plain,
  career_insight: plain,

  welcome: mail('Welcome to Rolecall', '{{ message }}', paragraph('{{ message }}'), button),
  email_verification: mail(
    'Confirm your e-mail address',
    'One click, and your account is ready.',
    paragraph('Hello {{ name }}, please confirm that {{ email }} is yours.'),
    button,
    paragraph('The link is good for 24 hours. If you have not signed up at Rolecall, ignore this mail.'),
  ),
  password_reset: mail(
    'Set a new password',
    'The link is good for one hour.',
    paragraph('Hello {{ name }}, somebody, probably you, asked for a new password for {{ email }}.'),
    button,
    paragraph('The link works once and for one hour. If it was not you, do nothing: your password stays.'),
  ),
  security_alert: mail(
    '{{ title }}',
    '{{ at | date_time }}',
    facts(['When', '{{ at | date_time }}', 'at'], ['By', '{{ client }}', 'client']),
    paragraph('If it was you, there is nothing to do. If not, set a new password now and end all sessions.'),
    button,
  ),
  feature_announcement: plain,
  maintenance: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    facts(
      ['From', '{{ starts_at | date_time }}', 'starts_at'],
      ['Until', '{{ ends_at | date_time }}', 'ends_at'],
    ),
    button,
  ),
  digest_hourly: digest,
  digest_daily: digest,
  digest_weekly: digest,
  chat_message: mail('{{ title }}', '{{ excerpt }}', said('excerpt'), button),
  service_message: plain,
  test_message: plain,
};

const jobs = 'You get this mail because you want to hear of jobs by e-mail.';
const application = 'You get this mail because of an application that you have made.';
const career = 'You get this mail because you want tips for your career by e-mail.';
const whyDigest = 'You get this mail because you want a summary instead of single mails.';
const announcement = 'You get this mail because you have an account at Rolecall.';

export const why: Readonly<Record<Kind, string>> = {
  job_posted: jobs,
  job_alert: 'You get this mail because the job fits your profile and you want job alerts by e-mail.',
  job_recommendation: jobs,
  match_score_calculated: jobs,
  skill_match: jobs,
  salary_alert: jobs,
  job_deadline_reminder: 'You get this mail because you have saved the job.',
  application_received: 'You get this mail because the job is one of your company.',
  application_confirmation: 'You get this mail because you have applied for a job.',
  application_status_changed: 'You get this mail because of an application that you have made or received.',
  interview_invitation: application,
  interview_reminder: application,
  offer: application,
  rejection: application,
  automation_needs_attention: application,
  follow_up: application,
  profile_reminder: career,
  skill_gap: career,
  achievement: career,
  career_insight: career,
  welcome: 'You get this mail once, because an account was made with this address.',
  email_verification: 'You get this mail because somebody gave this address for an account at Rolecall.',
  password_reset:
    'You get this mail because a new password was asked for. Mails like this can not be switched off.',
  security_alert:
    'You get this mail for the safety of your account. Mails like this can not be switched off.',
  feature_announcement: announcement,
  maintenance: announcement,
  digest_hourly: whyDigest,
  digest_daily: whyDigest,
  digest_weekly: whyDigest,
  chat_message: 'You get this mail because somebody has written to you.',
  service_message: 'You get this mail because a service that works with Rolecall has news for you.',
  test_message: 'You get this mail because you have asked for a test in your settings.',
};
