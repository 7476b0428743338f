import type { Category, Frequency, Locale } from '@rolecall/contract';

/** What the preference centre says in one language. */
export interface PreferenceCentreTexts {
  readonly title: string;
  readonly introduction: string;
  readonly names: Readonly<Record<Category, string>>;
  readonly frequencies: Readonly<Record<Frequency, string>>;
  /** Stands for `immediate` where nothing can wait. */
  readonly on: string;
  readonly ask: (name: string) => string;
  readonly askHint: string;
  readonly stop: string;
  readonly howOften: string;
  readonly save: string;
  readonly everything: string;
  readonly pause: string;
  readonly resume: string;
  readonly stopAll: string;
  readonly stopAllHint: string;
  readonly undo: string;
  readonly allSettings: string;
  readonly stopped: (name: string) => string;
  readonly stoppedHint: string;
  readonly saved: string;
  readonly paused: string;
  readonly resumed: string;
  readonly stoppedAll: string;
  readonly restored: string;
  readonly nothingChanged: string;
  readonly gone: string;
}

const english: PreferenceCentreTexts = {
  title: 'Your mails from Rolecall',
  introduction: 'You need not sign in: this link is yours. Do not pass it on.',
  names: {
    jobs: 'Jobs that fit you',
    applications: 'Your applications',
    recruiting: 'Your applicants',
    career: 'Your career',
    messages: 'Messages',
    digests: 'Digests',
    announcements: 'Announcements',
    account: 'Your account',
    services: 'News from services',
    security: 'Security',
  },
  frequencies: {
    immediate: 'At once',
    hourly: 'Every hour, in a digest',
    daily: 'Every day, in a digest',
    weekly: 'Every week, in a digest',
    off: 'Not by mail',
  },
  on: 'By mail',
  ask: (name) => `Stop mails about “${name}”?`,
  askHint:
    'They stay in your inbox at Rolecall. Mails that your account needs, such as a new password, still come.',
  stop: 'Stop these mails',
  howOften: 'How often you get mails',
  save: 'Save',
  everything: 'All mails',
  pause: 'Pause for a week',
  resume: 'End the pause',
  stopAll: 'Stop all mails',
  stopAllHint: 'Only what your account needs still comes, such as a new password.',
  undo: 'Undo',
  allSettings: 'All settings (sign in)',
  stopped: (name) => `No more mails about “${name}”`,
  stoppedHint: 'They stay in your inbox at Rolecall.',
  saved: 'Saved',
  paused: 'Paused for a week',
  resumed: 'The pause is over',
  stoppedAll: 'No more mails but those that your account needs',
  restored: 'It is as it was before',
  nothingChanged: 'Nothing was changed',
  gone: 'This account does not exist any more, and gets no mails.',
};

const german: PreferenceCentreTexts = {
  title: 'Deine E-Mails von Rolecall',
  introduction: 'Du musst dich nicht anmelden: Dieser Link gehört dir. Gib ihn nicht weiter.',
  names: {
    jobs: 'Passende Jobs',
    applications: 'Deine Bewerbungen',
    recruiting: 'Deine Bewerber',
    career: 'Deine Karriere',
    messages: 'Nachrichten',
    digests: 'Zusammenfassungen',
    announcements: 'Ankündigungen',
    account: 'Dein Konto',
    services: 'Nachrichten von Diensten',
    security: 'Sicherheit',
  },
  frequencies: {
    immediate: 'Sofort',
    hourly: 'Jede Stunde, zusammengefasst',
    daily: 'Jeden Tag, zusammengefasst',
    weekly: 'Jede Woche, zusammengefasst',
    off: 'Nicht per E-Mail',
  },
  on: 'Per E-Mail',
  ask: (name) => `Keine E-Mails mehr zu „${name}“?`,
  askHint:
    'Im Posteingang bei Rolecall bleiben sie. E-Mails, die dein Konto braucht, etwa für ein neues Passwort, kommen weiterhin.',
  stop: 'Diese E-Mails abbestellen',
  howOften: 'Wie oft du E-Mails bekommst',
  save: 'Speichern',
  everything: 'Alle E-Mails',
  pause: 'Eine Woche Pause',
  resume: 'Pause beenden',
  stopAll: 'Alle E-Mails abbestellen',
  stopAllHint: 'Nur was dein Konto braucht, kommt weiterhin, etwa ein neues Passwort.',
  undo: 'Rückgängig machen',
  allSettings: 'Alle Einstellungen (mit Anmeldung)',
  stopped: (name) => `Keine E-Mails mehr zu „${name}“`,
  stoppedHint: 'Im Posteingang bei Rolecall bleiben sie.',
  saved: 'Gespeichert',
  paused: 'Eine Woche Pause',
  resumed: 'Die Pause ist beendet',
  stoppedAll: 'Keine E-Mails mehr außer denen, die dein Konto braucht',
  restored: 'Es ist wieder wie zuvor',
  nothingChanged: 'Es wurde nichts geändert',
  gone: 'Dieses Konto gibt es nicht mehr, und es bekommt keine E-Mails.',
};

const french: PreferenceCentreTexts = {
  title: 'Vos e-mails de Rolecall',
  introduction: 'Nul besoin de vous connecter : ce lien est le vôtre. Ne le transmettez à personne.',
  names: {
    jobs: 'Offres pour vous',
    applications: 'Vos candidatures',
    recruiting: 'Vos candidats',
    career: 'Votre carrière',
    messages: 'Messages',
    digests: 'Résumés',
    announcements: 'Annonces',
    account: 'Votre compte',
    services: 'Nouvelles des services',
    security: 'Sécurité',
  },
  frequencies: {
    immediate: 'Immédiatement',
    hourly: 'Chaque heure, en résumé',
    daily: 'Chaque jour, en résumé',
    weekly: 'Chaque semaine, en résumé',
    off: 'Pas par e-mail',
  },
  on: 'Par e-mail',
  ask: (name) => `Ne plus recevoir d’e-mails « ${name} » ?`,
  askHint:
    'Tout reste dans votre boîte de réception Rolecall. Les e-mails nécessaires à votre compte, comme un nouveau mot de passe, arrivent toujours.',
  stop: 'Ne plus recevoir ces e-mails',
  howOften: 'À quelle fréquence vous recevez des e-mails',
  save: 'Enregistrer',
  everything: 'Tous les e-mails',
  pause: 'Pause d’une semaine',
  resume: 'Terminer la pause',
  stopAll: 'Ne plus recevoir d’e-mails',
  stopAllHint: 'Seul ce dont votre compte a besoin arrive encore, comme un nouveau mot de passe.',
  undo: 'Annuler',
  allSettings: 'Tous les réglages (avec connexion)',
  stopped: (name) => `Plus d’e-mails « ${name} »`,
  stoppedHint: 'Tout reste dans votre boîte de réception Rolecall.',
  saved: 'Enregistré',
  paused: 'En pause pour une semaine',
  resumed: 'La pause est terminée',
  stoppedAll: 'Plus d’e-mails, sauf ceux dont votre compte a besoin',
  restored: 'Tout est comme avant',
  nothingChanged: 'Rien n’a été modifié',
  gone: 'Ce compte n’existe plus et ne reçoit pas d’e-mails.',
};

const spanish: PreferenceCentreTexts = {
  title: 'Tus correos de Rolecall',
  introduction: 'No hace falta iniciar sesión: este enlace es tuyo. No lo compartas.',
  names: {
    jobs: 'Empleos para ti',
    applications: 'Tus candidaturas',
    recruiting: 'Tus candidatos',
    career: 'Tu carrera',
    messages: 'Mensajes',
    digests: 'Resúmenes',
    announcements: 'Anuncios',
    account: 'Tu cuenta',
    services: 'Noticias de servicios',
    security: 'Seguridad',
  },
  frequencies: {
    immediate: 'Al momento',
    hourly: 'Cada hora, en un resumen',
    daily: 'Cada día, en un resumen',
    weekly: 'Cada semana, en un resumen',
    off: 'No por correo',
  },
  on: 'Por correo',
  ask: (name) => `¿No recibir más correos de «${name}»?`,
  askHint:
    'Todo sigue en tu bandeja de Rolecall. Los correos que tu cuenta necesita, como una contraseña nueva, siguen llegando.',
  stop: 'No recibir más estos correos',
  howOften: 'Con qué frecuencia recibes correos',
  save: 'Guardar',
  everything: 'Todos los correos',
  pause: 'Pausa de una semana',
  resume: 'Terminar la pausa',
  stopAll: 'No recibir más correos',
  stopAllHint: 'Solo llega lo que tu cuenta necesita, como una contraseña nueva.',
  undo: 'Deshacer',
  allSettings: 'Todos los ajustes (con sesión)',
  stopped: (name) => `No más correos de «${name}»`,
  stoppedHint: 'Todo sigue en tu bandeja de Rolecall.',
  saved: 'Guardado',
  paused: 'En pausa durante una semana',
  resumed: 'La pausa ha terminado',
  stoppedAll: 'No más correos, salvo los que tu cuenta necesita',
  restored: 'Todo está como antes',
  nothingChanged: 'No se ha cambiado nada',
  gone: 'Esta cuenta ya no existe y no recibe correos.',
};

export const preferenceCentreTexts: Readonly<Record<Locale, PreferenceCentreTexts>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};
