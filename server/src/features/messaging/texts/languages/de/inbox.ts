import type { Kind } from '@rolecall/contract';
import type { InboxTemplate } from '../../language.ts';

const aJob = '{{ job_title }} bei {{ company_name }}';
const remark = '{% if note != blank %} {{ note | quote }}{% endif %}';
const counted = "{{ entries.size | plus: more | plural: 'Neuigkeit für Sie', 'Neuigkeiten für Sie' }}";

/** What the inbox says in German. */
export const inbox: Readonly<Record<Kind, InboxTemplate>> = {
  job_posted: {
    title: aJob,
    message: 'Gerade ausgeschrieben{% if location %}, {{ location }}{% else %}.{% endif %}',
  },
  job_alert: {
    title: aJob,
    message:
      "Passt zu {{ score | percent }}{% if reasons.size > 0 %}: {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %} · {{ location }}{% endif %}",
  },
  job_recommendation: {
    title: "{{ jobs.size | plural: 'Job, der zu Ihnen passt', 'Jobs, die zu Ihnen passen' }}",
    message:
      '{% for job in jobs limit: 3 %}{{ job.job_title }} bei {{ job.company_name }}{% unless forloop.last %}; {% endunless %}{% endfor %}{% if jobs.size > 3 %}; {{ jobs.size | minus: 3 | number }} weitere{% endif %}',
  },
  match_score_calculated: {
    title: aJob,
    message:
      'Der Job passt {% if previous_score %}jetzt {% endif %}zu {{ match_score | percent }}{% if previous_score %}, vorher waren es {{ previous_score | percent }}{% endif %}.',
  },
  skill_match: {
    title: aJob,
    message: 'Gefragt ist, was Sie können: {{ skills | slice: 0, 5 | list }}',
  },
  salary_alert: {
    title: aJob,
    message: 'Mehr, als Sie sich wünschen: {{ pay | pay }}.',
  },
  job_deadline_reminder: {
    title: `Jetzt bewerben: ${aJob}`,
    message: 'Sie haben sich diesen Job gemerkt. Bewerbungsschluss: {{ deadline_at | date_time }}.',
  },

  application_received: {
    title: 'Bewerbung von {{ applicant_name }}',
    message: 'Eine neue Bewerbung für {{ job_title }}.',
  },
  application_confirmation: {
    title: 'Ihre Bewerbung ist angekommen',
    message: '{{ company_name }} hat Ihre Bewerbung für {{ job_title }} erhalten.',
  },
  application_status_changed: {
    title:
      "{% if audience == 'recruiter' %}{{ applicant_name }} hat die Bewerbung zurückgezogen{% else %}Neues zu {{ job_title }}{% endif %}",
    message: `{% if audience == 'recruiter' %}Die Bewerbung für {{ job_title }} wurde zurückgezogen.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} hat Ihre Bewerbung erhalten.
{%- when 'viewed' %}{{ company_name }} hat sich Ihre Bewerbung angesehen.
{%- when 'shortlisted' %}Sie sind bei {{ company_name }} in der engeren Auswahl.
{%- when 'interview' %}{{ company_name }} möchte Sie in einem Gespräch kennenlernen.
{%- when 'offer' %}{{ company_name }} macht Ihnen ein Angebot.
{%- when 'hired' %}Sie haben die Stelle bei {{ company_name }}. Herzlichen Glückwunsch!
{%- when 'rejected' %}{{ company_name }} hat sich leider gegen Ihre Bewerbung entschieden.
{%- when 'withdrawn' %}Sie haben Ihre Bewerbung zurückgezogen.
{%- endcase %}{% endif %}${remark}`,
  },
  interview_invitation: {
    title:
      "{% if event == 'moved' %}Ihr Vorstellungsgespräch wurde verlegt: {{ job_title }}{% elsif event == 'cancelled' %}Ihr Vorstellungsgespräch wurde abgesagt: {{ job_title }}{% else %}Vorstellungsgespräch: {{ job_title }}{% endif %}",
    message: `{% if event == 'cancelled' %}{{ company_name }} hat das Gespräch abgesagt: {{ starts_at | date_time }}{% elsif event == 'moved' %}Ihr neuer Termin bei {{ company_name }}: {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} lädt Sie ein: {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
  },
  interview_reminder: {
    title:
      "{% if hours_before == 1 %}In einer Stunde{% else %}Bald{% endif %}: {% if audience == 'recruiter' %}Gespräch mit {{ applicant_name | default: 'einer Person' }}{% else %}Ihr Gespräch bei {{ company_name }}{% endif %}",
    message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
  },
  offer: {
    title: 'Ein Angebot von {{ company_name }}',
    message: `{{ company_name }} bietet Ihnen die Stelle {{ job_title }} an.${remark}`,
  },
  rejection: {
    title: 'Neues zu {{ job_title }}',
    message: `{{ company_name }} hat sich leider gegen Ihre Bewerbung entschieden.${remark}`,
  },
  automation_needs_attention: {
    title: 'Ihre Bewerbung bei {{ company_name }} braucht Sie',
    message: '{{ question }}',
  },
  follow_up: {
    title: 'Noch keine Antwort von {{ company_name }}',
    message:
      "Ihre Bewerbung für {{ job_title }} ist {{ days | plural: 'Tag', 'Tage' }} her. Eine freundliche Nachfrage kann helfen.",
  },

  profile_reminder: {
    title: 'Mehr Angaben, bessere Treffer',
    message: "In Ihrem Profil fehlt noch: {{ missing | words: 'profile_part' | list }}.",
  },
  skill_gap: {
    title: 'Können Sie {{ skill }}?',
    message:
      "{{ jobs | plural: 'passender Job verlangt', 'passende Jobs verlangen' }} {{ skill }}. In Ihrem Profil steht es nicht.",
  },
  achievement: {
    title: `{% case achievement %}
{%- when 'profile_complete' %}Ihr Profil ist vollständig
{%- when 'first_application' %}Ihre erste Bewerbung ist unterwegs
{%- when 'ten_applications' %}Zehn Bewerbungen
{%- when 'first_interview' %}Ihr erstes Vorstellungsgespräch
{%- when 'first_offer' %}Ihr erstes Angebot
{%- endcase %}`,
    message: 'Gut gemacht!',
  },
  career_insight: {
    title:
      '{% if change_percent >= 0 %}{{ skill }} ist gefragt{% else %}{{ skill }} ist weniger gefragt{% endif %}',
    message:
      "{{ change_percent | abs | percent }} {% if change_percent >= 0 %}mehr{% else %}weniger{% endif %} Jobs verlangen es als vor {{ days | plural: 'Tag', 'Tagen' }}.",
  },

  welcome: {
    title: 'Willkommen bei Rolecall, {{ name }}',
    message:
      "{% if role == 'recruiter' %}Schreiben Sie Ihre erste Stelle aus. Von jeder Bewerbung erfahren Sie hier.{% else %}Sagen Sie, was Sie suchen, und die richtigen Jobs kommen zu Ihnen.{% endif %}",
  },
  email_verification: {
    title: 'Bestätigen Sie Ihre E-Mail-Adresse',
    message: 'Bitte bestätigen Sie, dass {{ email }} Ihnen gehört.',
  },
  password_reset: {
    title: 'Neues Passwort festlegen',
    message: 'Jemand, wahrscheinlich Sie, hat ein neues Passwort angefordert.',
  },
  security_alert: {
    title: `{% case event %}
{%- when 'password_changed' %}Ihr Passwort wurde geändert
{%- when 'new_sign_in' %}Neue Anmeldung in Ihrem Konto
{%- when 'api_key_created' %}Ein neuer API-Schlüssel wurde erstellt
{%- when 'email_changed' %}Ihre E-Mail-Adresse wurde geändert
{%- when 'data_exported' %}Ihre Daten wurden exportiert
{%- endcase %}`,
    message:
      '{{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Wenn Sie das nicht waren, legen Sie jetzt ein neues Passwort fest.',
  },
  feature_announcement: { title: '{{ title }}', message: '{{ message }}' },
  maintenance: { title: '{{ title }}', message: '{{ message }}' },
  digest_hourly: { title: 'Die letzte Stunde bei Rolecall', message: counted },
  digest_daily: { title: 'Ihr Tag bei Rolecall', message: counted },
  digest_weekly: { title: 'Ihre Woche bei Rolecall', message: counted },
  chat_message: { title: 'Nachricht von {{ from_name }}', message: '{{ excerpt }}' },
  service_message: { title: '{{ title }}', message: '{{ message }}' },
  test_message: {
    title: 'Das ist ein Test',
    message:
      "Sie haben ihn in Ihren Einstellungen angefordert. {% if channel == 'inbox' %}Was an Ihren Posteingang geht, kommt an.{% else %}Er ging auch per Mail hinaus.{% endif %}",
  },
};
