import type { Kind } from '@rolecall/contract';
import { digestMail } from '../../digest-mail.ts';
import type { MailTemplate } from '../../language.ts';
import { jobList, mail, mailBlocks, paragraph, said } from '../../mail-builder.ts';

const { button, facts, matchReasons, plain } = mailBlocks(':');
const when = ['Wann', '{{ starts_at | date_time }}', 'starts_at'] as const;
const where = ['Wo', '{{ place }}', 'place'] as const;

const digest = digestMail(
  {
    match: 'Passt zu {{ entry.score | percent }}',
    more: "{{ more | plural: 'weitere Neuigkeit wartet', 'weitere Neuigkeiten warten' }} in Ihrer Inbox.",
    changes: {
      heading: 'Seit der letzten Zusammenfassung',
      closed: 'Der Job nimmt keine Bewerbungen mehr an.',
      deadline: 'Die Bewerbungsfrist endet am {{ change.deadline_at | date_time }}.',
      score: 'Passt jetzt zu {{ change.score | percent }}, vorher zu {{ change.previous_score | percent }}.',
    },
    activity: {
      heading: 'Was sonst geschehen ist',
      newJobs: "{{ activity.new_jobs | plural: 'neuer Job', 'neue Jobs' }}",
      newMatches: "{{ activity.new_matches | plural: 'neuer Treffer', 'neue Treffer' }}",
      applications: "{{ activity.applications | plural: 'Bewerbung', 'Bewerbungen' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'Schritt einer Bewerbung', 'Schritte von Bewerbungen' }}",
    },
  },
  button,
  ':',
);

/** The mails in German. */
export const mails: Readonly<Record<Kind, MailTemplate>> = {
  job_posted: plain,
  job_alert: mail(
    '{{ title }}',
    'Passt zu {{ score | percent }}{% if location %} · {{ location }}{% endif %}',
    matchReasons('Warum der Job zu Ihnen passt', 'Passt zu {{ score | percent }}'),
    button,
  ),
  job_recommendation: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph('Von allen offenen Jobs, die Sie noch nicht angesehen haben, passen diese am besten zu Ihnen:'),
    jobList('passt zu {{ job.score | percent }}'),
    button,
  ),
  match_score_calculated: plain,
  skill_match: plain,
  salary_alert: plain,
  job_deadline_reminder: plain,

  application_received: mail(
    'Bewerbung von {{ applicant_name }} für {{ job_title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    button,
  ),
  application_confirmation: mail(
    'Ihre Bewerbung für {{ job_title }}',
    '{{ message }}',
    paragraph('Guten Tag {{ name }}, {{ message }}'),
    paragraph('Sie erfahren von jedem Schritt. Hier können Sie die Bewerbung verfolgen oder zurückziehen:'),
    button,
  ),
  application_status_changed: plain,
  interview_invitation: mail(
    "{% if event == 'moved' or event == 'cancelled' %}{{ title }}{% else %}Vorstellungsgespräch: {{ job_title }} bei {{ company_name }}{% endif %}",
    '{{ starts_at | date_time }}',
    paragraph(
      "Guten Tag {{ name }}, {% if event == 'moved' %}{{ company_name }} hat Ihr Vorstellungsgespräch verlegt.{% elsif event == 'cancelled' %}{{ company_name }} hat Ihr Vorstellungsgespräch abgesagt.{% else %}{{ company_name }} lädt Sie zu einem Vorstellungsgespräch ein.{% endif %}",
    ),
    facts(when, where),
    said('note'),
    button,
  ),
  interview_reminder: mail(
    '{{ title }}',
    '{{ starts_at | date_time }}',
    paragraph('Ihr Vorstellungsgespräch für {{ job_title }} rückt näher.'),
    facts(when, where),
    button,
  ),
  offer: mail(
    '{{ title }}',
    '{{ company_name }} bietet Ihnen die Stelle {{ job_title }} an.',
    paragraph(
      'Guten Tag {{ name }}, eine gute Nachricht: {{ company_name }} bietet Ihnen die Stelle {{ job_title }} an.',
    ),
    said('note'),
    button,
  ),
  rejection: mail(
    '{{ title }}',
    'Eine Antwort von {{ company_name }}',
    paragraph('Guten Tag {{ name }}, {{ company_name }} hat sich leider gegen Ihre Bewerbung entschieden.'),
    said('note'),
    paragraph('Jeden Tag kommen neue Jobs herein, und wir suchen weiter nach denen, die zu Ihnen passen.'),
    button,
  ),
  automation_needs_attention: mail(
    '{{ title }}',
    '{{ question }}',
    paragraph('Ihre Bewerbung für {{ job_title }} wartet auf eine Antwort, die nur Sie geben können:'),
    said('question'),
    button,
  ),
  follow_up: plain,

  profile_reminder: plain,
  skill_gap: plain,
  achievement: plain,
  career_insight: plain,

  welcome: mail('Willkommen bei Rolecall', '{{ message }}', paragraph('{{ message }}'), button),
  email_verification: mail(
    'Bestätigen Sie Ihre E-Mail-Adresse',
    'Ein Klick, und Ihr Konto ist bereit.',
    paragraph('Guten Tag {{ name }}, bitte bestätigen Sie, dass {{ email }} Ihnen gehört.'),
    button,
    paragraph(
      'Der Link gilt 24 Stunden. Wenn Sie sich nicht bei Rolecall registriert haben, ignorieren Sie diese Mail.',
    ),
  ),
  password_reset: mail(
    'Neues Passwort festlegen',
    'Der Link gilt eine Stunde.',
    paragraph(
      'Guten Tag {{ name }}, jemand, wahrscheinlich Sie, hat ein neues Passwort für {{ email }} angefordert.',
    ),
    button,
    paragraph(
      'Der Link gilt eine Stunde und nur einmal. Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
    ),
  ),
  security_alert: mail(
    '{{ title }}',
    '{{ at | date_time }}',
    facts(['Wann', '{{ at | date_time }}', 'at'], ['Womit', '{{ client }}', 'client']),
    paragraph(
      'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, legen Sie jetzt ein neues Passwort fest und beenden Sie alle Sitzungen.',
    ),
    button,
  ),
  feature_announcement: plain,
  maintenance: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    facts(
      ['Von', '{{ starts_at | date_time }}', 'starts_at'],
      ['Bis', '{{ ends_at | date_time }}', 'ends_at'],
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

const jobs = 'Sie bekommen diese Mail, weil Sie per E-Mail von Jobs erfahren möchten.';
const application = 'Sie bekommen diese Mail wegen einer Bewerbung, die Sie verschickt haben.';
const career = 'Sie bekommen diese Mail, weil Sie per E-Mail Tipps für Ihre Karriere möchten.';
const whyDigest = 'Sie bekommen diese Mail, weil Sie statt einzelner Mails eine Zusammenfassung möchten.';
const announcement = 'Sie bekommen diese Mail, weil Sie ein Konto bei Rolecall haben.';

export const why: Readonly<Record<Kind, string>> = {
  job_posted: jobs,
  job_alert:
    'Sie bekommen diese Mail, weil der Job zu Ihrem Profil passt und Sie per E-Mail von passenden Jobs erfahren möchten.',
  job_recommendation: jobs,
  match_score_calculated: jobs,
  skill_match: jobs,
  salary_alert: jobs,
  job_deadline_reminder: 'Sie bekommen diese Mail, weil Sie sich den Job gemerkt haben.',
  application_received: 'Sie bekommen diese Mail, weil die Stelle zu Ihrem Unternehmen gehört.',
  application_confirmation: 'Sie bekommen diese Mail, weil Sie sich beworben haben.',
  application_status_changed:
    'Sie bekommen diese Mail wegen einer Bewerbung, die Sie verschickt oder erhalten haben.',
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
  welcome: 'Sie bekommen diese Mail einmal, weil mit dieser Adresse ein Konto angelegt wurde.',
  email_verification:
    'Sie bekommen diese Mail, weil jemand diese Adresse für ein Konto bei Rolecall angegeben hat.',
  password_reset:
    'Sie bekommen diese Mail, weil ein neues Passwort angefordert wurde. Solche Mails lassen sich nicht abbestellen.',
  security_alert:
    'Sie bekommen diese Mail zum Schutz Ihres Kontos. Solche Mails lassen sich nicht abbestellen.',
  feature_announcement: announcement,
  maintenance: announcement,
  digest_hourly: whyDigest,
  digest_daily: whyDigest,
  digest_weekly: whyDigest,
  chat_message: 'Sie bekommen diese Mail, weil Ihnen jemand geschrieben hat.',
  service_message:
    'Sie bekommen diese Mail, weil ein Dienst, der mit Rolecall zusammenarbeitet, Neuigkeiten für Sie hat.',
  test_message: 'Sie bekommen diese Mail, weil Sie in Ihren Einstellungen einen Test angefordert haben.',
};
