import { defineMessages } from '@rolecall/contract';

/** What belongs to each category of notifications. */
export const categoryDescriptionMessages = defineMessages({
  en: {
    jobs: 'New jobs that fit your profile.',
    applications: 'Confirmations and every step of an application.',
    recruiting: 'People who apply for the jobs of your company.',
    career: 'Your profile, your skills and what you have achieved.',
    messages: 'What people write to you.',
    digests: 'Summaries instead of single messages.',
    announcements: 'News of this site and its maintenance.',
    account: 'Your welcome and first steps.',
    services: 'What connected services tell you.',
    security: 'Confirming your address, new passwords and warnings.',
  },
  de: {
    jobs: 'Neue Stellen, die zu deinem Profil passen.',
    applications: 'Bestätigungen und jeder Schritt einer Bewerbung.',
    recruiting: 'Wer sich auf die Stellen deiner Firma bewirbt.',
    career: 'Dein Profil, deine Kenntnisse und was du erreicht hast.',
    messages: 'Was Leute dir schreiben.',
    digests: 'Zusammenfassungen statt einzelner Nachrichten.',
    announcements: 'Neues von dieser Seite und ihrer Wartung.',
    account: 'Deine Begrüßung und die ersten Schritte.',
    services: 'Was verbundene Dienste dir sagen.',
    security: 'Bestätigung deiner Adresse, neue Passwörter und Warnungen.',
  },
  fr: {
    jobs: 'Les nouvelles offres qui conviennent à votre profil.',
    applications: 'Les confirmations et chaque étape d’une candidature.',
    recruiting: 'Les personnes qui postulent aux offres de votre entreprise.',
    career: 'Votre profil, vos compétences et ce que vous avez accompli.',
    messages: 'Ce que l’on vous écrit.',
    digests: 'Des résumés au lieu de messages un à un.',
    announcements: 'Les nouvelles de ce site et de sa maintenance.',
    account: 'Votre accueil et vos premiers pas.',
    services: 'Ce que vous disent les services connectés.',
    security: 'La confirmation de votre adresse, les nouveaux mots de passe et les avertissements.',
  },
  es: {
    jobs: 'Nuevos empleos que encajan con tu perfil.',
    applications: 'Confirmaciones y cada paso de una candidatura.',
    recruiting: 'Quién se presenta a las ofertas de tu empresa.',
    career: 'Tu perfil, tus conocimientos y lo que has logrado.',
    messages: 'Lo que la gente te escribe.',
    digests: 'Resúmenes en lugar de mensajes sueltos.',
    announcements: 'Novedades de este sitio y de su mantenimiento.',
    account: 'Tu bienvenida y los primeros pasos.',
    services: 'Lo que te dicen los servicios conectados.',
    security: 'La confirmación de tu dirección, contraseñas nuevas y avisos.',
  },
});

/** How often what is in a category comes. */
export const frequencyMessages = defineMessages({
  en: {
    immediate: 'At once',
    hourly: 'Every hour, in a digest',
    daily: 'Every day, in a digest',
    weekly: 'Every week, in a digest',
    off: 'Only in the inbox',
  },
  de: {
    immediate: 'Sofort',
    hourly: 'Stündlich, gesammelt',
    daily: 'Täglich, gesammelt',
    weekly: 'Wöchentlich, gesammelt',
    off: 'Nur im Posteingang',
  },
  fr: {
    immediate: 'Aussitôt',
    hourly: 'Chaque heure, en résumé',
    daily: 'Chaque jour, en résumé',
    weekly: 'Chaque semaine, en résumé',
    off: 'Seulement dans la boîte de réception',
  },
  es: {
    immediate: 'Al momento',
    hourly: 'Cada hora, en un resumen',
    daily: 'Cada día, en un resumen',
    weekly: 'Cada semana, en un resumen',
    off: 'Solo en la bandeja de entrada',
  },
});

/** What the settings of a category say. */
export const categorySettingsMessages = defineMessages({
  en: {
    heading: 'What comes which way',
    changed: '{category}: {frequency}',
    no_more: '{category}: no more by {channel}',
    by: '{category} by {channel}',
    how_often: 'How often {category} come beyond the inbox',
  },
  de: {
    heading: 'Was auf welchem Weg kommt',
    changed: '{category}: {frequency}',
    no_more: '{category}: nichts mehr über „{channel}“',
    by: '{category} über „{channel}“',
    how_often: '{category}: wie oft über den Posteingang hinaus',
  },
  fr: {
    heading: 'Ce qui arrive par quelle voie',
    changed: '{category} : {frequency}',
    no_more: '{category} : plus rien par « {channel} »',
    by: '{category} par « {channel} »',
    how_often: '{category} : à quelle fréquence, hors de la boîte de réception',
  },
  es: {
    heading: 'Qué llega por qué vía',
    changed: '{category}: {frequency}',
    no_more: '{category}: nada más por «{channel}»',
    by: '{category} por «{channel}»',
    how_often: '{category}: con qué frecuencia, más allá de la bandeja',
  },
});
