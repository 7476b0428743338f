import { headline, kindTexts, mail, paragraph } from '../../../../platform/kind-texts/index.ts';

export const inboxOverflow = kindTexts({
  kind: 'inbox_overflow',
  words: {
    en: {
      title:
        '{% if count == 1 %}One more{% else %}{{ count | number }} more{% endif %} than you want in a day',
      message:
        '{% if count == 1 %}It was kept out of your inbox, and is{% else %}They were kept out of your inbox, and are{% endif %} listed under “Kept out of your inbox”.',
    },
    de: {
      title: '{% if count == 1 %}Eine{% else %}{{ count | number }}{% endif %} mehr, als du am Tag möchtest',
      message:
        '{% if count == 1 %}Sie wurde{% else %}Sie wurden{% endif %} aus deinem Posteingang herausgehalten und {% if count == 1 %}steht{% else %}stehen{% endif %} unter „Nicht im Posteingang“.',
    },
    fr: {
      title:
        '{% if count == 1 %}Une de plus{% else %}{{ count | number }} de plus{% endif %} que vous n’en voulez par jour',
      message:
        '{% if count == 1 %}Elle n’est pas entrée dans votre boîte de réception ; vous la trouvez{% else %}Elles ne sont pas entrées dans votre boîte de réception ; vous les trouvez{% endif %} sous « Hors de la boîte de réception ».',
    },
    es: {
      title:
        '{% if count == 1 %}Una más{% else %}{{ count | number }} más{% endif %} de las que quieres al día',
      message:
        '{% if count == 1 %}Se quedó fuera de tu bandeja; la encuentras{% else %}Se quedaron fuera de tu bandeja; las encuentras{% endif %} en «Fuera de la bandeja».',
    },
  },
  mail: (_, { button }) =>
    mail('{{ title }}', '{{ message }}', headline('{{ title }}'), paragraph('{{ message }}'), button),
  why: {
    en: 'You get this mail because you limit how much reaches you in a day.',
    de: 'Du bekommst diese Mail, weil du begrenzt, wie viel dich am Tag erreicht.',
    fr: 'Vous recevez cet e-mail parce que vous limitez ce qui vous parvient en un jour.',
    es: 'Recibes este correo porque limitas cuánto te llega en un día.',
  },
  sample: { count: 8 },
  forms: [['one', { count: 1 }]],
});
