import { z } from 'zod';
import { timestampSchema } from '../../core/primitives.ts';
import { defineMessages } from '../../messages/index.ts';

/**
 * Why a job that nobody has closed is probably stale. Of its own: it is `old`, or `reposted` again and again. Of its source:
 * `unseen`. The others are what its link has answered.
 */
export const staleReasons = [
  'old',
  'reposted',
  'unseen',
  'link_dead',
  'link_redirected',
  'link_says_closed',
  'link_without_title',
  'link_unreachable',
] as const;
export const staleReasonSchema = z.enum(staleReasons);
export type StaleReason = z.infer<typeof staleReasonSchema>;

export const jobStalenessSchema = z.object({
  reasons: z.array(staleReasonSchema).min(1),
  /** When the first posting of it was published, and how many times it was posted in all. */
  first_posted_at: timestampSchema,
  times_posted: z.int(),
  /** When its link was last looked at; null: it was not yet. */
  checked_at: timestampSchema.nullable(),
});
export type JobStaleness = z.infer<typeof jobStalenessSchema>;

/** What speaks against a job, in a sentence. */
export const staleMessages = defineMessages({
  en: {
    old: 'It has been open for an unusually long time.',
    reposted: 'It has been posted again and again without a change.',
    unseen: 'Its source has not confirmed it for weeks.',
    link_dead: 'Its link says that the page is gone; we are looking again.',
    link_redirected: 'Its link leads to a list of jobs instead.',
    link_says_closed: 'Its page says that it takes no more applications.',
    link_without_title: 'Its page does not name this job any more.',
    link_unreachable: 'Its page cannot be reached.',
  },
  de: {
    old: 'Sie ist ungewöhnlich lange offen.',
    reposted: 'Sie wird immer wieder unverändert ausgeschrieben.',
    unseen: 'Ihre Quelle hat sie seit Wochen nicht bestätigt.',
    link_dead: 'Unter ihrem Link ist keine Seite mehr; wir sehen noch einmal nach.',
    link_redirected: 'Ihr Link führt stattdessen zu einer Liste von Stellen.',
    link_says_closed: 'Auf ihrer Seite steht, dass man sich nicht mehr bewerben kann.',
    link_without_title: 'Ihre Seite nennt diese Stelle nicht mehr.',
    link_unreachable: 'Ihre Seite ist nicht zu erreichen.',
  },
  fr: {
    old: 'Elle est ouverte depuis exceptionnellement longtemps.',
    reposted: 'Elle est republiée encore et encore sans changement.',
    unseen: 'Sa source ne l’a pas confirmée depuis des semaines.',
    link_dead: 'Son lien ne mène plus à aucune page ; nous revérifions.',
    link_redirected: 'Son lien mène désormais à une liste d’offres.',
    link_says_closed: 'Sa page indique que les candidatures sont closes.',
    link_without_title: 'Sa page ne mentionne plus cette offre.',
    link_unreachable: 'Sa page est inaccessible.',
  },
  es: {
    old: 'Lleva abierta un tiempo inusualmente largo.',
    reposted: 'Se publica una y otra vez sin cambios.',
    unseen: 'Su fuente no la confirma desde hace semanas.',
    link_dead: 'Su enlace dice que la página ya no existe; volvemos a mirar.',
    link_redirected: 'Su enlace lleva ahora a una lista de empleos.',
    link_says_closed: 'Su página dice que ya no admite candidaturas.',
    link_without_title: 'Su página ya no menciona este empleo.',
    link_unreachable: 'No se puede acceder a su página.',
  },
});
