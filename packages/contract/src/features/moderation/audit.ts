import { defineAuditActions } from '../../core/audit.ts';

export const moderationAudit = defineAuditActions({
  job_hidden: {
    subject: 'job',
    fields: ['state', 'open_reports'],
    words: {
      en: 'Posting hidden',
      de: 'Stellenanzeige ausgeblendet',
      fr: 'Offre masquée',
      es: 'Oferta ocultada',
    },
  },
  job_restored: {
    subject: 'job',
    fields: ['state', 'open_reports'],
    words: {
      en: 'Posting shown again',
      de: 'Stellenanzeige wieder gezeigt',
      fr: 'Offre de nouveau visible',
      es: 'Oferta mostrada de nuevo',
    },
  },
  job_dismissed: {
    subject: 'job',
    fields: ['state', 'open_reports'],
    words: {
      en: 'Posting left as it is',
      de: 'Stellenanzeige belassen',
      fr: 'Offre laissée en l’état',
      es: 'Oferta dejada como está',
    },
  },
  moderation_policy_changed: {
    subject: 'instance',
    fields: ['flagged_postings'],
    words: {
      en: 'Rule for flagged postings changed',
      de: 'Regel für auffällige Stellenanzeigen geändert',
      fr: 'Règle pour les offres signalées automatiquement modifiée',
      es: 'Regla para ofertas marcadas cambiada',
    },
  },
});
