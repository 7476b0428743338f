import { type ByLocale, companyNotVerified, verifiedBy } from '../../../../platform/kind-texts/index.ts';

/** What a digest says in one language, as Liquid. */
export interface DigestWords {
  readonly message: string;
  /** How well a job fits; `entry` is in reach. */
  readonly match: string;
  /** The company of a job has not shown who it is. */
  readonly unverified: string;
  /** What stands before the domain that it has proven. */
  readonly verified: string;
  /** What the digest only counts. */
  readonly more: string;
  readonly changes: {
    readonly heading: string;
    /** What has become of a job; `change` is in reach. */
    readonly closed: string;
    /** A job is out of sight for now. */
    readonly held: string;
    readonly deadline: string;
    readonly score: string;
  };
  /** What happened around the person. */
  readonly activity: {
    readonly heading: string;
    readonly newJobs: string;
    readonly newMatches: string;
    readonly applications: string;
    readonly applicationChanges: string;
  };
}

export const digestWords: ByLocale<DigestWords> = {
  en: {
    message:
      "{{ entries.size | plus: more | plural: 'thing that matters to you', 'things that matter to you' }}",
    match: '{{ entry.score | percent }} match',
    unverified: companyNotVerified.en,
    verified: verifiedBy.en,
    more: "{{ more | plural: 'more thing waits', 'more things wait' }} in your inbox.",
    changes: {
      heading: 'Since the last one',
      closed: 'It takes no applications any more.',
      held: 'It is being checked and cannot be seen at the moment.',
      deadline: 'Applications end on {{ change.deadline_at | date_time }}.',
      score: '{{ change.score | percent }} match now, {{ change.previous_score | percent }} before.',
    },
    activity: {
      heading: 'Around you meanwhile',
      newJobs: "{{ activity.new_jobs | plural: 'new job', 'new jobs' }}",
      newMatches: "{{ activity.new_matches | plural: 'new match', 'new matches' }}",
      applications: "{{ activity.applications | plural: 'application', 'applications' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'step of an application', 'steps of applications' }}",
    },
  },
  de: {
    message: "{{ entries.size | plus: more | plural: 'Neuigkeit für dich', 'Neuigkeiten für dich' }}",
    match: 'Passt zu {{ entry.score | percent }}',
    unverified: companyNotVerified.de,
    verified: verifiedBy.de,
    more: "{{ more | plural: 'weitere Neuigkeit wartet', 'weitere Neuigkeiten warten' }} in deinem Posteingang.",
    changes: {
      heading: 'Seit der letzten Zusammenfassung',
      closed: 'Der Job nimmt keine Bewerbungen mehr an.',
      held: 'Der Job wird geprüft und ist zurzeit nicht zu sehen.',
      deadline: 'Die Bewerbungsfrist endet am {{ change.deadline_at | date_time }}.',
      score: 'Passt jetzt zu {{ change.score | percent }}, vorher zu {{ change.previous_score | percent }}.',
    },
    activity: {
      heading: 'Was sonst geschehen ist',
      newJobs: "{{ activity.new_jobs | plural: 'neuer Job', 'neue Jobs' }}",
      newMatches: "{{ activity.new_matches | plural: 'neuer Treffer', 'neue Treffer' }}",
      applications: "{{ activity.applications | plural: 'Bewerbung', 'Bewerbungen' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'Schritt einer Bewerbung', 'Schritte von Bewerbungen' }}",
    },
  },
  fr: {
    message: "{{ entries.size | plus: more | plural: 'nouvelle pour vous', 'nouvelles pour vous' }}",
    match: '{{ entry.score | percent }} de compatibilité',
    unverified: companyNotVerified.fr,
    verified: verifiedBy.fr,
    more: "{{ more | plural: 'autre nouvelle vous attend', 'autres nouvelles vous attendent' }} dans votre boîte de réception.",
    changes: {
      heading: 'Depuis le dernier résumé',
      closed: 'Cette offre ne reçoit plus de candidatures.',
      held: 'Cette offre est en cours de vérification et n’est pas visible pour le moment.',
      deadline: 'Les candidatures se terminent le {{ change.deadline_at | date_time }}.',
      score:
        'Sa compatibilité est maintenant de {{ change.score | percent }} ; elle était de {{ change.previous_score | percent }}.',
    },
    activity: {
      heading: 'Autour de vous entre-temps',
      newJobs: "{{ activity.new_jobs | plural: 'nouvelle offre', 'nouvelles offres' }}",
      newMatches:
        "{{ activity.new_matches | plural: 'nouvelle correspondance', 'nouvelles correspondances' }}",
      applications: "{{ activity.applications | plural: 'candidature', 'candidatures' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'étape de candidature', 'étapes de candidatures' }}",
    },
  },
  es: {
    message: "{{ entries.size | plus: more | plural: 'novedad para ti', 'novedades para ti' }}",
    match: '{{ entry.score | percent }} de compatibilidad',
    unverified: companyNotVerified.es,
    verified: verifiedBy.es,
    more: "{{ more | plural: 'novedad más te espera', 'novedades más te esperan' }} en tu bandeja.",
    changes: {
      heading: 'Desde el último resumen',
      closed: 'Ya no admite candidaturas.',
      held: 'Se está revisando y por ahora no se puede ver.',
      deadline: 'Las candidaturas terminan el {{ change.deadline_at | date_time }}.',
      score:
        'Tu compatibilidad es ahora del {{ change.score | percent }}; era del {{ change.previous_score | percent }}.',
    },
    activity: {
      heading: 'Mientras tanto',
      newJobs: "{{ activity.new_jobs | plural: 'empleo nuevo', 'empleos nuevos' }}",
      newMatches: "{{ activity.new_matches | plural: 'coincidencia nueva', 'coincidencias nuevas' }}",
      applications: "{{ activity.applications | plural: 'candidatura', 'candidaturas' }}",
      applicationChanges:
        "{{ activity.application_changes | plural: 'paso de una candidatura', 'pasos de candidaturas' }}",
    },
  },
};

export const wantsDigests: ByLocale<string> = {
  en: 'You get this mail because you want a summary instead of single mails.',
  de: 'Du bekommst diese Mail, weil du statt einzelner Mails eine Zusammenfassung möchtest.',
  fr: 'Vous recevez cet e-mail parce que vous préférez un résumé à des e-mails séparés.',
  es: 'Recibes este correo porque prefieres un resumen a correos sueltos.',
};
