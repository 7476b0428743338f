import { securityEvents } from '@rolecall/contract';
import { band, facts, headline, kindTexts, mail, paragraph } from '../../../../platform/kind-texts/index.ts';

export const securityAlert = kindTexts({
  kind: 'security_alert',
  words: {
    en: {
      title: `{% case event %}
{%- when 'password_changed' %}Your password was changed
{%- when 'new_sign_in' %}A new sign-in to your account
{%- when 'session_copied' %}A session was ended because its key was used twice
{%- when 'api_key_created' %}A new API key was made
{%- when 'email_changed' %}Your e-mail address was changed
{%- when 'data_exported' %}Your data were exported
{%- when 'second_factor_added' %}Your second factor was turned on
{%- when 'second_factor_removed' %}Your second factor was turned off
{%- when 'recovery_codes_renewed' %}New recovery codes were made
{%- when 'recovery_code_used' %}A recovery code was used
{%- when 'passkey_added' %}A passkey was added
{%- when 'passkey_removed' %}A passkey was removed
{%- when 'identity_linked' %}Your account was linked to the sign-in of your organisation
{%- endcase %}`,
      message:
        '{{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. If it was not you, set a new password now.',
      label: 'About the safety of your account',
      text: 'If it was you, there is nothing to do. If not, set a new password now and end all sessions.',
      when: 'When',
      by: 'By',
    },
    de: {
      title: `{% case event %}
{%- when 'password_changed' %}Dein Passwort wurde geändert
{%- when 'new_sign_in' %}Neue Anmeldung in deinem Konto
{%- when 'session_copied' %}Eine Sitzung wurde beendet, weil ihr Schlüssel zweimal benutzt wurde
{%- when 'api_key_created' %}Ein neuer API-Schlüssel wurde erstellt
{%- when 'email_changed' %}Deine E-Mail-Adresse wurde geändert
{%- when 'data_exported' %}Deine Daten wurden exportiert
{%- when 'second_factor_added' %}Dein zweiter Faktor wurde eingeschaltet
{%- when 'second_factor_removed' %}Dein zweiter Faktor wurde ausgeschaltet
{%- when 'recovery_codes_renewed' %}Neue Wiederherstellungscodes wurden erstellt
{%- when 'recovery_code_used' %}Ein Wiederherstellungscode wurde benutzt
{%- when 'passkey_added' %}Ein Passkey wurde hinzugefügt
{%- when 'passkey_removed' %}Ein Passkey wurde entfernt
{%- when 'identity_linked' %}Dein Konto wurde mit der Anmeldung deiner Organisation verknüpft
{%- endcase %}`,
      message:
        '{{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Wenn du das nicht warst, leg jetzt ein neues Passwort fest.',
      label: 'Zur Sicherheit deines Kontos',
      text: 'Wenn du das warst, ist nichts zu tun. Wenn nicht, leg jetzt ein neues Passwort fest und beende alle Sitzungen.',
      when: 'Wann',
      by: 'Womit',
    },
    fr: {
      title: `{% case event %}
{%- when 'password_changed' %}Votre mot de passe a été modifié
{%- when 'new_sign_in' %}Nouvelle connexion à votre compte
{%- when 'session_copied' %}Une session a été fermée, car sa clé a servi deux fois
{%- when 'api_key_created' %}Une nouvelle clé d’API a été créée
{%- when 'email_changed' %}Votre adresse e-mail a été modifiée
{%- when 'data_exported' %}Vos données ont été exportées
{%- when 'second_factor_added' %}Votre second facteur a été activé
{%- when 'second_factor_removed' %}Votre second facteur a été désactivé
{%- when 'recovery_codes_renewed' %}De nouveaux codes de secours ont été créés
{%- when 'recovery_code_used' %}Un code de secours a été utilisé
{%- when 'passkey_added' %}Une clé d’accès a été ajoutée
{%- when 'passkey_removed' %}Une clé d’accès a été supprimée
{%- when 'identity_linked' %}Votre compte a été lié à la connexion de votre organisation
{%- endcase %}`,
      message:
        'Le {{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Si ce n’était pas vous, changez tout de suite de mot de passe.',
      label: 'La sécurité de votre compte',
      text: 'Si c’était vous, il n’y a rien à faire. Sinon, changez tout de suite de mot de passe et fermez toutes les sessions.',
      when: 'Quand',
      by: 'Avec',
    },
    es: {
      title: `{% case event %}
{%- when 'password_changed' %}Se ha cambiado tu contraseña
{%- when 'new_sign_in' %}Nuevo inicio de sesión en tu cuenta
{%- when 'session_copied' %}Se ha cerrado una sesión porque su clave se usó dos veces
{%- when 'api_key_created' %}Se ha creado una clave de API
{%- when 'email_changed' %}Se ha cambiado tu correo electrónico
{%- when 'data_exported' %}Se han exportado tus datos
{%- when 'second_factor_added' %}Se ha activado tu segundo factor
{%- when 'second_factor_removed' %}Se ha desactivado tu segundo factor
{%- when 'recovery_codes_renewed' %}Se han creado nuevos códigos de recuperación
{%- when 'recovery_code_used' %}Se ha usado un código de recuperación
{%- when 'passkey_added' %}Se ha añadido una clave de acceso
{%- when 'passkey_removed' %}Se ha quitado una clave de acceso
{%- when 'identity_linked' %}Tu cuenta se ha vinculado al inicio de sesión de tu organización
{%- endcase %}`,
      message:
        'El {{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Si no has sido tú, cambia tu contraseña ahora.',
      label: 'La seguridad de tu cuenta',
      text: 'Si has sido tú, no tienes que hacer nada. Si no, cambia tu contraseña ahora y cierra todas las sesiones.',
      when: 'Cuándo',
      by: 'Con',
    },
  },
  mail: ({ label, text, when, by }, { colon, button }) =>
    mail(
      '{{ title }}',
      '{{ at | date_time }}',
      band('alert', '!', label),
      headline('{{ title }}'),
      facts(colon, [when, '{{ at | date_time }}', 'at'], [by, '{{ client }}', 'client']),
      paragraph(text),
      button,
    ),
  why: {
    en: 'You get this mail for the safety of your account. Mails like this cannot be switched off.',
    de: 'Du bekommst diese Mail zum Schutz deines Kontos. Solche Mails lassen sich nicht abbestellen.',
    fr: 'Vous recevez cet e-mail pour la sécurité de votre compte. Ces e-mails ne peuvent pas être désactivés.',
    es: 'Recibes este correo por la seguridad de tu cuenta. Estos correos no se pueden desactivar.',
  },
  sample: { event: 'new_sign_in', at: '2026-09-01T12:00:00.000Z', client: 'Firefox on Linux' },
  forms: securityEvents
    .filter((event) => event !== 'new_sign_in')
    .map((event) => [event, { event }] as const),
});
