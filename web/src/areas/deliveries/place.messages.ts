import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const deliveriesMessages = defineMessages({
  en: { deliveries: 'Deliveries' },
  de: { deliveries: 'Zustellungen' },
  fr: { deliveries: 'Envois' },
  es: { deliveries: 'Envíos' },
});
