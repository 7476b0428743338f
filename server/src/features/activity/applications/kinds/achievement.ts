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
{%- when 'profile_complete' %}Ihr Profil ist vollständig
{%- when 'first_application' %}Ihre erste Bewerbung ist unterwegs
{%- when 'ten_applications' %}Zehn Bewerbungen
{%- when 'first_interview' %}Ihr erstes Vorstellungsgespräch
{%- when 'first_offer' %}Ihr erstes Angebot
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
{%- when 'profile_complete' %}Su perfil está completo
{%- when 'first_application' %}Su primera candidatura está en camino
{%- when 'ten_applications' %}Diez candidaturas
{%- when 'first_interview' %}Su primera entrevista
{%- when 'first_offer' %}Su primera oferta
{%- endcase %}`,
      message: '¡Bien hecho!',
    },
  },
  mail: (_, { button }) =>
    mail('{{ title }}', '{{ message }}', band('good', '★', '{{ message }}'), headline('{{ title }}'), button),
  why: {
    en: 'You get this mail because you want tips for your career by e-mail.',
    de: 'Sie bekommen diese Mail, weil Sie per E-Mail Tipps für Ihre Karriere möchten.',
    fr: 'Vous recevez cet e-mail parce que vous souhaitez des conseils pour votre carrière par e-mail.',
    es: 'Recibe este correo porque quiere consejos para su carrera por correo electrónico.',
  },
  sample: { achievement: 'first_interview' },
  forms: achievements
    .filter((achievement) => achievement !== 'first_interview')
    .map((achievement) => [achievement, { achievement }] as const),
});
