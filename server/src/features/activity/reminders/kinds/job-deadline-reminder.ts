import {
  band,
  facts,
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleJob,
  soft,
} from '../../../../platform/kind-texts/index.ts';

export const jobDeadlineReminder = kindTexts({
  kind: 'job_deadline_reminder',
  words: {
    en: {
      title: 'Apply soon: {{ job_title }} at {{ company_name }}',
      message: 'You have saved this job. Applications end on {{ deadline_at | date_time }}.',
      label: 'The deadline is near',
      text: 'You have saved this job, and its deadline is near. If you still like it, now is a good time.',
      hint: 'Not interested any more? Take it off your saved jobs, and we will not remind you again.',
      company: 'Company',
      until: 'Apply by',
    },
    de: {
      title: 'Jetzt bewerben: {{ job_title }} bei {{ company_name }}',
      message: 'Du hast dir diesen Job gemerkt. Bewerbungsschluss: {{ deadline_at | date_time }}.',
      label: 'Die Frist läuft bald ab',
      text: 'Du hast dir diesen Job gemerkt, und die Frist läuft bald ab. Wenn er dir noch gefällt, ist jetzt ein guter Moment.',
      hint: 'Kein Interesse mehr? Nimm den Job von deiner Merkliste, und wir erinnern dich nicht wieder.',
      company: 'Firma',
      until: 'Frist',
    },
    fr: {
      title: 'Postulez vite : {{ job_title }} chez {{ company_name }}',
      message:
        'Vous avez enregistré cette offre. Date limite de candidature : {{ deadline_at | date_time }}.',
      label: 'La date limite approche',
      text: 'Vous avez enregistré cette offre, et la date limite approche. Si elle vous plaît toujours, c’est le bon moment.',
      hint: 'Elle ne vous intéresse plus ? Retirez-la de vos offres enregistrées, et nous n’en parlerons plus.',
      company: 'Société',
      until: 'Date limite',
    },
    es: {
      title: 'Solicítalo pronto: {{ job_title }} en {{ company_name }}',
      message: 'Guardaste este empleo. El plazo termina el {{ deadline_at | date_time }}.',
      label: 'El plazo termina pronto',
      text: 'Has guardado este empleo y el plazo termina pronto. Si aún te gusta, es un buen momento.',
      hint: '¿Ya no te interesa? Quítalo de tus empleos guardados y no te lo recordaremos más.',
      company: 'Empresa',
      until: 'Plazo',
    },
  },
  mail: ({ label, text, hint, company, until }, { button, colon }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('warm', '◷', label),
      headline('{{ job_title }}'),
      paragraph(text),
      facts(
        colon,
        [company, '{{ company_name }}', 'company_name'],
        [until, '{{ deadline_at | date_time }}', 'deadline_at'],
      ),
      button,
      soft(hint),
    ),
  why: {
    en: 'You get this mail because you have saved the job.',
    de: 'Du bekommst diese Mail, weil du dir den Job gemerkt hast.',
    fr: 'Vous recevez cet e-mail parce que vous avez enregistré cette offre.',
    es: 'Recibes este correo porque guardaste el empleo.',
  },
  sample: { ...sampleJob, deadline_at: '2026-09-02T21:59:00.000Z' },
});
