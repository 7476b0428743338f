import { defineMessages } from '@rolecall/contract';

/** Words for the values of the contract: a message for each of them, by its name. */
export const payPeriodMessages = defineMessages({
  en: { hour: 'per hour', day: 'per day', week: 'per week', month: 'per month', year: 'per year' },
  de: { hour: 'pro Stunde', day: 'pro Tag', week: 'pro Woche', month: 'im Monat', year: 'im Jahr' },
  fr: { hour: 'par heure', day: 'par jour', week: 'par semaine', month: 'par mois', year: 'par an' },
  es: { hour: 'por hora', day: 'al día', week: 'por semana', month: 'al mes', year: 'al año' },
});

export const remoteMessages = defineMessages({
  en: { any: 'Anywhere is fine', remote_only: 'Remote only', on_site_only: 'On site only' },
  de: { any: 'Überall', remote_only: 'Nur remote', on_site_only: 'Nur vor Ort' },
  fr: { any: 'Peu importe', remote_only: 'À distance uniquement', on_site_only: 'Sur place uniquement' },
  es: { any: 'Da igual dónde', remote_only: 'Solo a distancia', on_site_only: 'Solo presencial' },
});

export const workplaceMessages = defineMessages({
  en: { remote: 'Remote', hybrid: 'Hybrid', on_site: 'On site' },
  de: { remote: 'Remote', hybrid: 'Hybrid', on_site: 'Vor Ort' },
  fr: { remote: 'À distance', hybrid: 'Hybride', on_site: 'Sur place' },
  es: { remote: 'A distancia', hybrid: 'Híbrido', on_site: 'Presencial' },
});

export const employmentTypeMessages = defineMessages({
  en: {
    full_time: 'Full time',
    part_time: 'Part time',
    contract: 'Contract',
    temporary: 'Temporary',
    internship: 'Internship',
    volunteer: 'Volunteer',
  },
  de: {
    full_time: 'Vollzeit',
    part_time: 'Teilzeit',
    contract: 'Auf Vertrag',
    temporary: 'Befristet',
    internship: 'Praktikum',
    volunteer: 'Ehrenamt',
  },
  fr: {
    full_time: 'Temps plein',
    part_time: 'Temps partiel',
    contract: 'Mission',
    temporary: 'Temporaire',
    internship: 'Stage',
    volunteer: 'Bénévolat',
  },
  es: {
    full_time: 'Jornada completa',
    part_time: 'Media jornada',
    contract: 'Por contrato',
    temporary: 'Temporal',
    internship: 'Prácticas',
    volunteer: 'Voluntariado',
  },
});

export const seniorityMessages = defineMessages({
  en: {
    intern: 'Intern',
    junior: 'Junior',
    mid: 'Mid-level',
    senior: 'Senior',
    lead: 'Lead',
    director: 'Director',
    executive: 'Executive',
  },
  de: {
    intern: 'Praktikum',
    junior: 'Berufseinstieg',
    mid: 'Mit Erfahrung',
    senior: 'Senior',
    lead: 'Leitung im Team',
    director: 'Bereichsleitung',
    executive: 'Geschäftsleitung',
  },
  fr: {
    intern: 'Stagiaire',
    junior: 'Débutant',
    mid: 'Confirmé',
    senior: 'Expérimenté',
    lead: 'Responsable d’équipe',
    director: 'Direction',
    executive: 'Direction générale',
  },
  es: {
    intern: 'En prácticas',
    junior: 'Júnior',
    mid: 'Con experiencia',
    senior: 'Sénior',
    lead: 'Responsable de equipo',
    director: 'Dirección',
    executive: 'Alta dirección',
  },
});

export const statusMessages = defineMessages({
  en: {
    submitted: 'Submitted',
    viewed: 'Viewed',
    shortlisted: 'Shortlisted',
    interview: 'Interview',
    offer: 'Offer',
    hired: 'Hired',
    rejected: 'Not selected',
    withdrawn: 'Withdrawn',
  },
  de: {
    submitted: 'Eingereicht',
    viewed: 'Angesehen',
    shortlisted: 'In der engeren Wahl',
    interview: 'Gespräch',
    offer: 'Angebot',
    hired: 'Eingestellt',
    rejected: 'Nicht ausgewählt',
    withdrawn: 'Zurückgezogen',
  },
  fr: {
    submitted: 'Envoyée',
    viewed: 'Vue',
    shortlisted: 'Présélectionnée',
    interview: 'Entretien',
    offer: 'Proposition',
    hired: 'Embauche',
    rejected: 'Non retenue',
    withdrawn: 'Retirée',
  },
  es: {
    submitted: 'Enviada',
    viewed: 'Vista',
    shortlisted: 'Preseleccionada',
    interview: 'Entrevista',
    offer: 'Oferta',
    hired: 'Contratada',
    rejected: 'No seleccionada',
    withdrawn: 'Retirada',
  },
});

/** What a recruiter's button says that gives an application this status. */
export const statusActionMessages = defineMessages({
  en: {
    submitted: 'Submit',
    viewed: 'Mark as viewed',
    shortlisted: 'Shortlist',
    interview: 'Invite to interview',
    offer: 'Make an offer',
    hired: 'Mark as hired',
    rejected: 'Reject',
    withdrawn: 'Withdraw',
  },
  de: {
    submitted: 'Einreichen',
    viewed: 'Als angesehen markieren',
    shortlisted: 'In die engere Wahl nehmen',
    interview: 'Zum Gespräch einladen',
    offer: 'Ein Angebot machen',
    hired: 'Als eingestellt markieren',
    rejected: 'Absagen',
    withdrawn: 'Zurückziehen',
  },
  fr: {
    submitted: 'Envoyer',
    viewed: 'Marquer comme vue',
    shortlisted: 'Présélectionner',
    interview: 'Inviter à un entretien',
    offer: 'Faire une proposition',
    hired: 'Marquer comme embauche',
    rejected: 'Refuser',
    withdrawn: 'Retirer',
  },
  es: {
    submitted: 'Enviar',
    viewed: 'Marcar como vista',
    shortlisted: 'Preseleccionar',
    interview: 'Invitar a una entrevista',
    offer: 'Hacer una oferta',
    hired: 'Marcar como contratada',
    rejected: 'Rechazar',
    withdrawn: 'Retirar',
  },
});

export const reasonMessages = defineMessages({
  en: {
    title: 'Title',
    skills: 'Skills',
    place: 'Place',
    remote: 'Remote',
    pay: 'Pay',
    employment_type: 'Employment type',
    seniority: 'Seniority',
  },
  de: {
    title: 'Titel',
    skills: 'Kenntnisse',
    place: 'Ort',
    remote: 'Remote',
    pay: 'Gehalt',
    employment_type: 'Art der Anstellung',
    seniority: 'Erfahrung',
  },
  fr: {
    title: 'Intitulé',
    skills: 'Compétences',
    place: 'Lieu',
    remote: 'À distance',
    pay: 'Rémunération',
    employment_type: 'Type de contrat',
    seniority: 'Expérience',
  },
  es: {
    title: 'Puesto',
    skills: 'Habilidades',
    place: 'Lugar',
    remote: 'A distancia',
    pay: 'Salario',
    employment_type: 'Tipo de contrato',
    seniority: 'Experiencia',
  },
});

export const categoryMessages = defineMessages({
  en: {
    jobs: 'Jobs',
    applications: 'Applications',
    recruiting: 'Recruiting',
    career: 'Career',
    messages: 'Messages',
    digests: 'Digests',
    announcements: 'Announcements',
    account: 'Account',
    services: 'Services',
    security: 'Security',
  },
  de: {
    jobs: 'Stellen',
    applications: 'Bewerbungen',
    recruiting: 'Recruiting',
    career: 'Karriere',
    messages: 'Nachrichten',
    digests: 'Zusammenfassungen',
    announcements: 'Ankündigungen',
    account: 'Konto',
    services: 'Dienste',
    security: 'Sicherheit',
  },
  fr: {
    jobs: 'Offres',
    applications: 'Candidatures',
    recruiting: 'Recrutement',
    career: 'Carrière',
    messages: 'Messages',
    digests: 'Résumés',
    announcements: 'Annonces',
    account: 'Compte',
    services: 'Services',
    security: 'Sécurité',
  },
  es: {
    jobs: 'Empleos',
    applications: 'Candidaturas',
    recruiting: 'Selección',
    career: 'Carrera',
    messages: 'Mensajes',
    digests: 'Resúmenes',
    announcements: 'Anuncios',
    account: 'Cuenta',
    services: 'Servicios',
    security: 'Seguridad',
  },
});

export const digestMessages = defineMessages({
  en: { hourly: 'Hourly', daily: 'Daily', weekly: 'Weekly' },
  de: { hourly: 'Stündlich', daily: 'Täglich', weekly: 'Wöchentlich' },
  fr: { hourly: 'Toutes les heures', daily: 'Quotidien', weekly: 'Hebdomadaire' },
  es: { hourly: 'Cada hora', daily: 'Diario', weekly: 'Semanal' },
});

export const deliveryStatusMessages = defineMessages({
  en: {
    pending: 'Pending',
    sending: 'Sending',
    sent: 'Sent',
    folded: 'In a digest',
    skipped: 'Skipped',
    failed: 'Failed',
  },
  de: {
    pending: 'Wartet',
    sending: 'Wird gesendet',
    sent: 'Gesendet',
    folded: 'In einer Zusammenfassung',
    skipped: 'Ausgelassen',
    failed: 'Gescheitert',
  },
  fr: {
    pending: 'En attente',
    sending: 'En cours d’envoi',
    sent: 'Envoyé',
    folded: 'Dans un résumé',
    skipped: 'Omis',
    failed: 'Échoué',
  },
  es: {
    pending: 'Pendiente',
    sending: 'Enviando',
    sent: 'Enviado',
    folded: 'En un resumen',
    skipped: 'Omitido',
    failed: 'Fallido',
  },
});
