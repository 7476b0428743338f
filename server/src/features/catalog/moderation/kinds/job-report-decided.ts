import {
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleJob,
  soft,
} from '../../../../platform/kind-texts/index.ts';

export const jobReportDecided = kindTexts({
  kind: 'job_report_decided',
  words: {
    en: {
      title: 'Your report of {{ job_title }}',
      message:
        "{% if outcome == 'hidden' %}We have looked at it and taken the posting out of sight.{% elsif outcome == 'gone' %}We have looked at its link: the posting is gone, and nobody is shown it any more.{% elsif outcome == 'still_open' %}We have looked at its link: it is still open at its source.{% else %}We have looked at it and found nothing that we could object to.{% endif %}",
      hint: 'Thank you for looking out for others.',
    },
    de: {
      title: 'Deine Meldung zu {{ job_title }}',
      message:
        "{% if outcome == 'hidden' %}Wir haben nachgesehen und die Anzeige ausgeblendet.{% elsif outcome == 'gone' %}Wir haben unter ihrem Link nachgesehen: Die Anzeige gibt es nicht mehr, und niemand bekommt sie mehr zu sehen.{% elsif outcome == 'still_open' %}Wir haben unter ihrem Link nachgesehen: Dort ist sie noch offen.{% else %}Wir haben nachgesehen und nichts gefunden, das wir beanstanden könnten.{% endif %}",
      hint: 'Danke, dass du auf andere achtest.',
    },
    fr: {
      title: 'Votre signalement de {{ job_title }}',
      message:
        "{% if outcome == 'hidden' %}Nous l’avons examinée et avons masqué l’offre.{% elsif outcome == 'gone' %}Nous avons suivi son lien : l’offre n’existe plus, et elle n’est plus montrée à personne.{% elsif outcome == 'still_open' %}Nous avons suivi son lien : l’offre y est toujours ouverte.{% else %}Nous l’avons examinée et n’avons rien trouvé à redire.{% endif %}",
      hint: 'Merci de veiller sur les autres.',
    },
    es: {
      title: 'Tu aviso sobre {{ job_title }}',
      message:
        "{% if outcome == 'hidden' %}La hemos revisado y hemos ocultado la oferta.{% elsif outcome == 'gone' %}Hemos mirado su enlace: la oferta ya no existe y no se muestra a nadie más.{% elsif outcome == 'still_open' %}Hemos mirado su enlace: allí sigue abierta.{% else %}La hemos revisado y no hemos encontrado nada que objetar.{% endif %}",
      hint: 'Gracias por pensar en los demás.',
    },
  },
  mail: ({ hint }, { greeting, button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      soft(hint),
      button,
    ),
  why: {
    en: 'You get this mail because you have reported this job.',
    de: 'Du bekommst diese Mail, weil du diese Stelle gemeldet hast.',
    fr: 'Vous recevez cet e-mail parce que vous avez signalé cette offre.',
    es: 'Recibes este correo porque has avisado de este empleo.',
  },
  sample: {
    job_id: sampleJob.job_id,
    job_title: sampleJob.job_title,
    company_name: sampleJob.company_name,
    outcome: 'hidden',
  },
});
