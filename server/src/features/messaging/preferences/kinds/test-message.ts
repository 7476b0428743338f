import { band, headline, kindTexts, mail, paragraph } from '../../../../platform/kind-texts/index.ts';

export const testMessage = kindTexts({
  kind: 'test_message',
  words: {
    en: {
      title: 'This is a test',
      message:
        "You have asked for it in your settings. {% if channel == 'inbox' %}What is sent to your inbox arrives.{% else %}It was sent by mail too.{% endif %}",
      label: 'It works',
    },
    de: {
      title: 'Das ist ein Test',
      message:
        "Du hast ihn in deinen Einstellungen angefordert. {% if channel == 'inbox' %}Was an deinen Posteingang geht, kommt an.{% else %}Er ging auch per Mail hinaus.{% endif %}",
      label: 'Es funktioniert',
    },
    fr: {
      title: 'Ceci est un test',
      message:
        "Vous l’avez demandé dans vos préférences. {% if channel == 'inbox' %}Ce qui est envoyé à votre boîte de réception arrive bien.{% else %}Il a aussi été envoyé par e-mail.{% endif %}",
      label: 'Cela fonctionne',
    },
    es: {
      title: 'Esto es una prueba',
      message:
        "La has pedido en tus preferencias. {% if channel == 'inbox' %}Lo que se envía a tu bandeja de entrada llega bien.{% else %}También se ha enviado por correo.{% endif %}",
      label: 'Funciona',
    },
  },
  mail: ({ label }, { button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      band('good', '✓', label),
      headline('{{ title }}'),
      paragraph('{{ message }}'),
      button,
    ),
  why: {
    en: 'You get this mail because you have asked for a test in your settings.',
    de: 'Du bekommst diese Mail, weil du in deinen Einstellungen einen Test angefordert hast.',
    fr: 'Vous recevez cet e-mail parce que vous avez demandé un test dans vos préférences.',
    es: 'Recibes este correo porque has pedido una prueba en tus preferencias.',
  },
  sample: { channel: 'email' },
});
