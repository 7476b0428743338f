import { colons } from '../../../../platform/kind-texts/index.ts';
import type { Language } from './language.ts';

/** It says „du“ to everybody, as all German texts do. */
export const german: Language = {
  frame: {
    stop: 'Diese Mails abbestellen',
    preferences: 'Alle Einstellungen',
    open: 'Rolecall öffnen',
    interview: 'Vorstellungsgespräch',
  },

  actions: {
    open_job: 'Job ansehen',
    open_matches: 'Treffer ansehen',
    open_alert: 'Suchauftrag ansehen',
    save_job: 'Merken',
    hide_job: 'Nichts für mich',
    open_application: 'Bewerbung ansehen',
    open_applicants: 'Bewerbungen ansehen',
    withdraw_application: 'Zurückziehen',
    open_profile: 'Zu deinem Profil',
    search_jobs: 'Jobs suchen',
    post_job: 'Stelle ausschreiben',
    open_company: 'Firma ansehen',
    verify_email: 'Adresse bestätigen',
    reset_password: 'Neues Passwort festlegen',
    review_security: 'Konto prüfen',
    open_inbox: 'Posteingang öffnen',
    open_kept_out: 'Zurückgehaltenes ansehen',
    open_preferences: 'Einstellungen ändern',
    open_link: 'Öffnen',
  },

  lists: {
    jobs: 'Jobs, die zu dir passen',
    applications: 'Deine Bewerbungen',
    recruiting: 'Bewerbungen auf deine Stellen',
    career: 'Deine Karriere',
    messages: 'Nachrichten',
    digests: 'Zusammenfassungen',
    announcements: 'Ankündigungen',
    account: 'Dein Konto',
    services: 'Neues von Diensten',
    security: 'Sicherheit',
  },

  words: {
    match_reason: {
      title: 'Titel',
      skills: 'Kenntnisse',
      place: 'Ort',
      remote: 'Homeoffice',
      pay: 'Gehalt',
      employment_type: 'Art der Beschäftigung',
      seniority: 'Berufserfahrung',
    },
    match_heading: {
      title: 'Titel',
      skills: 'Kenntnisse',
      place: 'Ort',
      remote: 'Homeoffice ist möglich',
      pay: 'Das Gehalt erreicht deinen Wunsch',
      employment_type: 'Art der Beschäftigung',
      seniority: 'Berufserfahrung',
    },
    profile_part: {
      headline: 'eine Überschrift',
      skills: 'deine Kenntnisse',
      wanted_titles: 'gesuchte Berufe',
      places: 'Orte',
      pay_floor: 'dein Gehaltswunsch',
      employment_types: 'Arten der Beschäftigung',
      resume: 'ein Lebenslauf',
    },
    employment_type: {
      full_time: 'Vollzeit',
      part_time: 'Teilzeit',
      contract: 'freie Mitarbeit',
      temporary: 'befristet',
      internship: 'Praktikum',
      volunteer: 'Ehrenamt',
    },
    seniority: {
      intern: 'Praktikum',
      junior: 'Einstieg',
      mid: 'mit Erfahrung',
      senior: 'mit viel Erfahrung',
      lead: 'Teamleitung',
      director: 'Bereichsleitung',
      executive: 'Geschäftsführung',
    },
  },

  pay: {
    range: '{amount} {period}',
    upTo: 'bis zu {amount} {period}',
    from: 'ab {amount} {period}',
    periods: {
      hour: 'pro Stunde',
      day: 'pro Tag',
      week: 'pro Woche',
      month: 'im Monat',
      year: 'im Jahr',
    },
  },
  colon: colons.de,
  quotes: ['„', '“'],
};
