import { defineMessages } from '@rolecall/contract';

/** What recruiters are told beside their jobs while nobody has checked their company. */
export const companyHintMessages = defineMessages({
  en: {
    region: 'Your company is not verified',
    quiet: 'Your company is not verified yet. Its jobs are marked, and nobody is told of them until it is.',
    held: 'Your company is not verified yet. Nobody but you sees its jobs until it is.',
    announced: 'Your company is not verified yet. Its jobs are marked.',
    awaiting: 'The domain of your company is proven. The operator looks at the name before that counts.',
    hidden: 'An operator has taken the jobs of your company out of sight.',
    verify: 'Verify the company',
    see: 'See more',
  },
  de: {
    region: 'Deine Firma ist nicht bestätigt',
    quiet:
      'Deine Firma ist noch nicht bestätigt. Ihre Stellen sind gekennzeichnet, und bis dahin wird niemand auf sie hingewiesen.',
    held: 'Deine Firma ist noch nicht bestätigt. Bis dahin siehst nur du ihre Stellen.',
    announced: 'Deine Firma ist noch nicht bestätigt. Ihre Stellen sind gekennzeichnet.',
    awaiting:
      'Die Domain deiner Firma ist nachgewiesen. Bevor das zählt, sieht sich der Betreiber den Namen an.',
    hidden: 'Ein Betreiber hat die Stellen deiner Firma ausgeblendet.',
    verify: 'Firma bestätigen',
    see: 'Mehr dazu',
  },
  fr: {
    region: 'Votre entreprise n’est pas vérifiée',
    quiet:
      'Votre entreprise n’est pas encore vérifiée. Ses offres portent une mention, et personne n’en est averti d’ici là.',
    held: 'Votre entreprise n’est pas encore vérifiée. D’ici là, vous êtes seul à voir ses offres.',
    announced: 'Votre entreprise n’est pas encore vérifiée. Ses offres portent une mention.',
    awaiting: 'Le domaine de votre entreprise est prouvé. L’opérateur examine le nom avant que cela compte.',
    hidden: 'Un opérateur a masqué les offres de votre entreprise.',
    verify: 'Vérifier l’entreprise',
    see: 'En savoir plus',
  },
  es: {
    region: 'Tu empresa no está verificada',
    quiet:
      'Tu empresa aún no está verificada. Sus empleos llevan una marca y hasta entonces no se avisa a nadie de ellos.',
    held: 'Tu empresa aún no está verificada. Hasta entonces solo tú ves sus empleos.',
    announced: 'Tu empresa aún no está verificada. Sus empleos llevan una marca.',
    awaiting: 'El dominio de tu empresa está demostrado. El operador revisa el nombre antes de que cuente.',
    hidden: 'Un operador ha ocultado los empleos de tu empresa.',
    verify: 'Verificar la empresa',
    see: 'Más información',
  },
});
