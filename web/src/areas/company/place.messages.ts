import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const companyMessages = defineMessages({
  en: { your_jobs: 'Your jobs', company: 'Company' },
  de: { your_jobs: 'Deine Stellen', company: 'Firma' },
  fr: { your_jobs: 'Vos offres', company: 'Entreprise' },
  es: { your_jobs: 'Tus empleos', company: 'Empresa' },
});
