import { defineMessages } from '@rolecall/contract';

/** What is said of matches that a notification has told together. */
export const matchesTogetherMessages = defineMessages({
  en: {
    title: 'New jobs that fit',
    description: 'Open jobs that fitted your profile and came at the same time, each with its reasons.',
    all: 'All matches',
    none: 'None of these jobs is open any more.',
  },
  de: {
    title: 'Neue Jobs, die passen',
    description:
      'Offene Jobs, die zu deinem Profil passten und gleichzeitig kamen, jeder mit seinen Gründen.',
    all: 'Alle Treffer',
    none: 'Keiner dieser Jobs ist noch offen.',
  },
  fr: {
    title: 'Nouvelles offres pour vous',
    description:
      'Les offres ouvertes, arrivées au même moment, qui correspondaient à votre profil, avec les raisons.',
    all: 'Toutes les offres pour vous',
    none: 'Aucune de ces offres n’est encore ouverte.',
  },
  es: {
    title: 'Empleos nuevos que encajan',
    description:
      'Empleos abiertos que encajaban con tu perfil y llegaron a la vez, cada uno con sus razones.',
    all: 'Todos los que encajan',
    none: 'Ninguno de estos empleos sigue abierto.',
  },
});

/** What the navigation says. */
export const jobsMessages = defineMessages({
  en: { jobs: 'Jobs', all_jobs: 'All jobs', matches: 'Matches', saved: 'Saved' },
  de: { jobs: 'Stellen', all_jobs: 'Alle Stellen', matches: 'Treffer', saved: 'Gemerkt' },
  fr: { jobs: 'Offres', all_jobs: 'Toutes les offres', matches: 'Pour vous', saved: 'Enregistrées' },
  es: { jobs: 'Empleos', all_jobs: 'Todos los empleos', matches: 'Para ti', saved: 'Guardados' },
});
