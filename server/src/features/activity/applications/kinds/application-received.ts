import {
  band,
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleApplication,
  soft,
} from '../../../../platform/kind-texts/index.ts';

export const applicationReceived = kindTexts({
  kind: 'application_received',
  words: {
    en: {
      title: '{{ applicant_name }} has applied',
      message: 'A new application for {{ job_title }}.',
      subject: '{{ applicant_name }} has applied for {{ job_title }}',
      label: 'New application',
      hint: 'A quick answer, even a short one, means a lot to whoever waits for it.',
    },
    de: {
      title: 'Bewerbung von {{ applicant_name }}',
      message: 'Eine neue Bewerbung für {{ job_title }}.',
      subject: 'Bewerbung von {{ applicant_name }} für {{ job_title }}',
      label: 'Neue Bewerbung',
      hint: 'Eine schnelle Antwort, auch eine kurze, bedeutet viel für alle, die darauf warten.',
    },
    fr: {
      title: '{{ applicant_name }} a postulé',
      message: 'Une nouvelle candidature pour {{ job_title }}.',
      subject: '{{ applicant_name }} a postulé pour {{ job_title }}',
      label: 'Nouvelle candidature',
      hint: 'Une réponse rapide, même courte, compte beaucoup pour qui l’attend.',
    },
    es: {
      title: 'Candidatura de {{ applicant_name }}',
      message: 'Una nueva candidatura para {{ job_title }}.',
      subject: 'Candidatura de {{ applicant_name }} para {{ job_title }}',
      label: 'Candidatura nueva',
      hint: 'Una respuesta rápida, aunque sea breve, significa mucho para quien la espera.',
    },
  },
  mail: ({ subject, label, hint }, { button }) =>
    mail(
      subject,
      '{{ message }}',
      band('info', '●', label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(hint),
      button,
    ),
  why: {
    en: 'You get this mail because the job is one of your company.',
    de: 'Du bekommst diese Mail, weil die Stelle zu deinem Unternehmen gehört.',
    fr: 'Vous recevez cet e-mail parce que l’offre est celle de votre entreprise.',
    es: 'Recibes este correo porque el empleo es de tu empresa.',
  },
  group: {
    key: 'job_id',
    name: 'job_title',
    label: {
      en: (job) => `applications for ${job}`,
      de: (job) => `Bewerbungen für ${job}`,
      fr: (job) => `candidatures pour ${job}`,
      es: (job) => `candidaturas para ${job}`,
    },
  },
  sample: {
    application_id: sampleApplication.application_id,
    job_id: sampleApplication.job_id,
    job_title: sampleApplication.job_title,
    applicant_name: 'Ada Lovelace',
  },
});
