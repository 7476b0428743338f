import { defineMessages } from '@rolecall/contract';

/** What the lists of saved and of hidden jobs say. */
export const savedMessages = defineMessages({
  en: {
    lists: 'Which jobs',
    saved: 'Saved',
    saved_title: 'Saved jobs',
    saved_about: 'Jobs that you keep for later. Before a deadline you are reminded.',
    saved_none: 'You have not saved a job yet',
    saved_none_why: 'Press the bookmark of a job, and it is here when you need it.',
    hidden: 'Hidden',
    hidden_title: 'Hidden jobs',
    hidden_about: 'Jobs that you have put away. They are in no search and no list of matches.',
    hidden_none: 'You have hidden no job',
    hidden_none_why: 'What you hide leaves your searches and matches. You can bring it back here.',
    search: 'Search jobs',
    more: 'Show more jobs',
  },
  de: {
    lists: 'Welche Stellen',
    saved: 'Gemerkt',
    saved_title: 'Gemerkte Stellen',
    saved_about: 'Stellen, die du dir für später aufhebst. Vor einer Frist wirst du erinnert.',
    saved_none: 'Du hast dir noch keine Stelle gemerkt',
    saved_none_why: 'Drück auf das Lesezeichen einer Stelle, dann ist sie hier, wenn du sie brauchst.',
    hidden: 'Ausgeblendet',
    hidden_title: 'Ausgeblendete Stellen',
    hidden_about: 'Stellen, die du weggelegt hast. Sie stehen in keiner Suche und bei keinen Treffern.',
    hidden_none: 'Du hast keine Stelle ausgeblendet',
    hidden_none_why:
      'Was du ausblendest, verschwindet aus deinen Suchen und Treffern. Hier kannst du es zurückholen.',
    search: 'Stellen suchen',
    more: 'Mehr Stellen zeigen',
  },
  fr: {
    lists: 'Quelles offres',
    saved: 'Enregistrées',
    saved_title: 'Offres enregistrées',
    saved_about: 'Les offres que vous gardez pour plus tard. Un rappel vous parvient avant une date limite.',
    saved_none: 'Vous n’avez pas encore enregistré d’offre',
    saved_none_why: 'Touchez le signet d’une offre, et elle sera ici quand il vous la faudra.',
    hidden: 'Masquées',
    hidden_title: 'Offres masquées',
    hidden_about:
      'Les offres que vous avez écartées. Elles ne sont dans aucune recherche ni parmi les offres pour vous.',
    hidden_none: 'Vous n’avez masqué aucune offre',
    hidden_none_why:
      'Ce que vous masquez quitte vos recherches et les offres pour vous. Vous pouvez le rétablir ici.',
    search: 'Chercher des offres',
    more: 'Afficher plus d’offres',
  },
  es: {
    lists: 'Qué empleos',
    saved: 'Guardados',
    saved_title: 'Empleos guardados',
    saved_about: 'Empleos que dejas para más tarde. Antes de que acabe un plazo te lo recordamos.',
    saved_none: 'Aún no has guardado ningún empleo',
    saved_none_why: 'Pulsa el marcador de un empleo y lo tendrás aquí cuando te haga falta.',
    hidden: 'Ocultos',
    hidden_title: 'Empleos ocultos',
    hidden_about: 'Empleos que has apartado. No están en ninguna búsqueda ni entre los que encajan contigo.',
    hidden_none: 'No has ocultado ningún empleo',
    hidden_none_why:
      'Lo que ocultas sale de tus búsquedas y de los empleos para ti. Aquí puedes recuperarlo.',
    search: 'Buscar empleos',
    more: 'Mostrar más empleos',
  },
});
