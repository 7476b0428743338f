import {
  band,
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleApplication,
  soft,
} from '../../../../platform/kind-texts/index.ts';

export const followUp = kindTexts({
  kind: 'follow_up',
  words: {
    en: {
      title: 'No answer from {{ company_name }} yet',
      message:
        "You applied for {{ job_title }} {{ days | plural: 'day', 'days' }} ago. A friendly question may help.",
      label: 'No answer yet',
      hint: 'Two or three sentences are enough: that you are still interested, and when you may expect an answer.',
    },
    de: {
      title: 'Noch keine Antwort von {{ company_name }}',
      message:
        "Deine Bewerbung für {{ job_title }} ist {{ days | plural: 'Tag', 'Tage' }} her. Eine freundliche Nachfrage kann helfen.",
      label: 'Noch keine Antwort',
      hint: 'Zwei oder drei Sätze genügen: dass du weiter interessiert bist, und wann du mit einer Antwort rechnen darfst.',
    },
    fr: {
      title: '{{ company_name }} n’a pas encore répondu',
      message:
        "Votre candidature pour {{ job_title }} date d’il y a {{ days | plural: 'jour', 'jours' }}. Une relance courtoise peut aider.",
      label: 'Pas encore de réponse',
      hint: 'Deux ou trois phrases suffisent : que le poste vous intéresse toujours, et quand vous pouvez attendre une réponse.',
    },
    es: {
      title: '{{ company_name }} aún no ha respondido',
      message:
        "Presentaste tu candidatura para {{ job_title }} hace {{ days | plural: 'día', 'días' }}. Una consulta amable puede ayudar.",
      label: 'Aún sin respuesta',
      hint: 'Bastan dos o tres frases: que te sigue interesando, y cuándo puedes esperar una respuesta.',
    },
  },
  mail: ({ label, hint }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('info', '◷', label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      soft(hint),
      button,
    ),
  why: {
    en: 'You get this mail because of an application that you have made.',
    de: 'Du bekommst diese Mail wegen einer Bewerbung, die du verschickt hast.',
    fr: 'Vous recevez cet e-mail au sujet d’une candidature que vous avez envoyée.',
    es: 'Recibes este correo por una candidatura que has presentado.',
  },
  sample: { ...sampleApplication, days: 14 },
});
