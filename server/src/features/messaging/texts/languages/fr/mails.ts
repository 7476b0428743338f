import type { Kind } from '@rolecall/contract';
import { createMails } from '../../mails/index.ts';
import { mapWords } from '../../mails/layout.ts';
import type { MailWords } from '../../mails/words.ts';
import { typographic } from './typography.ts';

/** Its spaces before : ; ! ? are made unbreakable by `typographic`. */
const words: MailWords = {
  colon: '\u00a0:',
  hello: 'Bonjour {{ name }},',
  match: (score) => `{{ ${score} | percent }} de compatibilité`,
  addressHint: 'Si le bouton ne fonctionne pas, ouvrez cette adresse :',
  facts: {
    when: 'Quand',
    where: 'Où',
    job: 'Poste',
    company: 'Société',
    until: 'Date limite',
    by: 'Avec',
    from: 'Du',
    to: 'Au',
  },

  jobPosted: {
    label: 'Vient de paraître',
    skills: 'Compétences demandées : {{ skills_required | slice: 0, 8 | list }}.',
  },
  jobAlert: {
    why: 'Pourquoi cette offre vous correspond',
    deadline: 'Les candidatures se terminent le {{ deadline_at | date_time }}.',
  },
  jobRecommendation: {
    intro: 'Parmi les offres que vous n’avez pas encore vues, voici celles qui vous correspondent le mieux :',
  },
  skillMatch: { label: 'Vos atouts' },
  salaryAlert: { label: 'Plus que ce que vous demandez' },
  deadlineReminder: {
    label: 'La date limite approche',
    text: 'Vous avez enregistré cette offre, et la date limite approche. Si elle vous plaît toujours, c’est le bon moment.',
    hint: 'Elle ne vous intéresse plus ? Retirez-la de vos offres enregistrées, et nous n’en parlerons plus.',
  },

  applicationReceived: {
    subject: '{{ applicant_name }} a postulé pour {{ job_title }}',
    label: 'Nouvelle candidature',
    hint: 'Une réponse rapide, même courte, compte beaucoup pour qui l’attend.',
  },
  applicationConfirmation: {
    subject: 'Votre candidature pour {{ job_title }} est arrivée',
    text: 'Chaque étape vous sera annoncée. Vous pouvez suivre ou retirer votre candidature à tout moment.',
  },
  status: {
    submitted: {
      label: 'Reçue',
      headline: 'Votre candidature pour {{ job_title }} est arrivée',
      text: '{{ company_name }} a votre candidature. Vous n’avez rien à faire pour l’instant ; nous vous écrivons dès que quelque chose change.',
    },
    viewed: {
      label: 'Consultée',
      headline: '{{ company_name }} a consulté votre candidature',
      text: 'Votre candidature pour {{ job_title }} a été ouverte chez {{ company_name }}. C’est à eux de jouer, et nous vous préviendrons de la suite.',
    },
    shortlisted: {
      label: 'Présélection',
      headline: 'Vous êtes en présélection pour {{ job_title }}',
      text: '{{ company_name }} a présélectionné votre candidature. C’est le bon moment pour relire l’offre et préparer vos propres questions.',
    },
    interview: {
      label: 'Entretien',
      headline: '{{ company_name }} souhaite vous rencontrer',
      text: '{{ company_name }} souhaite parler avec vous du poste {{ job_title }}. Dès que la date de l’entretien est fixée, vous la recevez dans un e-mail à part.',
    },
    offer: {
      label: 'Proposition',
      headline: '{{ company_name }} vous fait une proposition',
      text: 'Bonne nouvelle : {{ company_name }} vous propose le poste {{ job_title }}. Félicitations !',
    },
    hired: {
      label: 'C’est fait',
      headline: 'Le poste est à vous',
      text: 'Vous avez le poste {{ job_title }} chez {{ company_name }}. Félicitations, et bon début !',
    },
    rejected: {
      label: 'Pas cette fois',
      headline: 'Une réponse au sujet de {{ job_title }}',
      text: '{{ company_name }} n’a pas donné suite à votre candidature pour {{ job_title }}. Nous savons que vous espériez autre chose.',
    },
    withdrawn: {
      label: 'Retirée',
      headline: 'Vous avez retiré votre candidature',
      text: 'Votre candidature pour {{ job_title }} chez {{ company_name }} est retirée, et l’entreprise le sait. Il n’y a plus rien à faire.',
    },
  },
  withdrawn: {
    label: 'Retirée',
    headline: '{{ applicant_name }} a retiré sa candidature',
    text: '{{ applicant_name }} a retiré sa candidature pour {{ job_title }}. Une réponse n’est plus nécessaire.',
  },
  offerHint: 'Prenez le temps de la lire. Toutes les questions sont permises avant de décider.',
  rejectionHint:
    'Cela dit peu de choses de vos capacités. De nouvelles offres arrivent chaque jour, et nous continuons à chercher celles qui vous correspondent.',
  interview: {
    invited: {
      label: 'Invitation à un entretien',
      headline: 'Entretien : {{ job_title }} chez {{ company_name }}',
      text: '{{ company_name }} vous invite à un entretien.',
    },
    moved: {
      label: 'Nouvelle date',
      headline: 'Votre entretien pour {{ job_title }} est déplacé',
      text: '{{ company_name }} a déplacé votre entretien. Voici quand et où il a lieu maintenant :',
    },
    cancelled: {
      label: 'Annulé',
      headline: 'Votre entretien pour {{ job_title }} est annulé',
      text: '{{ company_name }} a annulé cet entretien. Il n’aura pas lieu :',
    },
    reminder: {
      label: 'Bientôt',
      applicant: 'Votre entretien chez {{ company_name }} approche. Nous croisons les doigts pour vous.',
      recruiter:
        "Votre entretien avec {{ applicant_name | default: 'une personne qui a postulé' }} approche. Un dernier regard sur la candidature peut aider.",
    },
    calendar: (google, outlook) =>
      `Ajoutez-le à ${google} ou à ${outlook}, ou ouvrez le fichier joint dans un autre agenda.`,
    calendarText: 'Le fichier joint s’ouvre dans tout agenda. Pour ajouter l’entretien par un lien :',
  },
  automation: {
    label: 'Une question pour vous',
    text: 'Votre candidature pour {{ job_title }} attend votre réponse :',
  },
  followUp: {
    label: 'Pas encore de réponse',
    hint: 'Deux ou trois phrases suffisent : que le poste vous intéresse toujours, et quand vous pouvez attendre une réponse.',
  },

  profileReminder: {
    hint: 'Cela prend quelques minutes, et chaque partie nous aide à trouver des offres qui vous correspondent mieux.',
  },
  skillGap: {
    hint: 'Si c’est le cas, ajoutez cette compétence à votre profil ; sinon, elle mérite peut-être un coup d’œil.',
  },

  welcome: {
    subject: 'Bienvenue sur Rolecall',
    text: 'Merci de nous rejoindre. Trois étapes, et Rolecall travaille pour vous :',
    seeker: [
      'Complétez votre profil : ce que vous savez faire, ce que vous cherchez, et où.',
      'Choisissez comment entendre parler des offres : tout de suite, ou une fois par jour.',
      'Postulez d’un clic, et suivez chaque étape.',
    ],
    recruiter: [
      'Présentez votre entreprise en quelques phrases.',
      'Publiez votre première offre ; elle atteint les bonnes personnes en quelques minutes.',
      'Répondez ici aux candidatures ; chaque étape est annoncée à qui a postulé.',
    ],
  },
  verification: {
    subject: 'Confirmez votre adresse e-mail',
    preheader: 'Un clic, et votre compte est prêt.',
    text: 'Veuillez confirmer que l’adresse {{ email }} est bien la vôtre.',
    hint: 'Le lien est valable 24 heures. Si vous n’avez pas créé de compte sur Rolecall, ignorez cet e-mail.',
  },
  passwordReset: {
    subject: 'Choisissez un nouveau mot de passe',
    preheader: 'Le lien est valable une heure.',
    text: 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour {{ email }}.',
    hint: 'Le lien est valable une heure et une seule fois. Si ce n’était pas vous, ne faites rien : votre mot de passe ne change pas.',
  },
  securityAlert: {
    label: 'La sécurité de votre compte',
    text: 'Si c’était vous, il n’y a rien à faire. Sinon, changez tout de suite de mot de passe et fermez toutes les sessions.',
  },
  announcement: { label: 'Nouveauté' },
  maintenance: { label: 'Maintenance' },
  chat: { text: 'Répondez dans Rolecall ; personne ne lit les réponses à cet e-mail.' },
  testMessage: { label: 'Cela fonctionne' },

  digest: {
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
};

/** The mails in French. */
export const mails = createMails(words, (mail) => mapWords(mail, typographic));

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
