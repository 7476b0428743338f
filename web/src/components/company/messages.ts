import { defineMessages, type Formats } from '@rolecall/contract';

/** A job of the own company with what can be done with it. */
export const companyJobMessages = defineMessages({
  en: {
    closed: 'Closed',
    posted: 'posted',
    applicants: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# applicant', other: '# applicants' }),
    new: '{count:number} new',
    actions_for: 'Actions for {title}',
    see: 'See it as others do',
    edit: 'Edit',
    close: 'Close',
    reopen: 'Reopen',
    is_closed: '“{title}” is closed',
    is_open_again: '“{title}” is open again',
    undo: 'Undo',
  },
  de: {
    closed: 'Geschlossen',
    posted: 'ausgeschrieben',
    applicants: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# Bewerbung', other: '# Bewerbungen' }),
    new: '{count:number} neu',
    actions_for: 'Aktionen für {title}',
    see: 'Ansehen wie andere',
    edit: 'Bearbeiten',
    close: 'Schließen',
    reopen: 'Wieder öffnen',
    is_closed: '„{title}“ ist geschlossen',
    is_open_again: '„{title}“ ist wieder offen',
    undo: 'Rückgängig',
  },
  fr: {
    closed: 'Fermée',
    posted: 'publiée',
    applicants: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# candidature', other: '# candidatures' }),
    new: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# nouvelle', other: '# nouvelles' }),
    actions_for: 'Actions pour {title}',
    see: 'Voir comme les autres',
    edit: 'Modifier',
    close: 'Fermer',
    reopen: 'Rouvrir',
    is_closed: '« {title} » est fermée',
    is_open_again: '« {title} » est rouverte',
    undo: 'Annuler',
  },
  es: {
    closed: 'Cerrado',
    posted: 'publicado',
    applicants: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# candidatura', other: '# candidaturas' }),
    new: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# nueva', other: '# nuevas' }),
    actions_for: 'Acciones para {title}',
    see: 'Verlo como los demás',
    edit: 'Editar',
    close: 'Cerrar',
    reopen: 'Reabrir',
    is_closed: '«{title}» está cerrado',
    is_open_again: '«{title}» está abierto de nuevo',
    undo: 'Deshacer',
  },
});
