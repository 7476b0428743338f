import { defineMessages, type Formats } from '@rolecall/contract';

/** How this instance is doing. */
export const overviewPageMessages = defineMessages({
  en: {
    overview: 'Overview',
    about: 'How this instance is doing, as of a few seconds ago.',
    open_jobs: 'Open jobs',
    closed: '{count:number} closed',
    people: 'People',
    job_seeker: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# job seeker', other: '# job seekers' }),
    recruiter: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# recruiter', other: '# recruiters' }),
    operator: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# operator', other: '# operators' }),
    applications: 'Applications',
    notifications: 'Notifications',
    connections: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# open connection', other: '# open connections' }),
    deliveries: 'Deliveries',
    have_failed: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# has failed', other: '# have failed' }),
    nothing_sent: 'Nothing has been sent yet.',
    deliveries_table: 'Deliveries by status and channel',
    status: 'Status',
    queues: 'Queues',
    queues_table: 'Tasks in each queue',
    queue: 'Queue',
    waiting: 'Waiting',
    active: 'Active',
    failed: 'Failed',
  },
  de: {
    overview: 'Überblick',
    about: 'Wie es dieser Instanz geht, Stand vor ein paar Sekunden.',
    open_jobs: 'Offene Stellen',
    closed: '{count:number} geschlossen',
    people: 'Personen',
    job_seeker: '{count:number} Jobsuchende',
    recruiter: '{count:number} Recruiter',
    operator: '{count:number} Betreiber',
    applications: 'Bewerbungen',
    notifications: 'Mitteilungen',
    connections: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# offene Verbindung', other: '# offene Verbindungen' }),
    deliveries: 'Zustellungen',
    have_failed: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# ist gescheitert', other: '# sind gescheitert' }),
    nothing_sent: 'Es wurde noch nichts gesendet.',
    deliveries_table: 'Zustellungen nach Status und Kanal',
    status: 'Status',
    queues: 'Warteschlangen',
    queues_table: 'Aufgaben in jeder Warteschlange',
    queue: 'Warteschlange',
    waiting: 'Wartend',
    active: 'In Arbeit',
    failed: 'Gescheitert',
  },
  fr: {
    overview: 'Aperçu',
    about: 'Comment va cette instance, il y a quelques secondes.',
    open_jobs: 'Offres ouvertes',
    closed: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# fermée', other: '# fermées' }),
    people: 'Personnes',
    job_seeker: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# candidat', other: '# candidats' }),
    recruiter: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# recruteur', other: '# recruteurs' }),
    operator: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# exploitant', other: '# exploitants' }),
    applications: 'Candidatures',
    notifications: 'Notifications',
    connections: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# connexion ouverte', other: '# connexions ouvertes' }),
    deliveries: 'Envois',
    have_failed: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# a échoué', other: '# ont échoué' }),
    nothing_sent: 'Rien n’a encore été envoyé.',
    deliveries_table: 'Envois par statut et canal',
    status: 'Statut',
    queues: 'Files d’attente',
    queues_table: 'Tâches de chaque file',
    queue: 'File',
    waiting: 'En attente',
    active: 'Actives',
    failed: 'Échouées',
  },
  es: {
    overview: 'Resumen',
    about: 'Cómo va esta instancia, hace unos segundos.',
    open_jobs: 'Empleos abiertos',
    closed: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# cerrado', other: '# cerrados' }),
    people: 'Personas',
    job_seeker: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# candidato', other: '# candidatos' }),
    recruiter: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# reclutador', other: '# reclutadores' }),
    operator: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# operador', other: '# operadores' }),
    applications: 'Candidaturas',
    notifications: 'Notificaciones',
    connections: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# conexión abierta', other: '# conexiones abiertas' }),
    deliveries: 'Envíos',
    have_failed: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# ha fallado', other: '# han fallado' }),
    nothing_sent: 'Aún no se ha enviado nada.',
    deliveries_table: 'Envíos por estado y canal',
    status: 'Estado',
    queues: 'Colas',
    queues_table: 'Tareas de cada cola',
    queue: 'Cola',
    waiting: 'En espera',
    active: 'Activas',
    failed: 'Fallidas',
  },
});
