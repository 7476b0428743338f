import { achievements } from '@rolecall/contract';
import { band, headline, kindTexts, mail } from '../../../../platform/kind-texts/index.ts';

export const achievement = kindTexts({
  kind: 'achievement',
  words: {
    en: {
      title: `{% case achievement %}
{%- when 'profile_complete' %}Your profile is complete
{%- when 'first_application' %}Your first application is out
{%- when 'ten_applications' %}Ten applications
{%- when 'first_interview' %}Your first interview
{%- when 'first_offer' %}Your first offer
{%- endcase %}`,
      message: 'Well done.',
    },
    de: {
      title: `{% case achievement %}
{%- when 'profile_complete' %}Dein Profil ist vollständig
{%- when 'first_application' %}Deine erste Bewerbung ist unterwegs
{%- when 'ten_applications' %}Zehn Bewerbungen
{%- when 'first_interview' %}Dein erstes Vorstellungsgespräch
{%- when 'first_offer' %}Dein erstes Angebot
{%- endcase %}`,
      message: 'Gut gemacht!',
    },
    fr: {
      title: `{% case achievement %}
{%- when 'profile_complete' %}Votre profil est complet
{%- when 'first_application' %}Votre première candidature est partie
{%- when 'ten_applications' %}Dix candidatures
{%- when 'first_interview' %}Votre premier entretien
{%- when 'first_offer' %}Votre première proposition
{%- endcase %}`,
      message: 'Bravo !',
    },
    es: {
      title: `{% case achievement %}
{%- when 'profile_complete' %}Tu perfil está completo
{%- when 'first_application' %}Tu primera candidatura está en camino
{%- when 'ten_applications' %}Diez candidaturas
{%- when 'first_interview' %}Tu primera entrevista
{%- when 'first_offer' %}Tu primera oferta
{%- endcase %}`,
      message: '¡Bien hecho!',
    },
  },
  mail: (_, { button }) =>
    mail('{{ title }}', '{{ message }}', band('good', '★', '{{ message }}'), headline('{{ title }}'), button),
  why: {
    en: 'You get this mail because you want tips for your career by e-mail.',
    de: 'Du bekommst diese Mail, weil du per E-Mail Tipps für deine Karriere möchtest.',
    fr: 'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.',
    es: 'Recibes este correo porque quieres consejos para tu carrera por correo electrónico.',
  },
  sample: { achievement: 'first_interview' },
  forms: achievements
    .filter((achievement) => achievement !== 'first_interview')
    .map((achievement) => [achievement, { achievement }] as const),
});
