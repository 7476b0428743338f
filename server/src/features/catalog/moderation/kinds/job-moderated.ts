import {
  headline,
  kindTexts,
  mail,
  paragraph,
  quotation,
  remark,
  sampleJob,
  soft,
} from '../../../../platform/kind-texts/index.ts';

export const jobModerated = kindTexts({
  kind: 'job_moderated',
  words: {
    en: {
      title:
        "{% if decision == 'hidden' %}{{ job_title }} was taken out of sight{% elsif decision == 'restored' %}{{ job_title }} is shown again{% else %}{{ job_title }} has been looked at{% endif %}",
      message: `{% if decision == 'hidden' %}An operator has hidden your posting. Nobody finds it any more.{% elsif decision == 'restored' %}An operator has put your posting back.{% else %}An operator has looked at your posting and let it go.{% endif %}${remark}`,
      hint: 'Is this a mistake? Answer the operators of this site and say why.',
    },
    de: {
      title:
        "{% if decision == 'hidden' %}{{ job_title }} wurde ausgeblendet{% elsif decision == 'restored' %}{{ job_title }} ist wieder zu sehen{% else %}{{ job_title }} wurde angesehen{% endif %}",
      message: `{% if decision == 'hidden' %}Die Betreiber haben deine Anzeige ausgeblendet. Niemand findet sie mehr.{% elsif decision == 'restored' %}Die Betreiber zeigen deine Anzeige wieder.{% else %}Die Betreiber haben deine Anzeige angesehen und freigegeben.{% endif %}${remark}`,
      hint: 'Ist das ein Irrtum? Wende dich an die Betreiber dieser Seite und sag, warum.',
    },
    fr: {
      title:
        "{% if decision == 'hidden' %}{{ job_title }} a été masquée{% elsif decision == 'restored' %}{{ job_title }} est de nouveau visible{% else %}{{ job_title }} a été examinée{% endif %}",
      message: `{% if decision == 'hidden' %}Les administrateurs ont masqué votre offre. Plus personne ne la trouve.{% elsif decision == 'restored' %}Les administrateurs ont remis votre offre.{% else %}Les administrateurs ont examiné votre offre et l’ont laissée passer.{% endif %}${remark}`,
      hint: 'Est-ce une erreur ? Écrivez aux administrateurs de ce site et dites pourquoi.',
    },
    es: {
      title:
        "{% if decision == 'hidden' %}{{ job_title }} se ha ocultado{% elsif decision == 'restored' %}{{ job_title }} vuelve a verse{% else %}{{ job_title }} se ha revisado{% endif %}",
      message: `{% if decision == 'hidden' %}Los administradores han ocultado tu oferta. Nadie la encuentra ya.{% elsif decision == 'restored' %}Los administradores vuelven a mostrar tu oferta.{% else %}Los administradores han revisado tu oferta y la dejan pasar.{% endif %}${remark}`,
      hint: '¿Es un error? Escribe a los administradores de este sitio y di por qué.',
    },
  },
  mail: ({ hint }, { greeting, button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      quotation('note'),
      soft(hint),
      button,
    ),
  why: {
    en: 'You get this mail because the posting is one of your company.',
    de: 'Du bekommst diese Mail, weil die Anzeige zu deiner Firma gehört.',
    fr: 'Vous recevez cet e-mail parce que l’offre est celle de votre entreprise.',
    es: 'Recibes este correo porque la oferta es de tu empresa.',
  },
  sample: {
    job_id: sampleJob.job_id,
    job_title: sampleJob.job_title,
    company_name: sampleJob.company_name,
    decision: 'hidden',
    note: 'It asks applicants to pay for a course.',
  },
});
