import { kindTexts, plainMail } from '../../../../platform/kind-texts/index.ts';

export const serviceMessage = kindTexts({
  kind: 'service_message',
  words: {
    en: { title: '{{ title }}', message: '{{ message }}' },
    de: { title: '{{ title }}', message: '{{ message }}' },
    fr: { title: '{{ title }}', message: '{{ message }}' },
    es: { title: '{{ title }}', message: '{{ message }}' },
  },
  mail: (_, { button }) => plainMail(button),
  why: {
    en: 'You get this mail because a service that works with Rolecall has news for you.',
    de: 'Du bekommst diese Mail, weil ein Dienst, der mit Rolecall zusammenarbeitet, Neuigkeiten für dich hat.',
    fr: 'Vous recevez cet e-mail parce qu’un service relié à Rolecall a des nouvelles pour vous.',
    es: 'Recibes este correo porque un servicio que trabaja con Rolecall tiene novedades para ti.',
  },
  sample: {
    title: 'Your certificate has been verified',
    message: 'The port office has confirmed your licence.',
    action: { label: 'See it', path: '/settings/profile' },
  },
});
