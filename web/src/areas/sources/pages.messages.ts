import { defineMessages, type Formats } from '@rolecall/contract';

interface Count {
  readonly count: number;
}

/** What the sources and their runs say. */
export const sourcePageMessages = defineMessages({
  en: {
    sources: 'Sources',
    about: 'Where jobs come from: boards and feeds that are read on a schedule.',
    add: 'Add a source',
    more: 'Show more sources',
    none: 'No sources yet',
    none_why: 'Paste a link to a board, a feed or a careers page, or the name of a company.',
    reading: 'Reading “{name}”',
    reading_hint: 'The run log shows how it goes.',
    runs_again: '“{name}” runs again',
    is_paused: '“{name}” is paused',
    is_removed: '“{name}” is removed',
    open_jobs: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# open job', other: '# open jobs' }),
    by_hand: 'only by hand',
    failures: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# failure in a row', other: '# failures in a row' }),
    next_try: 'next try',
    set_aside: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: '# run in a row has ended with the process that worked on it, so it is not read by its schedule. A run by hand that comes to an end brings it back.',
        other:
          '# runs in a row have ended with the process that worked on them, so it is not read by its schedule. A run by hand that comes to an end brings it back.',
      }),
    running: 'Running',
    run_now: 'Run now',
    actions: 'Actions for {name}',
    run_log: 'Run log',
    edit: 'Edit',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    remove_title: 'Remove “{name}”?',
    remove_about: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Its # open job will be closed. This cannot be undone.',
        other: 'Its # open jobs will be closed. This cannot be undone.',
      }),
    remove_source: 'Remove source',
    saved: 'Source saved',
    edit_it: 'Edit {name}',
    name: 'Name',
    schedule: 'Schedule',
    schedule_hint:
      'Five cron fields: minute, hour, day, month, weekday. “17 */6 * * *” is every six hours, at 17 past. Empty: only by hand.',
    time_zone: 'Time zone of the schedule',
    cancel: 'Cancel',
    save: 'Save',
    runs_of: 'Runs of {name}',
    more_runs: 'Show more runs',
    not_run: 'It has not run yet',
    not_run_why: 'Run it now, or wait for its schedule.',
    left_out: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# row was left out', other: '# rows were left out' }),
    row: 'Row {row:number}',
  },
  de: {
    sources: 'Quellen',
    about: 'Woher Stellen kommen: Stellenbörsen und Feeds, die nach einem Zeitplan gelesen werden.',
    add: 'Quelle hinzufügen',
    more: 'Mehr Quellen anzeigen',
    none: 'Noch keine Quellen',
    none_why:
      'Füge einen Link zu einer Stellenbörse, einem Feed oder einer Karriereseite ein, oder den Namen einer Firma.',
    reading: '„{name}“ wird gelesen',
    reading_hint: 'Das Protokoll zeigt, wie es läuft.',
    runs_again: '„{name}“ läuft wieder',
    is_paused: '„{name}“ ist pausiert',
    is_removed: '„{name}“ ist entfernt',
    open_jobs: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# offene Stelle', other: '# offene Stellen' }),
    by_hand: 'nur von Hand',
    failures: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# Fehlschlag in Folge', other: '# Fehlschläge in Folge' }),
    next_try: 'nächster Versuch',
    set_aside: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: '# Lauf hat mit dem Prozess geendet, der daran arbeitete, deshalb wird sie nicht nach ihrem Zeitplan gelesen. Ein Lauf von Hand, der zu Ende kommt, holt sie zurück.',
        other:
          '# Läufe in Folge haben mit dem Prozess geendet, der daran arbeitete, deshalb wird sie nicht nach ihrem Zeitplan gelesen. Ein Lauf von Hand, der zu Ende kommt, holt sie zurück.',
      }),
    running: 'Läuft',
    run_now: 'Jetzt lesen',
    actions: 'Aktionen für {name}',
    run_log: 'Protokoll',
    edit: 'Bearbeiten',
    pause: 'Pausieren',
    resume: 'Fortsetzen',
    remove: 'Entfernen',
    remove_title: '„{name}“ entfernen?',
    remove_about: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Ihre # offene Stelle wird geschlossen. Das lässt sich nicht rückgängig machen.',
        other: 'Ihre # offenen Stellen werden geschlossen. Das lässt sich nicht rückgängig machen.',
      }),
    remove_source: 'Quelle entfernen',
    saved: 'Quelle gespeichert',
    edit_it: '{name} bearbeiten',
    name: 'Name',
    schedule: 'Zeitplan',
    schedule_hint:
      'Fünf Cron-Felder: Minute, Stunde, Tag, Monat, Wochentag. „17 */6 * * *“ ist alle sechs Stunden, 17 Minuten nach voll. Leer: nur von Hand.',
    time_zone: 'Zeitzone des Zeitplans',
    cancel: 'Abbrechen',
    save: 'Speichern',
    runs_of: 'Läufe von {name}',
    more_runs: 'Mehr Läufe anzeigen',
    not_run: 'Sie ist noch nicht gelaufen',
    not_run_why: 'Lies sie jetzt, oder warte auf ihren Zeitplan.',
    left_out: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# Zeile wurde ausgelassen', other: '# Zeilen wurden ausgelassen' }),
    row: 'Zeile {row:number}',
  },
  fr: {
    sources: 'Sources',
    about: 'D’où viennent les offres : des sites d’annonces et des flux, lus selon un horaire.',
    add: 'Ajouter une source',
    more: 'Afficher plus de sources',
    none: 'Pas encore de sources',
    none_why:
      'Collez un lien vers un site d’annonces, un flux ou une page carrières, ou le nom d’une entreprise.',
    reading: 'Lecture de « {name} »',
    reading_hint: 'Le journal montre comment elle se passe.',
    runs_again: '« {name} » est de nouveau lue',
    is_paused: '« {name} » est en pause',
    is_removed: '« {name} » est retirée',
    open_jobs: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# offre ouverte', other: '# offres ouvertes' }),
    by_hand: 'à la main seulement',
    failures: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# échec de suite', other: '# échecs de suite' }),
    next_try: 'prochain essai',
    set_aside: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: '# lecture s’est arrêtée avec le processus qui s’en occupait\u00a0: la source n’est plus lue selon son horaire. Une lecture à la main qui va à son terme la rétablit.',
        other:
          '# lectures de suite se sont arrêtées avec le processus qui s’en occupait\u00a0: la source n’est plus lue selon son horaire. Une lecture à la main qui va à son terme la rétablit.',
      }),
    running: 'En cours',
    run_now: 'Lire maintenant',
    actions: 'Actions pour {name}',
    run_log: 'Journal',
    edit: 'Modifier',
    pause: 'Mettre en pause',
    resume: 'Reprendre',
    remove: 'Retirer',
    remove_title: 'Retirer « {name} » ?',
    remove_about: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Sa # offre ouverte sera fermée. C’est irréversible.',
        other: 'Ses # offres ouvertes seront fermées. C’est irréversible.',
      }),
    remove_source: 'Retirer la source',
    saved: 'Source enregistrée',
    edit_it: 'Modifier {name}',
    name: 'Nom',
    schedule: 'Horaire',
    schedule_hint:
      'Cinq champs cron : minute, heure, jour, mois, jour de la semaine. « 17 */6 * * * » est toutes les six heures, à la minute 17. Vide : à la main seulement.',
    time_zone: 'Fuseau de l’horaire',
    cancel: 'Annuler',
    save: 'Enregistrer',
    runs_of: 'Lectures de {name}',
    more_runs: 'Afficher plus de lectures',
    not_run: 'Elle n’a pas encore été lue',
    not_run_why: 'Lisez-la maintenant, ou attendez son horaire.',
    left_out: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# ligne laissée de côté', other: '# lignes laissées de côté' }),
    row: 'Ligne {row:number}',
  },
  es: {
    sources: 'Fuentes',
    about: 'De dónde vienen los empleos: portales y feeds que se leen según un horario.',
    add: 'Añadir una fuente',
    more: 'Mostrar más fuentes',
    none: 'Aún no hay fuentes',
    none_why: 'Pega un enlace a un portal, un feed o una página de empleo, o el nombre de una empresa.',
    reading: 'Leyendo «{name}»',
    reading_hint: 'El registro muestra cómo va.',
    runs_again: '«{name}» vuelve a leerse',
    is_paused: '«{name}» está en pausa',
    is_removed: '«{name}» está quitada',
    open_jobs: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# oferta abierta', other: '# ofertas abiertas' }),
    by_hand: 'solo a mano',
    failures: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: '# fallo seguido', other: '# fallos seguidos' }),
    next_try: 'próximo intento',
    set_aside: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: '# lectura acabó con el proceso que se ocupaba de ella, así que no se lee según su horario. Una lectura a mano que llegue a su fin la recupera.',
        other:
          '# lecturas seguidas acabaron con el proceso que se ocupaba de ellas, así que no se lee según su horario. Una lectura a mano que llegue a su fin la recupera.',
      }),
    running: 'En curso',
    run_now: 'Leer ahora',
    actions: 'Acciones para {name}',
    run_log: 'Registro',
    edit: 'Editar',
    pause: 'Pausar',
    resume: 'Reanudar',
    remove: 'Quitar',
    remove_title: '¿Quitar «{name}»?',
    remove_about: ({ count }: Count, { plural }: Formats) =>
      plural(count, {
        one: 'Su # oferta abierta se cerrará. No se puede deshacer.',
        other: 'Sus # ofertas abiertas se cerrarán. No se puede deshacer.',
      }),
    remove_source: 'Quitar la fuente',
    saved: 'Fuente guardada',
    edit_it: 'Editar {name}',
    name: 'Nombre',
    schedule: 'Horario',
    schedule_hint:
      'Cinco campos cron: minuto, hora, día, mes, día de la semana. «17 */6 * * *» es cada seis horas, en el minuto 17. Vacío: solo a mano.',
    time_zone: 'Zona horaria del horario',
    cancel: 'Cancelar',
    save: 'Guardar',
    runs_of: 'Lecturas de {name}',
    more_runs: 'Mostrar más lecturas',
    not_run: 'Aún no se ha leído',
    not_run_why: 'Léela ahora o espera a su horario.',
    left_out: ({ count }: Count, { plural }: Formats) =>
      plural(count, { one: 'Se omitió # fila', other: 'Se omitieron # filas' }),
    row: 'Fila {row:number}',
  },
});
