import {
  band,
  companyForms,
  companyMark,
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleJob,
  soft,
  when,
} from '../../../../platform/kind-texts/index.ts';

export const jobPosted = kindTexts({
  kind: 'job_posted',
  words: {
    en: {
      title: '{{ job_title }} at {{ company_name }}',
      message: `Just posted{% if location %}, {{ location }}{% else %}.{% endif %}${companyMark.en}`,
      label: 'Just posted',
      skills: 'It asks for {{ skills_required | slice: 0, 8 | list }}.',
    },
    de: {
      title: '{{ job_title }} bei {{ company_name }}',
      message: `Gerade ausgeschrieben{% if location %}, {{ location }}{% else %}.{% endif %}${companyMark.de}`,
      label: 'Gerade ausgeschrieben',
      skills: 'Gefragt ist {{ skills_required | slice: 0, 8 | list }}.',
    },
    fr: {
      title: '{{ job_title }} chez {{ company_name }}',
      message: `Offre tout juste publiée{% if location %}, {{ location }}{% else %}.{% endif %}${companyMark.fr}`,
      label: 'Vient de paraître',
      skills: 'Compétences demandées : {{ skills_required | slice: 0, 8 | list }}.',
    },
    es: {
      title: '{{ job_title }} en {{ company_name }}',
      message: `Recién publicado{% if location %}, {{ location }}{% else %}.{% endif %}${companyMark.es}`,
      label: 'Recién publicado',
      skills: 'Se pide {{ skills_required | slice: 0, 8 | list }}.',
    },
  },
  mail: ({ label, skills }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '●', label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      when('skills_required.size > 0', soft(skills)),
      button,
    ),
  why: {
    en: 'You get this mail because you want to hear of jobs by e-mail.',
    de: 'Du bekommst diese Mail, weil du per E-Mail von Jobs erfahren möchtest.',
    fr: 'Vous recevez cet e-mail parce que vous souhaitez être informé des offres par e-mail.',
    es: 'Recibes este correo porque quieres enterarte de empleos por correo electrónico.',
  },
  group: {
    key: 'company_name',
    name: 'company_name',
    label: {
      en: (company) => `jobs posted at ${company}`,
      de: (company) => `ausgeschriebene Jobs bei ${company}`,
      fr: (company) => `offres publiées chez ${company}`,
      es: (company) => `empleos publicados en ${company}`,
    },
  },
  forms: companyForms,
  sample: { ...sampleJob, location: 'Hamburg', skills_required: ['radar', 'german'] },
});
