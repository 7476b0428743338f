import { defineAuditActions } from '../../core/audit.ts';

export const suppressionAudit = defineAuditActions({
  address_suppressed: {
    subject: 'suppression',
    fields: ['scope', 'expires_at'],
    words: {
      en: 'Address suppressed',
      de: 'Adresse gesperrt',
      fr: 'Adresse bloquée',
      es: 'Dirección bloqueada',
    },
  },
  address_released: {
    subject: 'suppression',
    fields: ['reason', 'scope', 'pin_days'],
    words: {
      en: 'Address released',
      de: 'Adresse freigegeben',
      fr: 'Adresse débloquée',
      es: 'Dirección liberada',
    },
  },
  suppressions_imported: {
    subject: 'instance',
    fields: ['entries'],
    words: {
      en: 'List of suppressed addresses read',
      de: 'Liste gesperrter Adressen eingelesen',
      fr: 'Liste d’adresses bloquées importée',
      es: 'Lista de direcciones bloqueadas importada',
    },
  },
});
