import { defineMessages } from '@rolecall/contract';

export const copyMessages = defineMessages({
  en: {
    copy: 'Copy',
    copied: 'Copied',
    copy_failed: 'The browser does not let us copy. Select it and copy it yourself.',
  },
  de: {
    copy: 'Kopieren',
    copied: 'Kopiert',
    copy_failed: 'Der Browser lässt das Kopieren nicht zu. Bitte markieren und selbst kopieren.',
  },
  fr: {
    copy: 'Copier',
    copied: 'Copié',
    copy_failed: 'Le navigateur ne permet pas de copier. Sélectionnez le texte et copiez-le vous-même.',
  },
  es: {
    copy: 'Copiar',
    copied: 'Copiado',
    copy_failed: 'El navegador no permite copiar. Selecciónalo y cópialo a mano.',
  },
});
