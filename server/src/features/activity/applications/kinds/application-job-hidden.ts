import {
  headline,
  kindTexts,
  mail,
  paragraph,
  sampleApplication,
} from '../../../../platform/kind-texts/index.ts';
import { hasApplied } from './why.ts';

export const applicationJobHidden = kindTexts({
  kind: 'application_job_hidden',
  words: {
    en: {
      title:
        "{% if state == 'restored' %}{{ job_title }} is shown again{% else %}Take care with {{ job_title }}{% endif %}",
      message:
        "{% if state == 'restored' %}We have looked at this posting of {{ company_name }} once more and put it back. Our warning no longer stands.{% else %}We have taken this posting of {{ company_name }} out of sight, since it does not seem trustworthy.{% endif %}",
      hint: "{% if state == 'restored' %}Your application has stayed where it was. An employer asks for no money before you work there, whoever it is.{% else %}Do not pay anything, and send no bank details or identity papers. If you have done so, tell your bank and the police. Your application stays here, and you can withdraw it.{% endif %}",
    },
    de: {
      title:
        "{% if state == 'restored' %}{{ job_title }} ist wieder zu sehen{% else %}Vorsicht bei {{ job_title }}{% endif %}",
      message:
        "{% if state == 'restored' %}Wir haben diese Anzeige von {{ company_name }} noch einmal geprüft und zeigen sie wieder. Unsere Warnung gilt nicht mehr.{% else %}Wir haben diese Anzeige von {{ company_name }} ausgeblendet, weil sie nicht vertrauenswürdig scheint.{% endif %}",
      hint: "{% if state == 'restored' %}Deine Bewerbung ist geblieben, wo sie war. Geld vor der Einstellung verlangt kein Arbeitgeber, wer es auch sei.{% else %}Zahl nichts und schick keine Bankdaten oder Ausweispapiere. Hast du das schon getan, sag es deiner Bank und der Polizei. Deine Bewerbung bleibt hier stehen, und du kannst sie zurückziehen.{% endif %}",
    },
    fr: {
      title:
        "{% if state == 'restored' %}{{ job_title }} est de nouveau visible{% else %}Prudence avec {{ job_title }}{% endif %}",
      message:
        "{% if state == 'restored' %}Nous avons réexaminé cette offre de {{ company_name }} et l’avons remise en ligne. Notre avertissement ne tient plus.{% else %}Nous avons masqué cette offre de {{ company_name }}, car elle ne semble pas fiable.{% endif %}",
      hint: "{% if state == 'restored' %}Votre candidature est restée où elle était. Aucun employeur, quel qu’il soit, ne demande d’argent avant l’embauche.{% else %}Ne payez rien et n’envoyez ni données bancaires ni papiers d’identité. Si vous l’avez fait, prévenez votre banque et la police. Votre candidature reste ici, et vous pouvez la retirer.{% endif %}",
    },
    es: {
      title:
        "{% if state == 'restored' %}{{ job_title }} vuelve a verse{% else %}Cuidado con {{ job_title }}{% endif %}",
      message:
        "{% if state == 'restored' %}Hemos revisado de nuevo esta oferta de {{ company_name }} y volvemos a mostrarla. Nuestro aviso ya no vale.{% else %}Hemos ocultado esta oferta de {{ company_name }}, porque no parece de fiar.{% endif %}",
      hint: "{% if state == 'restored' %}Tu candidatura sigue donde estaba. Ningún empleador, sea quien sea, pide dinero antes de contratar.{% else %}No pagues nada ni envíes datos bancarios o documentos de identidad. Si ya lo has hecho, avisa a tu banco y a la policía. Tu candidatura sigue aquí, y puedes retirarla.{% endif %}",
    },
  },
  mail: ({ hint }, { greeting, button }) =>
    mail(
      '{{ title }}',
      '{{ message }}',
      headline('{{ title }}'),
      greeting,
      paragraph('{{ message }}'),
      paragraph(hint),
      button,
    ),
  why: hasApplied,
  sample: { ...sampleApplication, state: 'hidden' },
});
