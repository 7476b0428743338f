import { defineMessages } from '@rolecall/contract';

/** What the place is called: apart, since the navigation of every page says it. */
export const auditPlaceMessages = defineMessages({
  en: { audit: 'Audit log' },
  de: { audit: 'Protokoll' },
  fr: { audit: 'Journal d’audit' },
  es: { audit: 'Registro de auditoría' },
});
