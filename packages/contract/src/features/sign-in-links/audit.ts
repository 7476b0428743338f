import { defineAuditActions } from '../../core/audit.ts';

export const signInLinkAudit = defineAuditActions({
  sign_in_link_made: {
    subject: 'person',
    fields: ['expires_at'],
    words: {
      en: 'Sign-in link made',
      de: 'Anmelde-Link erstellt',
      fr: 'Lien de connexion créé',
      es: 'Enlace de acceso creado',
    },
  },
  sign_in_link_used: {
    subject: 'person',
    fields: [],
    words: {
      en: 'Signed in by a link of the command line',
      de: 'Per Link der Kommandozeile angemeldet',
      fr: 'Connexion par un lien de la ligne de commande',
      es: 'Acceso con un enlace de la línea de comandos',
    },
  },
});
