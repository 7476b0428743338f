import { colons } from '../../../../platform/kind-texts/index.ts';
import type { Language } from './language.ts';

/** It says « vous » to everybody. */
export const french: Language = {
  frame: {
    stop: 'Ne plus recevoir ces e-mails',
    preferences: 'Toutes les préférences',
    open: 'Ouvrir Rolecall',
    interview: 'Entretien',
  },

  actions: {
    open_job: 'Voir l’offre',
    open_matches: 'Voir mes offres',
    open_alert: 'Voir l’alerte',
    save_job: 'Enregistrer',
    hide_job: 'Pas pour moi',
    open_application: 'Voir ma candidature',
    open_applicants: 'Voir les candidatures',
    withdraw_application: 'Retirer',
    open_profile: 'Voir votre profil',
    search_jobs: 'Chercher des offres',
    post_job: 'Publier une offre',
    open_company: 'Voir l’entreprise',
    verify_email: 'Confirmer l’adresse',
    reset_password: 'Choisir un mot de passe',
    review_security: 'Vérifier mon compte',
    open_inbox: 'Ouvrir la boîte de réception',
    open_kept_out: 'Voir ce qui a été retenu',
    open_preferences: 'Modifier mes préférences',
    open_link: 'Ouvrir',
  },

  lists: {
    jobs: 'Offres faites pour vous',
    applications: 'Vos candidatures',
    recruiting: 'Candidatures à vos offres',
    career: 'Votre carrière',
    messages: 'Messages',
    digests: 'Résumés',
    announcements: 'Annonces',
    account: 'Votre compte',
    services: 'Nouvelles des services',
    security: 'Sécurité',
  },

  words: {
    match_reason: {
      title: 'intitulé',
      skills: 'compétences',
      place: 'lieu',
      remote: 'télétravail',
      pay: 'salaire',
      employment_type: 'type de contrat',
      seniority: 'expérience',
    },
    match_heading: {
      title: 'Intitulé',
      skills: 'Compétences',
      place: 'Lieu',
      remote: 'Le télétravail est possible',
      pay: 'Le salaire atteint votre souhait',
      employment_type: 'Type de contrat',
      seniority: 'Expérience',
    },
    profile_part: {
      headline: 'une accroche',
      skills: 'vos compétences',
      wanted_titles: 'les métiers recherchés',
      places: 'des lieux',
      pay_floor: 'le salaire souhaité',
      employment_types: 'les types de contrat',
      resume: 'un CV',
    },
    employment_type: {
      full_time: 'temps plein',
      part_time: 'temps partiel',
      contract: 'mission',
      temporary: 'durée déterminée',
      internship: 'stage',
      volunteer: 'bénévolat',
    },
    seniority: {
      intern: 'stage',
      junior: 'début de carrière',
      mid: 'expérience confirmée',
      senior: 'grande expérience',
      lead: 'responsabilité d’équipe',
      director: 'direction de service',
      executive: 'direction générale',
    },
  },

  pay: {
    range: '{amount} {period}',
    upTo: 'jusqu’à {amount} {period}',
    from: 'à partir de {amount} {period}',
    periods: {
      hour: 'par heure',
      day: 'par jour',
      week: 'par semaine',
      month: 'par mois',
      year: 'par an',
    },
  },
  colon: colons.fr,
  quotes: ['«\u00a0', '\u00a0»'],
};
