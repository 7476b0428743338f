import { defineMessages, type Formats } from '@rolecall/contract';

/** What is collected instead of single messages. */
export const digestPageMessages = defineMessages({
  en: {
    since_last: 'Since the last one',
    job_at: '{job} at {company}',
    closed: 'It takes no applications any more.',
    held: 'It is being checked and cannot be seen at the moment.',
    end_on: 'Applications end on',
    score: 'It is a {now:percent} match now; it was {before:percent}.',
    goes_out: 'Goes out',
    next_goes_out: 'The next one goes out',
    after_quiet: ', when your quiet hours or your pause end',
    beyond_most: 'It collects what is beyond the most messages that you want in a day.',
    you_want_hourly: 'You want {what:list} in your hourly digest.',
    you_want_daily: 'You want {what:list} in your daily digest.',
    you_want_weekly: 'You want {what:list} in your weekly digest.',
    new_jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# new job', other: '# new jobs' }),
    new_matches: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# new match', other: '# new matches' }),
    applications: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# application', other: '# applications' }),
    application_changes: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# step of an application', other: '# steps of applications' }),
    would_tell: 'It would tell',
    more_in_inbox: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: 'And # more thing in your inbox.', other: 'And # more things in your inbox.' }),
    meanwhile: 'Around you meanwhile: {what:list}.',
    would_leave_out: 'It would leave out',
    nothing_yet: 'Nothing to tell yet',
    nothing_yet_why:
      'What comes in until then is collected here. A digest that has nothing to tell is not sent.',
    none_hourly: 'You have no hourly digest',
    none_daily: 'You have no daily digest',
    none_weekly: 'You have no weekly digest',
    choose: 'Choose what is collected',
    choose_why_hourly:
      'Choose “hourly” for a category in the notification settings, and it comes in one message instead of many.',
    choose_why_daily:
      'Choose “daily” for a category in the notification settings, and it comes in one message instead of many. What is beyond the most messages that you want in a day is collected here too.',
    choose_why_weekly:
      'Choose “weekly” for a category in the notification settings, and it comes in one message instead of many.',
    digests: 'Digests',
    digests_about: 'What is collected for you instead of single messages, and when it goes out.',
    settings: 'Settings',
    which: 'Which digests',
    past: 'Past ones',
    no_digest: 'No digest yet',
    no_digest_why: 'When one has gone out, you can read here what it told and what became of it.',
    headline_hourly: 'Hourly digest',
    headline_daily: 'Daily digest',
    headline_weekly: 'Weekly digest',
    nothing_left: 'nothing was left to tell, so it was not sent',
    things: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# thing', other: '# things' }),
  },
  de: {
    since_last: 'Seit der letzten',
    job_at: '{job} bei {company}',
    closed: 'Sie nimmt keine Bewerbungen mehr an.',
    held: 'Sie wird gerade geprüft und ist im Moment nicht zu sehen.',
    end_on: 'Bewerbungen enden am',
    score: 'Sie passt jetzt zu {now:percent}; vorher waren es {before:percent}.',
    goes_out: 'Geht raus',
    next_goes_out: 'Die nächste geht raus',
    after_quiet: ', wenn deine Ruhezeiten oder deine Pause enden',
    beyond_most: 'Sie sammelt, was über die meisten Mitteilungen hinausgeht, die du am Tag willst.',
    you_want_hourly: 'Du willst {what:list} in deiner stündlichen Zusammenfassung.',
    you_want_daily: 'Du willst {what:list} in deiner täglichen Zusammenfassung.',
    you_want_weekly: 'Du willst {what:list} in deiner wöchentlichen Zusammenfassung.',
    new_jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# neue Stelle', other: '# neue Stellen' }),
    new_matches: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# neuer Treffer', other: '# neue Treffer' }),
    applications: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# Bewerbung', other: '# Bewerbungen' }),
    application_changes: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# Schritt einer Bewerbung', other: '# Schritte von Bewerbungen' }),
    would_tell: 'Sie würde sagen',
    more_in_inbox: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, {
        one: 'Und noch eine Mitteilung in deinem Posteingang.',
        other: 'Und # weitere Mitteilungen in deinem Posteingang.',
      }),
    meanwhile: 'Außerdem inzwischen: {what:list}.',
    would_leave_out: 'Sie würde weglassen',
    nothing_yet: 'Noch nichts zu sagen',
    nothing_yet_why:
      'Was bis dahin kommt, wird hier gesammelt. Eine Zusammenfassung, die nichts zu sagen hat, wird nicht gesendet.',
    none_hourly: 'Du hast keine stündliche Zusammenfassung',
    none_daily: 'Du hast keine tägliche Zusammenfassung',
    none_weekly: 'Du hast keine wöchentliche Zusammenfassung',
    choose: 'Auswählen, was gesammelt wird',
    choose_why_hourly:
      'Wähle in den Einstellungen für eine Kategorie „stündlich“, und sie kommt in einer Nachricht statt in vielen.',
    choose_why_daily:
      'Wähle in den Einstellungen für eine Kategorie „täglich“, und sie kommt in einer Nachricht statt in vielen. Auch was über die meisten Mitteilungen am Tag hinausgeht, wird hier gesammelt.',
    choose_why_weekly:
      'Wähle in den Einstellungen für eine Kategorie „wöchentlich“, und sie kommt in einer Nachricht statt in vielen.',
    digests: 'Zusammenfassungen',
    digests_about: 'Was für dich statt einzelner Nachrichten gesammelt wird, und wann es rausgeht.',
    settings: 'Einstellungen',
    which: 'Welche Zusammenfassungen',
    past: 'Frühere',
    no_digest: 'Noch keine Zusammenfassung',
    no_digest_why: 'Wenn eine raus ist, kannst du hier lesen, was sie gesagt hat und was daraus wurde.',
    headline_hourly: 'Stündliche Zusammenfassung',
    headline_daily: 'Tägliche Zusammenfassung',
    headline_weekly: 'Wöchentliche Zusammenfassung',
    nothing_left: 'es blieb nichts zu sagen, also wurde sie nicht gesendet',
    things: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# Mitteilung', other: '# Mitteilungen' }),
  },
  fr: {
    since_last: 'Depuis le dernier',
    job_at: '{job} chez {company}',
    closed: 'Elle ne reçoit plus de candidatures.',
    held: 'Elle est en cours de vérification et n’est pas visible pour le moment.',
    end_on: 'Les candidatures se terminent le',
    score: 'Sa compatibilité est maintenant de {now:percent} ; elle était de {before:percent}.',
    goes_out: 'Part',
    next_goes_out: 'Le prochain part',
    after_quiet: ', à la fin de vos heures calmes ou de votre pause',
    beyond_most: 'Il rassemble ce qui dépasse le nombre de messages que vous souhaitez par jour.',
    you_want_hourly: 'Vous voulez {what:list} dans votre résumé horaire.',
    you_want_daily: 'Vous voulez {what:list} dans votre résumé quotidien.',
    you_want_weekly: 'Vous voulez {what:list} dans votre résumé hebdomadaire.',
    new_jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# nouvelle offre', other: '# nouvelles offres' }),
    new_matches: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# nouvelle correspondance', other: '# nouvelles correspondances' }),
    applications: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# candidature', other: '# candidatures' }),
    application_changes: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# étape de candidature', other: '# étapes de candidatures' }),
    would_tell: 'Il dirait',
    more_in_inbox: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, {
        one: 'Et # autre nouvelle dans votre boîte de réception.',
        other: 'Et # autres nouvelles dans votre boîte de réception.',
      }),
    meanwhile: 'Autour de vous entre-temps : {what:list}.',
    would_leave_out: 'Il laisserait de côté',
    nothing_yet: 'Rien à dire pour l’instant',
    nothing_yet_why:
      'Ce qui arrive d’ici là est rassemblé ici. Un résumé qui n’a rien à dire n’est pas envoyé.',
    none_hourly: 'Vous n’avez pas de résumé horaire',
    none_daily: 'Vous n’avez pas de résumé quotidien',
    none_weekly: 'Vous n’avez pas de résumé hebdomadaire',
    choose: 'Choisir ce qui est rassemblé',
    choose_why_hourly:
      'Choisissez « toutes les heures » pour une catégorie dans les réglages, et elle arrive en un message au lieu de plusieurs.',
    choose_why_daily:
      'Choisissez « quotidien » pour une catégorie dans les réglages, et elle arrive en un message au lieu de plusieurs. Ce qui dépasse le nombre de messages souhaité par jour est aussi rassemblé ici.',
    choose_why_weekly:
      'Choisissez « hebdomadaire » pour une catégorie dans les réglages, et elle arrive en un message au lieu de plusieurs.',
    digests: 'Résumés',
    digests_about: 'Ce qui est rassemblé pour vous au lieu de messages séparés, et quand cela part.',
    settings: 'Réglages',
    which: 'Quels résumés',
    past: 'Passés',
    no_digest: 'Pas encore de résumé',
    no_digest_why: 'Quand l’un est parti, vous lisez ici ce qu’il a dit et ce qu’il est devenu.',
    headline_hourly: 'Résumé horaire',
    headline_daily: 'Résumé quotidien',
    headline_weekly: 'Résumé hebdomadaire',
    nothing_left: 'il ne restait rien à dire, il n’a donc pas été envoyé',
    things: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# nouvelle', other: '# nouvelles' }),
  },
  es: {
    since_last: 'Desde el último',
    job_at: '{job} en {company}',
    closed: 'Ya no admite candidaturas.',
    held: 'Se está revisando y por ahora no se puede ver.',
    end_on: 'Las candidaturas terminan el',
    score: 'Ahora encaja un {now:percent}; antes era un {before:percent}.',
    goes_out: 'Sale',
    next_goes_out: 'El próximo sale',
    after_quiet: ', cuando terminen tus horas de silencio o tu pausa',
    beyond_most: 'Reúne lo que supera los mensajes que quieres al día.',
    you_want_hourly: 'Quieres {what:list} en tu resumen de cada hora.',
    you_want_daily: 'Quieres {what:list} en tu resumen diario.',
    you_want_weekly: 'Quieres {what:list} en tu resumen semanal.',
    new_jobs: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# empleo nuevo', other: '# empleos nuevos' }),
    new_matches: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# coincidencia nueva', other: '# coincidencias nuevas' }),
    applications: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# candidatura', other: '# candidaturas' }),
    application_changes: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# paso de una candidatura', other: '# pasos de candidaturas' }),
    would_tell: 'Contaría',
    more_in_inbox: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: 'Y # novedad más en tu bandeja.', other: 'Y # novedades más en tu bandeja.' }),
    meanwhile: 'Mientras tanto: {what:list}.',
    would_leave_out: 'Dejaría fuera',
    nothing_yet: 'Aún nada que contar',
    nothing_yet_why:
      'Lo que llegue hasta entonces se reúne aquí. Un resumen que no tiene nada que contar no se envía.',
    none_hourly: 'No tienes resumen de cada hora',
    none_daily: 'No tienes resumen diario',
    none_weekly: 'No tienes resumen semanal',
    choose: 'Elegir lo que se reúne',
    choose_why_hourly:
      'Elige «cada hora» para una categoría en los ajustes, y llegará en un mensaje en vez de muchos.',
    choose_why_daily:
      'Elige «diario» para una categoría en los ajustes, y llegará en un mensaje en vez de muchos. Lo que supera los mensajes que quieres al día también se reúne aquí.',
    choose_why_weekly:
      'Elige «semanal» para una categoría en los ajustes, y llegará en un mensaje en vez de muchos.',
    digests: 'Resúmenes',
    digests_about: 'Lo que se reúne para ti en vez de mensajes sueltos, y cuándo sale.',
    settings: 'Ajustes',
    which: 'Qué resúmenes',
    past: 'Anteriores',
    no_digest: 'Aún no hay ningún resumen',
    no_digest_why: 'Cuando salga uno, podrás leer aquí qué contó y en qué quedó.',
    headline_hourly: 'Resumen de cada hora',
    headline_daily: 'Resumen diario',
    headline_weekly: 'Resumen semanal',
    nothing_left: 'no quedaba nada que contar, así que no se envió',
    things: ({ count }: { readonly count: number }, { plural }: Formats) =>
      plural(count, { one: '# novedad', other: '# novedades' }),
  },
});
