import type { Kind } from '@rolecall/contract';
import type { InboxTemplate } from '../../language.ts';

const aJob = '{{ job_title }} at {{ company_name }}';
const remark = '{% if note != blank %} {{ note | quote }}{% endif %}';
const counted =
  "{{ entries.size | plus: more | plural: 'thing that matters to you', 'things that matter to you' }}";

/** What the inbox says in English. */
export const inbox: Readonly<Record<Kind, InboxTemplate>> = {
  job_posted: {
    title: aJob,
    message: 'Just posted{% if location %}, {{ location }}{% else %}.{% endif %}',
  },
  job_alert: {
    title: aJob,
    message:
      "{{ score | percent }} match{% if reasons.size > 0 %} by {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %}, {{ location }}{% endif %}",
  },
  job_recommendation: {
    title: "{{ jobs.size | plural: 'job that fits you', 'jobs that fit you' }}",
    message:
      '{% for job in jobs limit: 3 %}{{ job.job_title }} at {{ job.company_name }}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if jobs.size > 3 %}; {{ jobs.size | minus: 3 | number }} more{% endif %}',
  },
  match_score_calculated: {
    title: aJob,
    message:
      'Your match is {{ match_score | percent }}{% if previous_score %} now; it was {{ previous_score | percent }}{% endif %}.',
  },
  skill_match: {
    title: aJob,
    message: 'It asks for what you know: {{ skills | slice: 0, 5 | list }}',
  },
  salary_alert: {
    title: aJob,
    message: 'It pays {{ pay | pay }}, more than you ask for.',
  },
  job_deadline_reminder: {
    title: `Apply soon: ${aJob}`,
    message: 'You have saved this job. Applications end on {{ deadline_at | date_time }}.',
  },

  application_received: {
    title: '{{ applicant_name }} has applied',
    message: 'A new application for {{ job_title }}.',
  },
  application_confirmation: {
    title: 'Your application has arrived',
    message: '{{ company_name }} has your application for {{ job_title }}.',
  },
  application_status_changed: {
    title:
      "{% if audience == 'recruiter' %}{{ applicant_name }} has withdrawn{% else %}News about {{ job_title }}{% endif %}",
    message: `{% if audience == 'recruiter' %}The application for {{ job_title }} was withdrawn.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} has your application.
{%- when 'viewed' %}{{ company_name }} has looked at your application.
{%- when 'shortlisted' %}{{ company_name }} has put you on the shortlist.
{%- when 'interview' %}{{ company_name }} would like to meet you for an interview.
{%- when 'offer' %}{{ company_name }} makes you an offer.
{%- when 'hired' %}You have the job at {{ company_name }}. Congratulations!
{%- when 'rejected' %}{{ company_name }} has decided not to go on with your application.
{%- when 'withdrawn' %}You have withdrawn your application.
{%- endcase %}{% endif %}${remark}`,
  },
  interview_invitation: {
    title:
      "{% if event == 'moved' %}Your interview for {{ job_title }} has moved{% elsif event == 'cancelled' %}Your interview for {{ job_title }} is cancelled{% else %}Interview for {{ job_title }}{% endif %}",
    message: `{% if event == 'cancelled' %}{{ company_name }} has cancelled the interview on {{ starts_at | date_time }}{% elsif event == 'moved' %}{{ company_name }} meets you on {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} invites you on {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
  },
  interview_reminder: {
    title:
      "{% if hours_before == 1 %}In one hour{% else %}Soon{% endif %}: {% if audience == 'recruiter' %}your interview with {{ applicant_name | default: 'an applicant' }}{% else %}your interview at {{ company_name }}{% endif %}",
    message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
  },
  offer: {
    title: 'An offer from {{ company_name }}',
    message: `{{ company_name }} offers you the job {{ job_title }}.${remark}`,
  },
  rejection: {
    title: 'News about {{ job_title }}',
    message: `{{ company_name }} has decided not to go on with your application.${remark}`,
  },
  automation_needs_attention: {
    title: 'Your application at {{ company_name }} needs you',
    message: '{{ question }}',
  },
  follow_up: {
    title: 'No answer from {{ company_name }} yet',
    message:
      "You applied for {{ job_title }} {{ days | plural: 'day', 'days' }} ago. A friendly question may help.",
  },

  profile_reminder: {
    title: 'Better matches with a fuller profile',
    message: "Your profile still lacks {{ missing | words: 'profile_part' | list }}.",
  },
  skill_gap: {
    title: 'Do you know {{ skill }}?',
    message:
      "{{ jobs | plural: 'fitting job asks', 'fitting jobs ask' }} for {{ skill }}, which is not in your profile.",
  },
  achievement: {
    title: `{% case achievement %}
{%- when 'profile_complete' %}Your profile is complete
{%- when 'first_application' %}Your first application is out
{%- when 'ten_applications' %}Ten applications
{%- when 'first_interview' %}Your first interview
{%- when 'first_offer' %}Your first offer
{%- endcase %}`,
    message: 'Well done.',
  },
  career_insight: {
    title:
      '{% if change_percent >= 0 %}{{ skill }} is in demand{% else %}Fewer jobs ask for {{ skill }}{% endif %}',
    message:
      "{{ change_percent | abs | percent }} {% if change_percent >= 0 %}more{% else %}fewer{% endif %} jobs ask for it than {{ days | plural: 'day', 'days' }} ago.",
  },

  welcome: {
    title: 'Welcome to Rolecall, {{ name }}',
    message:
      "{% if role == 'recruiter' %}Post your first job; you hear of every application here.{% else %}Say what you are looking for, and the right jobs come to you.{% endif %}",
  },
  email_verification: {
    title: 'Confirm your e-mail address',
    message: 'Please confirm that {{ email }} is yours.',
  },
  password_reset: {
    title: 'Set a new password',
    message: 'Somebody, probably you, asked for a new password.',
  },
  security_alert: {
    title: `{% case event %}
{%- when 'password_changed' %}Your password was changed
{%- when 'new_sign_in' %}A new sign-in to your account
{%- when 'api_key_created' %}A new API key was made
{%- when 'email_changed' %}Your e-mail address was changed
{%- when 'data_exported' %}Your data were exported
{%- endcase %}`,
    message:
      '{{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. If it was not you, set a new password now.',
  },
  feature_announcement: { title: '{{ title }}', message: '{{ message }}' },
  maintenance: { title: '{{ title }}', message: '{{ message }}' },
  digest_hourly: { title: 'The last hour at Rolecall', message: counted },
  digest_daily: { title: 'Your day at Rolecall', message: counted },
  digest_weekly: { title: 'Your week at Rolecall', message: counted },
  chat_message: { title: 'A message from {{ from_name }}', message: '{{ excerpt }}' },
  service_message: { title: '{{ title }}', message: '{{ message }}' },
  test_message: {
    title: 'This is a test',
    message:
      "You have asked for it in your settings. {% if channel == 'inbox' %}What is sent to your inbox arrives.{% else %}It was sent by mail too.{% endif %}",
  },
};
