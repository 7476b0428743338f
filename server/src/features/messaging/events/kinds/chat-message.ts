import {
  headline,
  kindTexts,
  mail,
  quotation,
  sampleId,
  soft,
} from '../../../../platform/kind-texts/index.ts';

export const chatMessage = kindTexts({
  kind: 'chat_message',
  words: {
    en: {
      title: 'A message from {{ from_name }}',
      message: '{{ excerpt }}',
      hint: 'Answer in Rolecall; answers to this mail reach nobody.',
    },
    de: {
      title: 'Nachricht von {{ from_name }}',
      message: '{{ excerpt }}',
      hint: 'Antworte in Rolecall; Antworten auf diese Mail liest niemand.',
    },
    fr: {
      title: '{{ from_name }} vous a écrit',
      message: '{{ excerpt }}',
      hint: 'Répondez dans Rolecall ; personne ne lit les réponses à cet e-mail.',
    },
    es: {
      title: 'Mensaje de {{ from_name }}',
      message: '{{ excerpt }}',
      hint: 'Responde en Rolecall; nadie lee las respuestas a este correo.',
    },
  },
  mail: ({ hint }, { button }) =>
    mail('{{ title }}', '{{ excerpt }}', headline('{{ title }}'), quotation('excerpt'), button, soft(hint)),
  why: {
    en: 'You get this mail because somebody has written to you.',
    de: 'Du bekommst diese Mail, weil dir jemand geschrieben hat.',
    fr: 'Vous recevez cet e-mail parce que quelqu’un vous a écrit.',
    es: 'Recibes este correo porque alguien te ha escrito.',
  },
  group: {
    key: 'conversation_id',
    name: 'from_name',
    label: {
      en: (name) => `messages from ${name}`,
      de: (name) => `Nachrichten von ${name}`,
      fr: (name) => `messages avec ${name}`,
      es: (name) => `mensajes de ${name}`,
    },
  },
  sample: {
    conversation_id: sampleId(11),
    from_name: 'Grace Hopper',
    excerpt: 'Hello Ada, do you have a minute to talk about the position?',
  },
});
