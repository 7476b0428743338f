import { defineAuditActions } from '../../core/audit.ts';

export const accountAudit = defineAuditActions({
  person_created: {
    subject: 'person',
    fields: ['role'],
    words: { en: 'Account created', de: 'Konto angelegt', fr: 'Compte créé', es: 'Cuenta creada' },
  },
  person_disabled: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Account disabled',
      de: 'Konto gesperrt',
      fr: 'Compte désactivé',
      es: 'Cuenta desactivada',
    },
  },
  person_enabled: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Account enabled again',
      de: 'Konto wieder freigegeben',
      fr: 'Compte réactivé',
      es: 'Cuenta reactivada',
    },
  },
  person_role_changed: {
    subject: 'person',
    fields: ['role'],
    words: { en: 'Role changed', de: 'Rolle geändert', fr: 'Rôle modifié', es: 'Rol cambiado' },
  },
  person_email_changed: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Address changed',
      de: 'Adresse geändert',
      fr: 'Adresse modifiée',
      es: 'Dirección cambiada',
    },
  },
  person_email_restored: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Change of address undone',
      de: 'Änderung der Adresse rückgängig gemacht',
      fr: 'Changement d’adresse annulé',
      es: 'Cambio de dirección deshecho',
    },
  },
  person_signed_out: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Signed out everywhere',
      de: 'Überall abgemeldet',
      fr: 'Déconnecté partout',
      es: 'Sesiones cerradas',
    },
  },
  person_second_factor_removed: {
    subject: 'person',
    fields: ['factors'],
    words: {
      en: 'Second factor removed',
      de: 'Zweiter Faktor entfernt',
      fr: 'Second facteur supprimé',
      es: 'Segundo factor quitado',
    },
  },
  person_reset_sent: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Link for a new password sent',
      de: 'Link für ein neues Passwort geschickt',
      fr: 'Lien pour un nouveau mot de passe envoyé',
      es: 'Enlace para una nueva contraseña enviado',
    },
  },
});
