import type { Kind } from '@rolecall/contract';
import { button, type EmailTemplate, headline, paragraph } from './template.ts';

/** A mail that says what the inbox says. */
const plain = (why: string): EmailTemplate => ({
  subject: '{{ title }}',
  preheader: '{{ message }}',
  html: headline + paragraph('{{ message }}') + button,
  text: '{{ title }}\n\n{{ message }}\n\n{{ action_label }}:\n{{ action_url }}',
  why,
});

const jobs = 'You get this mail because you want to hear of jobs by e-mail.';
const applications = 'You get this mail because of an application that you have made or received.';
const career = 'You get this mail because you want tips for your career by e-mail.';
const digests = 'You get this mail because you want a summary instead of single mails.';
const announcements = 'You get this mail because you have an account at Rolecall.';

/** The mails in English. A line of the text part may be as long as its sentence; mail programs wrap it. */
export const english: Readonly<Record<Kind, EmailTemplate>> = {
  welcome: {
    subject: 'Welcome to Rolecall',
    preheader: '{{ message }}',
    html: headline + paragraph('{{ message }}') + button,
    text: '{{ title }}\n\n{{ message }}\n\n{{ action_label }}:\n{{ action_url }}',
    why: 'You get this mail once, because an account was made with this address.',
  },

  email_verification: {
    subject: 'Confirm your e-mail address',
    preheader: 'One click, and your account is ready.',
    html:
      headline +
      paragraph('Hello {{ name }}, please confirm that <strong>{{ email }}</strong> is yours.') +
      button +
      paragraph('The link is good for 24 hours. If you have not signed up at Rolecall, ignore this mail.'),
    text: `{{ title }}

Hello {{ name }}, please confirm that {{ email }} is yours:
{{ action_url }}

The link is good for 24 hours. If you have not signed up at Rolecall, ignore this mail.`,
    why: 'You get this mail because somebody gave this address for an account at Rolecall.',
  },

  password_reset: {
    subject: 'Set a new password',
    preheader: 'The link is good for one hour.',
    html:
      headline +
      paragraph('Hello {{ name }}, somebody, probably you, asked for a new password for {{ email }}.') +
      button +
      paragraph('The link works once and for one hour. If it was not you, do nothing: your password stays.'),
    text: `{{ title }}

Hello {{ name }}, somebody, probably you, asked for a new password for {{ email }}. Set it here:
{{ action_url }}

The link works once and for one hour. If it was not you, do nothing: your password stays.`,
    why: 'You get this mail because a new password was asked for. Mails like this can not be switched off.',
  },

  job_alert: {
    subject: '{{ job_title }} at {{ company_name }}',
    preheader: '{{ score }} % match{% if location %} · {{ location }}{% endif %}',
    html: `${headline}
<p class="soft" style="margin:0 0 16px;color:#5a6765">{% if location %}{{ location }} · {% endif %}<strong class="ink" style="color:#1a2322">{{ score }} % match</strong></p>
{% if reasons.size > 0 %}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="tint" style="background:#eef4f1;border-radius:8px"><tr><td style="padding:14px 18px">
<p class="ink" style="margin:0 0 4px;font-weight:600;color:#1a2322">Why it fits you</p>
{% for reason in reasons %}<p class="ink" style="margin:0;color:#1a2322">{{ reason.name }}{% if reason.terms != '' %}: {{ reason.terms }}{% endif %}</p>
{% endfor %}</td></tr></table>{% endif %}${button}`,
    text: `{{ title }}
{% if location %}{{ location }} · {% endif %}{{ score }} % match
{% if reasons.size > 0 %}
Why it fits you:
{%- for reason in reasons %}
- {{ reason.name }}{% if reason.terms != '' %}: {{ reason.terms }}{% endif %}
{%- endfor %}
{% endif %}
{{ action_label }}:
{{ action_url }}`,
    why: 'You get this mail because the job fits your profile and you want job alerts by e-mail.',
  },

  application_received: {
    subject: '{{ applicant_name }} has applied for {{ job_title }}',
    preheader: '{{ message }}',
    html: headline + paragraph('{{ message }}') + button,
    text: '{{ title }}\n\n{{ message }}\n\n{{ action_label }}:\n{{ action_url }}',
    why: 'You get this mail because the job is one of your company.',
  },

  application_confirmation: {
    subject: 'Your application for {{ job_title }}',
    preheader: '{{ message }}',
    html:
      headline +
      paragraph('Hello {{ name }}, {{ message }}') +
      paragraph('You hear of every step, and can follow or withdraw it here:') +
      button,
    text: `{{ title }}

Hello {{ name }}, {{ message }}
You hear of every step, and can follow or withdraw it here:
{{ action_url }}`,
    why: 'You get this mail because you have applied for a job.',
  },

  application_status_changed: {
    subject: '{{ title }}',
    preheader: '{{ message }}',
    html: headline + paragraph('{{ message }}') + button,
    text: '{{ title }}\n\n{{ message }}\n\n{{ action_label }}:\n{{ action_url }}',
    why: 'You get this mail because of an application that you have made or received.',
  },

  service_message: {
    subject: '{{ title }}',
    preheader: '{{ message }}',
    html:
      headline +
      '<p class="ink" style="margin:0 0 12px;color:#1a2322;white-space:pre-line">{{ message }}</p>' +
      button,
    text: '{{ title }}\n\n{{ message }}\n\n{{ action_label }}:\n{{ action_url }}',
    why: 'You get this mail because a service that works with Rolecall has news for you.',
  },

  job_posted: plain(jobs),
  job_recommendation: plain(jobs),
  match_score_calculated: plain(jobs),
  skill_match: plain(jobs),
  salary_alert: plain(jobs),
  job_deadline_reminder: plain(jobs),
  interview_invitation: plain(applications),
  interview_reminder: plain(applications),
  offer: plain(applications),
  rejection: plain(applications),
  automation_needs_attention: plain(applications),
  follow_up: plain(applications),
  profile_reminder: plain(career),
  skill_gap: plain(career),
  achievement: plain(career),
  career_insight: plain(career),
  security_alert: plain(
    'You get this mail for the safety of your account. Mails like this can not be switched off.',
  ),
  feature_announcement: plain(announcements),
  maintenance: plain(announcements),
  digest_hourly: plain(digests),
  digest_daily: plain(digests),
  digest_weekly: plain(digests),
  chat_message: plain('You get this mail because somebody has written to you.'),
  test_message: plain('You get this mail because you have asked for a test in your settings.'),
};
