import { defineMessages } from '@rolecall/contract';

/** What the place is called: apart, since the navigation of every page says it. */
export const companiesPlaceMessages = defineMessages({
  en: { companies: 'Companies' },
  de: { companies: 'Firmen' },
  fr: { companies: 'Entreprises' },
  es: { companies: 'Empresas' },
});
