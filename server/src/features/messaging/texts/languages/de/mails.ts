import type { Kind } from '@rolecall/contract';
import { createMails } from '../../mails/index.ts';
import type { MailWords } from '../../mails/words.ts';

const words: MailWords = {
  colon: ':',
  hello: 'Guten Tag {{ name }},',
  match: (score) => `Passt zu {{ ${score} | percent }}`,
  addressHint: 'Falls der Knopf nicht funktioniert, öffnen Sie diese Adresse:',
  facts: {
    when: 'Wann',
    where: 'Wo',
    job: 'Stelle',
    company: 'Firma',
    until: 'Frist',
    by: 'Womit',
    from: 'Von',
    to: 'Bis',
  },

  jobPosted: {
    label: 'Gerade ausgeschrieben',
    skills: 'Gefragt ist {{ skills_required | slice: 0, 8 | list }}.',
  },
  jobAlert: {
    why: 'Warum der Job zu Ihnen passt',
    deadline: 'Die Bewerbungsfrist endet am {{ deadline_at | date_time }}.',
  },
  jobRecommendation: {
    intro: 'Von allen offenen Jobs, die Sie noch nicht angesehen haben, passen diese am besten zu Ihnen:',
  },
  skillMatch: { label: 'Ihre Stärken' },
  salaryAlert: { label: 'Mehr, als Sie sich wünschen' },
  deadlineReminder: {
    label: 'Die Frist läuft bald ab',
    text: 'Sie haben sich diesen Job gemerkt, und die Frist läuft bald ab. Wenn er Ihnen noch gefällt, ist jetzt ein guter Moment.',
    hint: 'Kein Interesse mehr? Nehmen Sie den Job von Ihrer Merkliste, und wir erinnern Sie nicht wieder.',
  },

  applicationReceived: {
    subject: 'Bewerbung von {{ applicant_name }} für {{ job_title }}',
    label: 'Neue Bewerbung',
    hint: 'Eine schnelle Antwort, auch eine kurze, bedeutet viel für alle, die darauf warten.',
  },
  applicationConfirmation: {
    subject: 'Ihre Bewerbung für {{ job_title }} ist angekommen',
    text: 'Sie erfahren von jedem Schritt und können Ihre Bewerbung jederzeit verfolgen oder zurückziehen.',
  },
  status: {
    submitted: {
      label: 'Eingegangen',
      headline: 'Ihre Bewerbung für {{ job_title }} ist angekommen',
      text: '{{ company_name }} hat Ihre Bewerbung. Jetzt gibt es für Sie nichts zu tun; wir schreiben, sobald sich etwas ändert.',
    },
    viewed: {
      label: 'Angesehen',
      headline: '{{ company_name }} hat sich Ihre Bewerbung angesehen',
      text: 'Ihre Bewerbung für {{ job_title }} wurde bei {{ company_name }} geöffnet. Der nächste Schritt liegt dort, und wir sagen Ihnen, wenn er kommt.',
    },
    shortlisted: {
      label: 'Engere Auswahl',
      headline: 'Sie sind in der engeren Auswahl für {{ job_title }}',
      text: '{{ company_name }} hat Sie in die engere Auswahl genommen. Ein guter Moment, die Ausschreibung noch einmal zu lesen und sich eigene Fragen zu überlegen.',
    },
    interview: {
      label: 'Gespräch',
      headline: '{{ company_name }} möchte Sie kennenlernen',
      text: '{{ company_name }} möchte mit Ihnen über die Stelle {{ job_title }} sprechen. Sobald der Termin feststeht, bekommen Sie ihn in einer eigenen Mail.',
    },
    offer: {
      label: 'Angebot',
      headline: '{{ company_name }} macht Ihnen ein Angebot',
      text: '{{ company_name }} bietet Ihnen die Stelle {{ job_title }} an. Herzlichen Glückwunsch!',
    },
    hired: {
      label: 'Eingestellt',
      headline: 'Die Stelle gehört Ihnen',
      text: 'Sie haben die Stelle {{ job_title }} bei {{ company_name }}. Herzlichen Glückwunsch und einen guten Start!',
    },
    rejected: {
      label: 'Diesmal nicht',
      headline: 'Eine Antwort zu {{ job_title }}',
      text: '{{ company_name }} hat sich leider gegen Ihre Bewerbung für {{ job_title }} entschieden. Wir wissen, dass Sie auf etwas anderes gehofft haben.',
    },
    withdrawn: {
      label: 'Zurückgezogen',
      headline: 'Sie haben Ihre Bewerbung zurückgezogen',
      text: 'Ihre Bewerbung für {{ job_title }} bei {{ company_name }} ist zurückgezogen, und das Unternehmen weiß Bescheid. Es gibt nichts weiter zu tun.',
    },
  },
  withdrawn: {
    label: 'Zurückgezogen',
    headline: '{{ applicant_name }} hat die Bewerbung zurückgezogen',
    text: '{{ applicant_name }} hat die Bewerbung für {{ job_title }} zurückgezogen. Eine Antwort ist nicht mehr nötig.',
  },
  offerHint:
    'Nehmen Sie sich die Zeit, die Sie zum Lesen brauchen. Fragen sind vor der Entscheidung willkommen.',
  rejectionHint:
    'Das sagt wenig über Ihr Können. Jeden Tag kommen neue Jobs herein, und wir suchen weiter nach denen, die zu Ihnen passen.',
  interview: {
    invited: {
      label: 'Einladung zum Vorstellungsgespräch',
      headline: 'Vorstellungsgespräch: {{ job_title }} bei {{ company_name }}',
      text: '{{ company_name }} lädt Sie zu einem Vorstellungsgespräch ein.',
    },
    moved: {
      label: 'Neuer Termin',
      headline: 'Ihr Vorstellungsgespräch für {{ job_title }} wurde verlegt',
      text: '{{ company_name }} hat Ihr Vorstellungsgespräch verlegt. Es findet nun so statt:',
    },
    cancelled: {
      label: 'Abgesagt',
      headline: 'Ihr Vorstellungsgespräch für {{ job_title }} ist abgesagt',
      text: '{{ company_name }} hat dieses Vorstellungsgespräch abgesagt. Es findet nicht statt:',
    },
    reminder: {
      label: 'Steht bevor',
      applicant: 'Ihr Vorstellungsgespräch bei {{ company_name }} rückt näher. Wir drücken Ihnen die Daumen.',
      recruiter:
        "Ihr Gespräch mit {{ applicant_name | default: 'einer Bewerberin oder einem Bewerber' }} rückt näher. Ein letzter Blick in die Bewerbung hilft vielleicht.",
    },
    calendar: (google, outlook) =>
      `In ${google} oder ${outlook} eintragen, oder die angehängte Datei in einem anderen Kalender öffnen.`,
    calendarText:
      'Die angehängte Datei lässt sich mit jedem Kalender öffnen. Mit einem Link eintragen können Sie das Gespräch hier:',
  },
  automation: {
    label: 'Eine Frage an Sie',
    text: 'Ihre Bewerbung für {{ job_title }} wartet auf eine Antwort, die nur Sie geben können:',
  },
  followUp: {
    label: 'Noch keine Antwort',
    hint: 'Zwei oder drei Sätze genügen: dass Sie weiter interessiert sind, und wann Sie mit einer Antwort rechnen dürfen.',
  },

  profileReminder: {
    hint: 'Es dauert wenige Minuten, und mit jedem Teil finden wir Jobs, die besser zu Ihnen passen.',
  },
  skillGap: {
    hint: 'Wenn Sie sich damit auskennen, ergänzen Sie Ihr Profil; wenn nicht, lohnt sich vielleicht ein Blick.',
  },

  welcome: {
    subject: 'Willkommen bei Rolecall',
    text: 'Schön, dass Sie da sind. Drei Schritte, und Rolecall arbeitet für Sie:',
    seeker: [
      'Vervollständigen Sie Ihr Profil: was Sie können, was Sie suchen, und wo.',
      'Wählen Sie, wie Sie von Jobs erfahren möchten: sofort oder einmal am Tag.',
      'Bewerben Sie sich mit einem Klick und erfahren Sie von jedem Schritt.',
    ],
    recruiter: [
      'Beschreiben Sie Ihr Unternehmen in ein paar Sätzen.',
      'Schreiben Sie Ihren ersten Job aus; er erreicht die Richtigen in wenigen Minuten.',
      'Beantworten Sie Bewerbungen hier; wer sich beworben hat, erfährt von jedem Schritt.',
    ],
  },
  verification: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    preheader: 'Ein Klick, und Ihr Konto ist bereit.',
    text: 'bitte bestätigen Sie, dass {{ email }} Ihnen gehört.',
    hint: 'Der Link gilt 24 Stunden. Wenn Sie sich nicht bei Rolecall registriert haben, ignorieren Sie diese Mail.',
  },
  passwordReset: {
    subject: 'Neues Passwort festlegen',
    preheader: 'Der Link gilt eine Stunde.',
    text: 'jemand, wahrscheinlich Sie, hat ein neues Passwort für {{ email }} angefordert.',
    hint: 'Der Link gilt eine Stunde und nur einmal. Wenn Sie das nicht waren, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.',
  },
  securityAlert: {
    label: 'Zur Sicherheit Ihres Kontos',
    text: 'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, legen Sie jetzt ein neues Passwort fest und beenden Sie alle Sitzungen.',
  },
  announcement: { label: 'Neuigkeit' },
  maintenance: { label: 'Wartung' },
  chat: { text: 'Antworten Sie in Rolecall; Antworten auf diese Mail liest niemand.' },
  testMessage: { label: 'Es funktioniert' },

  digest: {
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
};

/** The mails in German. */
export const mails = createMails(words);

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
