import { defineMessages } from '@rolecall/contract';

/** What the list of matches says, and that of those that a notification has told together. */
export const matchesMessages = defineMessages({
  en: {
    matches: 'Matches',
    about: 'Open jobs that fit your profile, the newest first, each with its reasons.',
    edit: 'Edit profile',
    none_yet: 'No matches yet',
    complete: 'Complete your profile',
    complete_why:
      'Tell what you look for: titles, skills and places. New jobs are compared with it as they come in.',
    compared: 'New jobs are compared with your profile as they come in.',
    more: 'Show more matches',
    together: 'New jobs that fit',
    together_about: 'Open jobs that fitted your profile and came at the same time, each with its reasons.',
    all: 'All matches',
    none_open: 'None of these jobs is open any more.',
  },
  de: {
    matches: 'Treffer',
    about: 'Offene Stellen, die zu deinem Profil passen, die neuesten zuerst, jede mit ihren Gründen.',
    edit: 'Profil bearbeiten',
    none_yet: 'Noch keine Treffer',
    complete: 'Profil vervollständigen',
    complete_why:
      'Sag, was du suchst: Titel, Kenntnisse und Orte. Neue Stellen werden damit verglichen, sobald sie kommen.',
    compared: 'Neue Stellen werden mit deinem Profil verglichen, sobald sie kommen.',
    more: 'Mehr Treffer zeigen',
    together: 'Neue Stellen, die passen',
    together_about:
      'Offene Stellen, die zu deinem Profil passten und gleichzeitig kamen, jede mit ihren Gründen.',
    all: 'Alle Treffer',
    none_open: 'Keine dieser Stellen ist noch offen.',
  },
  fr: {
    matches: 'Pour vous',
    about:
      'Les offres ouvertes qui correspondent à votre profil, les plus récentes d’abord, avec les raisons.',
    edit: 'Modifier le profil',
    none_yet: 'Pas encore d’offres pour vous',
    complete: 'Compléter votre profil',
    complete_why:
      'Dites ce que vous cherchez : intitulés, compétences et lieux. Les nouvelles offres y sont comparées dès leur arrivée.',
    compared: 'Les nouvelles offres sont comparées à votre profil dès leur arrivée.',
    more: 'Afficher plus d’offres',
    together: 'Nouvelles offres pour vous',
    together_about:
      'Les offres ouvertes, arrivées au même moment, qui correspondaient à votre profil, avec les raisons.',
    all: 'Toutes les offres pour vous',
    none_open: 'Aucune de ces offres n’est encore ouverte.',
  },
  es: {
    matches: 'Para ti',
    about: 'Empleos abiertos que encajan con tu perfil, los más nuevos primero, cada uno con sus razones.',
    edit: 'Editar el perfil',
    none_yet: 'Aún no hay empleos para ti',
    complete: 'Completa tu perfil',
    complete_why:
      'Di lo que buscas: puestos, habilidades y lugares. Los empleos nuevos se comparan con ello según llegan.',
    compared: 'Los empleos nuevos se comparan con tu perfil según llegan.',
    more: 'Mostrar más empleos',
    together: 'Empleos nuevos que encajan',
    together_about:
      'Empleos abiertos que encajaban con tu perfil y llegaron a la vez, cada uno con sus razones.',
    all: 'Todos los que encajan',
    none_open: 'Ninguno de estos empleos sigue abierto.',
  },
});
