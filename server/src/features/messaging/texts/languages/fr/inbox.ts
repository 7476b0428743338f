import type { Kind } from '@rolecall/contract';
import type { InboxTemplate } from '../../language.ts';

const aJob = '{{ job_title }} chez {{ company_name }}';
const remark = '{% if note != blank %} {{ note | quote }}{% endif %}';
const counted = "{{ entries.size | plus: more | plural: 'nouvelle pour vous', 'nouvelles pour vous' }}";

/** What the inbox says in French; its spaces before : ; ! ? are made unbreakable by `typographic`. */
export const inbox: Readonly<Record<Kind, InboxTemplate>> = {
  job_posted: {
    title: aJob,
    message: 'Offre tout juste publiée{% if location %}, {{ location }}{% else %}.{% endif %}',
  },
  job_alert: {
    title: aJob,
    message:
      "{{ score | percent }} de compatibilité{% if reasons.size > 0 %} : {{ reasons | map: 'code' | slice: 0, 3 | words: 'match_reason' | list }}{% endif %}{% if location %} · {{ location }}{% endif %}",
  },
  job_recommendation: {
    title: "{{ jobs.size | plural: 'offre faite pour vous', 'offres faites pour vous' }}",
    message:
      "{% for job in jobs limit: 3 %}{{ job.job_title }} chez {{ job.company_name }}{% unless forloop.last %} ; {% endunless %}{% endfor %}{% if jobs.size > 3 %} ; {{ jobs.size | minus: 3 | plural: 'autre', 'autres' }}{% endif %}",
  },
  match_score_calculated: {
    title: aJob,
    message:
      'Compatibilité : {{ match_score | percent }}{% if previous_score %}, contre {{ previous_score | percent }} auparavant{% endif %}.',
  },
  skill_match: {
    title: aJob,
    message: 'Vos compétences y sont recherchées : {{ skills | slice: 0, 5 | list }}',
  },
  salary_alert: {
    title: aJob,
    message: 'Plus que ce que vous demandez : {{ pay | pay }}.',
  },
  job_deadline_reminder: {
    title: `Postulez vite : ${aJob}`,
    message: 'Vous avez enregistré cette offre. Date limite de candidature : {{ deadline_at | date_time }}.',
  },

  application_received: {
    title: '{{ applicant_name }} a postulé',
    message: 'Une nouvelle candidature pour {{ job_title }}.',
  },
  application_confirmation: {
    title: 'Votre candidature est bien arrivée',
    message: '{{ company_name }} a reçu votre candidature pour {{ job_title }}.',
  },
  application_status_changed: {
    title:
      "{% if audience == 'recruiter' %}Candidature retirée : {{ applicant_name }}{% else %}Du nouveau pour {{ job_title }}{% endif %}",
    message: `{% if audience == 'recruiter' %}La candidature pour {{ job_title }} a été retirée.{% else %}{% case new_status %}
{%- when 'submitted' %}{{ company_name }} a reçu votre candidature.
{%- when 'viewed' %}{{ company_name }} a consulté votre candidature.
{%- when 'shortlisted' %}{{ company_name }} a présélectionné votre candidature.
{%- when 'interview' %}{{ company_name }} souhaite vous rencontrer en entretien.
{%- when 'offer' %}{{ company_name }} vous fait une proposition d’embauche.
{%- when 'hired' %}Le poste chez {{ company_name }} est à vous. Félicitations !
{%- when 'rejected' %}{{ company_name }} n’a pas donné suite à votre candidature.
{%- when 'withdrawn' %}Vous avez retiré votre candidature.
{%- endcase %}{% endif %}${remark}`,
  },
  interview_invitation: {
    title:
      "{% if event == 'moved' %}Votre entretien est déplacé : {{ job_title }}{% elsif event == 'cancelled' %}Votre entretien est annulé : {{ job_title }}{% else %}Entretien : {{ job_title }}{% endif %}",
    message: `{% if event == 'cancelled' %}{{ company_name }} a annulé l’entretien du {{ starts_at | date_time }}{% elsif event == 'moved' %}{{ company_name }} vous recevra le {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% else %}{{ company_name }} vous invite à un entretien le {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}{% endif %}.${remark}`,
  },
  interview_reminder: {
    title:
      "{% if hours_before == 1 %}Dans une heure{% else %}Bientôt{% endif %} : {% if audience == 'recruiter' %}votre entretien avec {{ applicant_name | default: 'une personne candidate' }}{% else %}votre entretien chez {{ company_name }}{% endif %}",
    message: '{{ job_title }}, {{ starts_at | date_time }}{% if place != blank %}, {{ place }}{% endif %}',
  },
  offer: {
    title: 'Proposition d’embauche : {{ company_name }}',
    message: `{{ company_name }} vous propose le poste {{ job_title }}.${remark}`,
  },
  rejection: {
    title: 'Du nouveau pour {{ job_title }}',
    message: `{{ company_name }} n’a pas donné suite à votre candidature.${remark}`,
  },
  automation_needs_attention: {
    title: 'Votre candidature chez {{ company_name }} a besoin de vous',
    message: '{{ question }}',
  },
  follow_up: {
    title: '{{ company_name }} n’a pas encore répondu',
    message:
      "Votre candidature pour {{ job_title }} date d’il y a {{ days | plural: 'jour', 'jours' }}. Une relance courtoise peut aider.",
  },

  profile_reminder: {
    title: 'Un profil plus complet, de meilleures offres',
    message: "Il manque encore à votre profil : {{ missing | words: 'profile_part' | list }}.",
  },
  skill_gap: {
    title: 'Connaissez-vous {{ skill }} ?',
    message:
      "{{ jobs | plural: 'offre qui vous correspond demande', 'offres qui vous correspondent demandent' }} {{ skill }}, qui ne figure pas dans votre profil.",
  },
  achievement: {
    title: `{% case achievement %}
{%- when 'profile_complete' %}Votre profil est complet
{%- when 'first_application' %}Votre première candidature est partie
{%- when 'ten_applications' %}Dix candidatures
{%- when 'first_interview' %}Votre premier entretien
{%- when 'first_offer' %}Votre première proposition
{%- endcase %}`,
    message: 'Bravo !',
  },
  career_insight: {
    title:
      '{% if change_percent >= 0 %}{{ skill }} : la demande monte{% else %}{{ skill }} : la demande baisse{% endif %}',
    message:
      "{{ change_percent | abs | percent }} d’offres en {% if change_percent >= 0 %}plus{% else %}moins{% endif %} qu’il y a {{ days | plural: 'jour', 'jours' }}.",
  },

  welcome: {
    title: 'Bienvenue sur Rolecall, {{ name }}',
    message:
      "{% if role == 'recruiter' %}Publiez votre première offre : chaque candidature vous sera annoncée ici.{% else %}Dites-nous ce que vous cherchez, et les bonnes offres viendront à vous.{% endif %}",
  },
  email_verification: {
    title: 'Confirmez votre adresse e-mail',
    message: 'Veuillez confirmer que l’adresse {{ email }} est bien la vôtre.',
  },
  password_reset: {
    title: 'Choisissez un nouveau mot de passe',
    message: 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe.',
  },
  security_alert: {
    title: `{% case event %}
{%- when 'password_changed' %}Votre mot de passe a été modifié
{%- when 'new_sign_in' %}Nouvelle connexion à votre compte
{%- when 'api_key_created' %}Une nouvelle clé d’API a été créée
{%- when 'email_changed' %}Votre adresse e-mail a été modifiée
{%- when 'data_exported' %}Vos données ont été exportées
{%- endcase %}`,
    message:
      'Le {{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Si ce n’était pas vous, changez tout de suite de mot de passe.',
  },
  feature_announcement: { title: '{{ title }}', message: '{{ message }}' },
  maintenance: { title: '{{ title }}', message: '{{ message }}' },
  digest_hourly: { title: 'La dernière heure sur Rolecall', message: counted },
  digest_daily: { title: 'Votre journée sur Rolecall', message: counted },
  digest_weekly: { title: 'Votre semaine sur Rolecall', message: counted },
  chat_message: { title: '{{ from_name }} vous a écrit', message: '{{ excerpt }}' },
  service_message: { title: '{{ title }}', message: '{{ message }}' },
  test_message: {
    title: 'Ceci est un test',
    message:
      "Vous l’avez demandé dans vos préférences. {% if channel == 'inbox' %}Ce qui est envoyé à votre boîte de réception arrive bien.{% else %}Il a aussi été envoyé par e-mail.{% endif %}",
  },
};
