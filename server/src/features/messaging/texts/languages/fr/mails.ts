import { type Kind, kindNames } from '@rolecall/contract';
import { digestMail } from '../../digest-mail.ts';
import type { MailTemplate } from '../../language.ts';
import { jobList, mail, mailBlocks, paragraph, said } from '../../mail-builder.ts';
import { typographic } from './typography.ts';

const { button, facts, matchReasons, plain } = mailBlocks('\u00a0:');
const when = ['Quand', '{{ starts_at | date_time }}', 'starts_at'] as const;
const where = ['Où', '{{ place }}', 'place'] as const;

const digest = digestMail(
  {
    match: '{{ entry.score | percent }} de compatibilité',
    more: "{{ more | plural: 'autre nouvelle vous attend', 'autres nouvelles vous attendent' }} dans votre boîte de réception.",
    changes: {
      heading: 'Depuis le dernier résumé',
      closed: 'Cette offre ne reçoit plus de candidatures.',
      deadline: 'Les candidatures se terminent le {{ change.deadline_at | date_time }}.',
      score:
        'Sa compatibilité est maintenant de {{ change.score | percent }} ; elle était de {{ change.previous_score | percent }}.',
    },
    activity: {
      heading: 'Autour de vous entre-temps',
      newJobs: "{{ activity.new_jobs | plural: 'nouvelle offre', 'nouvelles offres' }}",
      newMatches:
        "{{ activity.new_matches | plural: 'nouvelle correspondance', 'nouvelles correspondances' }}",
      applications: "{{ activity.applications | plural: 'candidature', 'candidatures' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'étape de candidature', 'étapes de candidatures' }}",
    },
  },
  button,
  '\u00a0:',
);

const written: Readonly<Record<Kind, MailTemplate>> = {
  job_posted: plain,
  job_alert: mail(
    '{{ title }}',
    '{{ score | percent }} de compatibilité{% if location %} · {{ location }}{% endif %}',
    matchReasons('Pourquoi cette offre vous correspond', '{{ score | percent }} de compatibilité'),
    button,
  ),
  job_recommendation: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph(
      'Parmi les offres que vous n’avez pas encore vues, voici celles qui vous correspondent le mieux :',
    ),
    jobList('{{ job.score | percent }} de compatibilité'),
    button,
  ),
  match_score_calculated: plain,
  skill_match: plain,
  salary_alert: plain,
  job_deadline_reminder: plain,

  application_received: mail(
    '{{ applicant_name }} a postulé pour {{ job_title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    button,
  ),
  application_confirmation: mail(
    'Votre candidature pour {{ job_title }}',
    '{{ message }}',
    paragraph('Bonjour {{ name }}, {{ message }}'),
    paragraph('Chaque étape vous sera annoncée. Vous pouvez suivre ou retirer votre candidature ici :'),
    button,
  ),
  application_status_changed: plain,
  interview_invitation: mail(
    "{% if event == 'moved' or event == 'cancelled' %}{{ title }}{% else %}Entretien : {{ job_title }} chez {{ company_name }}{% endif %}",
    '{{ starts_at | date_time }}',
    paragraph(
      "Bonjour {{ name }}, {% if event == 'moved' %}{{ company_name }} a déplacé votre entretien.{% elsif event == 'cancelled' %}{{ company_name }} a annulé votre entretien.{% else %}{{ company_name }} vous invite à un entretien.{% endif %}",
    ),
    facts(when, where),
    said('note'),
    button,
  ),
  interview_reminder: mail(
    '{{ title }}',
    '{{ starts_at | date_time }}',
    paragraph('Votre entretien pour {{ job_title }} approche.'),
    facts(when, where),
    button,
  ),
  offer: mail(
    '{{ title }}',
    '{{ company_name }} vous propose le poste {{ job_title }}.',
    paragraph(
      'Bonjour {{ name }}, bonne nouvelle : {{ company_name }} vous propose le poste {{ job_title }}.',
    ),
    said('note'),
    button,
  ),
  rejection: mail(
    '{{ title }}',
    'La réponse de {{ company_name }}',
    paragraph('Bonjour {{ name }}, {{ company_name }} n’a pas donné suite à votre candidature.'),
    said('note'),
    paragraph(
      'De nouvelles offres arrivent chaque jour, et nous continuons à chercher celles qui vous correspondent.',
    ),
    button,
  ),
  automation_needs_attention: mail(
    '{{ title }}',
    '{{ question }}',
    paragraph('Votre candidature pour {{ job_title }} attend votre réponse :'),
    said('question'),
    button,
  ),
  follow_up: plain,

  profile_reminder: plain,
  skill_gap: plain,
  achievement: plain,
  career_insight: plain,

  welcome: mail('Bienvenue sur Rolecall', '{{ message }}', paragraph('{{ message }}'), button),
  email_verification: mail(
    'Confirmez votre adresse e-mail',
    'Un clic, et votre compte est prêt.',
    paragraph('Bonjour {{ name }}, veuillez confirmer que l’adresse {{ email }} est bien la vôtre.'),
    button,
    paragraph(
      'Le lien est valable 24 heures. Si vous n’avez pas créé de compte sur Rolecall, ignorez cet e-mail.',
    ),
  ),
  password_reset: mail(
    'Choisissez un nouveau mot de passe',
    'Le lien est valable une heure.',
    paragraph(
      'Bonjour {{ name }}, quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour {{ email }}.',
    ),
    button,
    paragraph(
      'Le lien est valable une heure et une seule fois. Si ce n’était pas vous, ne faites rien : votre mot de passe ne change pas.',
    ),
  ),
  security_alert: mail(
    '{{ title }}',
    '{{ at | date_time }}',
    facts(['Quand', '{{ at | date_time }}', 'at'], ['Avec', '{{ client }}', 'client']),
    paragraph(
      'Si c’était vous, il n’y a rien à faire. Sinon, changez tout de suite de mot de passe et fermez toutes les sessions.',
    ),
    button,
  ),
  feature_announcement: plain,
  maintenance: mail(
    '{{ title }}',
    '{{ message }}',
    paragraph('{{ message }}'),
    facts(
      ['Début', '{{ starts_at | date_time }}', 'starts_at'],
      ['Fin', '{{ ends_at | date_time }}', 'ends_at'],
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

/** The mails in French. */
export const mails: Readonly<Record<Kind, MailTemplate>> = {
  ...written,
  ...Object.fromEntries(
    kindNames.map((kind) => {
      const { subject, preheader, html, text } = written[kind];
      return [
        kind,
        {
          subject: typographic(subject),
          preheader: typographic(preheader),
          html: typographic(html),
          text: typographic(text),
        },
      ];
    }),
  ),
};

const jobs = 'Vous recevez cet e-mail parce que vous souhaitez être informé des offres par e-mail.';
const application = 'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée.';
const career =
  'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.';
const whyDigest = 'Vous recevez cet e-mail parce que vous préférez un résumé à des e-mails séparés.';
const announcement = 'Vous recevez cet e-mail parce que vous avez un compte sur Rolecall.';

export const why: Readonly<Record<Kind, string>> = {
  job_posted: jobs,
  job_alert:
    'Vous recevez cet e-mail parce que l’offre correspond à votre profil et que vous souhaitez ces alertes par e-mail.',
  job_recommendation: jobs,
  match_score_calculated: jobs,
  skill_match: jobs,
  salary_alert: jobs,
  job_deadline_reminder: 'Vous recevez cet e-mail parce que vous avez enregistré cette offre.',
  application_received: 'Vous recevez cet e-mail parce que l’offre est celle de votre entreprise.',
  application_confirmation: 'Vous recevez cet e-mail parce que vous avez postulé.',
  application_status_changed:
    'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée ou reçue.',
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
  welcome: 'Vous recevez cet e-mail une seule fois, parce qu’un compte a été créé avec cette adresse.',
  email_verification:
    'Vous recevez cet e-mail parce que cette adresse a été indiquée pour un compte sur Rolecall.',
  password_reset:
    'Vous recevez cet e-mail parce qu’un nouveau mot de passe a été demandé. Ces e-mails ne peuvent pas être désactivés.',
  security_alert:
    'Vous recevez cet e-mail pour la sécurité de votre compte. Ces e-mails ne peuvent pas être désactivés.',
  feature_announcement: announcement,
  maintenance: announcement,
  digest_hourly: whyDigest,
  digest_daily: whyDigest,
  digest_weekly: whyDigest,
  chat_message: 'Vous recevez cet e-mail parce que quelqu’un vous a écrit.',
  service_message: 'Vous recevez cet e-mail parce qu’un service relié à Rolecall a des nouvelles pour vous.',
  test_message: 'Vous recevez cet e-mail parce que vous avez demandé un test dans vos préférences.',
};
