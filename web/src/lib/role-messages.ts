import { defineMessages } from '@rolecall/contract';

export const roleMessages = defineMessages({
  en: { job_seeker: 'Job seeker', recruiter: 'Recruiter', operator: 'Operator' },
  de: { job_seeker: 'Jobsuche', recruiter: 'Recruiting', operator: 'Betrieb' },
  fr: { job_seeker: 'Recherche d’emploi', recruiter: 'Recrutement', operator: 'Exploitation' },
  es: { job_seeker: 'Busca empleo', recruiter: 'Selección', operator: 'Operación' },
});

/** Many of a role, as a heading. */
export const rolesMessages = defineMessages({
  en: { job_seeker: 'Job seekers', recruiter: 'Recruiters', operator: 'Operators' },
  de: { job_seeker: 'Jobsuchende', recruiter: 'Recruiter', operator: 'Betreiber' },
  fr: { job_seeker: 'Candidats', recruiter: 'Recruteurs', operator: 'Exploitants' },
  es: { job_seeker: 'Candidatos', recruiter: 'Reclutadores', operator: 'Operadores' },
});
