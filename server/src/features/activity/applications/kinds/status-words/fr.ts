import type { StatusWords } from './words.ts';

export const french: StatusWords = {
  submitted: {
    label: 'Reçue',
    headline: 'Votre candidature pour {{ job_title }} est arrivée',
    message: '{{ company_name }} a reçu votre candidature.',
    text: '{{ company_name }} a votre candidature. Vous n’avez rien à faire pour l’instant ; nous vous écrivons dès que quelque chose change.',
  },
  viewed: {
    label: 'Consultée',
    headline: '{{ company_name }} a consulté votre candidature',
    message: '{{ company_name }} a consulté votre candidature.',
    text: 'Votre candidature pour {{ job_title }} a été ouverte chez {{ company_name }}. C’est à eux de jouer, et nous vous préviendrons de la suite.',
  },
  shortlisted: {
    label: 'Présélection',
    headline: 'Vous êtes en présélection pour {{ job_title }}',
    message: '{{ company_name }} a présélectionné votre candidature.',
    text: '{{ company_name }} a présélectionné votre candidature. C’est le bon moment pour relire l’offre et préparer vos propres questions.',
  },
  interview: {
    label: 'Entretien',
    headline: '{{ company_name }} souhaite vous rencontrer',
    message: '{{ company_name }} souhaite vous rencontrer en entretien.',
    text: '{{ company_name }} souhaite parler avec vous du poste {{ job_title }}. Dès que la date de l’entretien est fixée, vous la recevez dans un e-mail à part.',
  },
  offer: {
    label: 'Proposition',
    headline: '{{ company_name }} vous fait une proposition',
    message: '{{ company_name }} vous fait une proposition d’embauche.',
    text: 'Bonne nouvelle : {{ company_name }} vous propose le poste {{ job_title }}. Félicitations !',
  },
  hired: {
    label: 'C’est fait',
    headline: 'Le poste est à vous',
    message: 'Le poste chez {{ company_name }} est à vous. Félicitations !',
    text: 'Vous avez le poste {{ job_title }} chez {{ company_name }}. Félicitations, et bon début !',
  },
  rejected: {
    label: 'Pas cette fois',
    headline: 'Une réponse au sujet de {{ job_title }}',
    message: '{{ company_name }} n’a pas donné suite à votre candidature.',
    text: '{{ company_name }} n’a pas donné suite à votre candidature pour {{ job_title }}. Nous savons que vous espériez autre chose.',
  },
  withdrawn: {
    label: 'Retirée',
    headline: 'Vous avez retiré votre candidature',
    message: 'Vous avez retiré votre candidature.',
    text: 'Votre candidature pour {{ job_title }} chez {{ company_name }} est retirée, et l’entreprise le sait. Il n’y a plus rien à faire.',
  },
  withdrawnByApplicant: {
    label: 'Retirée',
    headline: '{{ applicant_name }} a retiré sa candidature',
    message: 'La candidature pour {{ job_title }} a été retirée.',
    text: '{{ applicant_name }} a retiré sa candidature pour {{ job_title }}. Une réponse n’est plus nécessaire.',
  },
};
