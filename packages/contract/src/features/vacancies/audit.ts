import { defineAuditActions } from '../../core/audit.ts';

export const vacanciesAudit = defineAuditActions({
  vacancy_split: {
    subject: 'job',
    fields: ['vacancy'],
    words: {
      en: 'Posting taken out of its vacancy',
      de: 'Anzeige aus ihrer Stelle gelöst',
      fr: 'Annonce retirée de son poste',
      es: 'Anuncio separado de su vacante',
    },
  },
  vacancies_merged: {
    subject: 'job',
    fields: ['vacancy'],
    words: {
      en: 'Vacancies made one',
      de: 'Stellen zusammengelegt',
      fr: 'Postes réunis',
      es: 'Vacantes unidas',
    },
  },
  vacancy_ruling_undone: {
    subject: 'job',
    fields: ['vacancy'],
    words: {
      en: 'Decision about a vacancy undone',
      de: 'Entscheidung über eine Stelle zurückgenommen',
      fr: 'Décision sur un poste annulée',
      es: 'Decisión sobre una vacante deshecha',
    },
  },
});
