import { defineMessages } from '@rolecall/contract';

export const alertPlaceMessages = defineMessages({
  en: { alerts: 'Alerts' },
  de: { alerts: 'Suchaufträge' },
  fr: { alerts: 'Alertes' },
  es: { alerts: 'Alertas' },
});
