import { defineAuditActions } from '../../core/audit.ts';

export const companyAudit = defineAuditActions({
  company_verified: {
    subject: 'company',
    fields: ['trust', 'method', 'domain', 'refused', 'awaiting', 'name_confirmed'],
    words: {
      en: 'Company verified',
      de: 'Firma bestätigt',
      fr: 'Entreprise vérifiée',
      es: 'Empresa verificada',
    },
  },
  company_proof_waits: {
    subject: 'company',
    fields: ['trust', 'method', 'domain', 'refused', 'awaiting', 'name_confirmed'],
    words: {
      en: 'Proof of a company waits for its name to be confirmed',
      de: 'Nachweis einer Firma wartet auf die Bestätigung des Namens',
      fr: 'Preuve d’une entreprise en attente de confirmation du nom',
      es: 'Prueba de una empresa a la espera de confirmar el nombre',
    },
  },
  company_withdrawn: {
    subject: 'company',
    fields: ['trust', 'method', 'domain', 'refused', 'awaiting', 'name_confirmed'],
    words: {
      en: 'Verification of a company withdrawn',
      de: 'Bestätigung einer Firma zurückgenommen',
      fr: 'Vérification d’une entreprise retirée',
      es: 'Verificación de una empresa retirada',
    },
  },
  company_refused: {
    subject: 'company',
    fields: ['trust', 'method', 'domain', 'refused', 'awaiting', 'name_confirmed'],
    words: {
      en: 'Company refused',
      de: 'Firma abgelehnt',
      fr: 'Entreprise refusée',
      es: 'Empresa rechazada',
    },
  },
  company_rule_changed: {
    subject: 'company',
    fields: ['posting_rule'],
    words: {
      en: 'Rule for the postings of a company changed',
      de: 'Regel für die Stellen einer Firma geändert',
      fr: 'Règle pour les offres d’une entreprise modifiée',
      es: 'Regla para los empleos de una empresa cambiada',
    },
  },
  company_hidden: {
    subject: 'company',
    fields: ['hidden'],
    words: {
      en: 'Company hidden',
      de: 'Firma ausgeblendet',
      fr: 'Entreprise masquée',
      es: 'Empresa ocultada',
    },
  },
  company_shown: {
    subject: 'company',
    fields: ['hidden'],
    words: {
      en: 'Company shown again',
      de: 'Firma wieder eingeblendet',
      fr: 'Entreprise de nouveau affichée',
      es: 'Empresa mostrada de nuevo',
    },
  },
  company_policy_changed: {
    subject: 'instance',
    fields: ['unverified_postings'],
    words: {
      en: 'Rule for unverified companies changed',
      de: 'Regel für unbestätigte Firmen geändert',
      fr: 'Règle pour les entreprises non vérifiées modifiée',
      es: 'Regla para empresas no verificadas cambiada',
    },
  },
});
