import { defineMessages } from '@rolecall/contract';

export const roleMessages = defineMessages({
  en: { job_seeker: 'Job seeker', recruiter: 'Recruiter', operator: 'Operator' },
  de: { job_seeker: 'Jobsuche', recruiter: 'Recruiting', operator: 'Betrieb' },
  fr: { job_seeker: 'Recherche d’emploi', recruiter: 'Recrutement', operator: 'Exploitation' },
  es: { job_seeker: 'Busca empleo', recruiter: 'Selección', operator: 'Operación' },
});
