import { securityEvents } from '@rolecall/contract';
import {
  band,
  facts,
  headline,
  kindTexts,
  mail,
  paragraph,
  when,
} from '../../../../platform/kind-texts/index.ts';

export const securityAlert = kindTexts({
  kind: 'security_alert',
  words: {
    en: {
      title: `{% case event %}
{%- when 'password_changed' %}Your password was changed
{%- when 'new_sign_in' %}A new sign-in to your account
{%- when 'session_copied' %}A session was ended because its key was used twice
{%- when 'api_key_created' %}A new API key was made
{%- when 'api_keys_ended' %}Your API keys have ended
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
        '{{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. If it was not you, set a new password now.{% if api_keys_ended > 0 %} API keys ended: {{ api_keys_ended }}.{% endif %}',
      label: 'About the safety of your account',
      text: 'If it was you, there is nothing to do. If not, set a new password now and end all sessions.',
      when: 'When',
      by: 'By',
      ended:
        "{{ api_keys_ended | plural: 'API key has', 'API keys have' }} ended with it. Programs that used them need new ones.",
    },
    de: {
      title: `{% case event %}
{%- when 'password_changed' %}Dein Passwort wurde geändert
{%- when 'new_sign_in' %}Neue Anmeldung in deinem Konto
{%- when 'session_copied' %}Eine Sitzung wurde beendet, weil ihr Schlüssel zweimal benutzt wurde
{%- when 'api_key_created' %}Ein neuer API-Schlüssel wurde erstellt
{%- when 'api_keys_ended' %}Deine API-Schlüssel gelten nicht mehr
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
        '{{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Wenn du das nicht warst, leg jetzt ein neues Passwort fest.{% if api_keys_ended > 0 %} Beendete API-Schlüssel: {{ api_keys_ended }}.{% endif %}',
      label: 'Zur Sicherheit deines Kontos',
      text: 'Wenn du das warst, ist nichts zu tun. Wenn nicht, leg jetzt ein neues Passwort fest und beende alle Sitzungen.',
      when: 'Wann',
      by: 'Womit',
      ended:
        '{% if api_keys_ended == 1 %}Damit ist 1 API-Schlüssel{% else %}Damit sind {{ api_keys_ended }} API-Schlüssel{% endif %} ungültig. Programme, die sie benutzt haben, brauchen neue.',
    },
    fr: {
      title: `{% case event %}
{%- when 'password_changed' %}Votre mot de passe a été modifié
{%- when 'new_sign_in' %}Nouvelle connexion à votre compte
{%- when 'session_copied' %}Une session a été fermée, car sa clé a servi deux fois
{%- when 'api_key_created' %}Une nouvelle clé d’API a été créée
{%- when 'api_keys_ended' %}Vos clés d’API ne sont plus valables
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
        'Le {{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Si ce n’était pas vous, changez tout de suite de mot de passe.{% if api_keys_ended > 0 %} Clés d’API fermées : {{ api_keys_ended }}.{% endif %}',
      label: 'La sécurité de votre compte',
      text: 'Si c’était vous, il n’y a rien à faire. Sinon, changez tout de suite de mot de passe et fermez toutes les sessions.',
      when: 'Quand',
      by: 'Avec',
      ended:
        "{{ api_keys_ended | plural: 'clé d’API a pris fin', 'clés d’API ont pris fin' }} en même temps. Il faut en créer de nouvelles pour les programmes qui s’en servaient.",
    },
    es: {
      title: `{% case event %}
{%- when 'password_changed' %}Se ha cambiado tu contraseña
{%- when 'new_sign_in' %}Nuevo inicio de sesión en tu cuenta
{%- when 'session_copied' %}Se ha cerrado una sesión porque su clave se usó dos veces
{%- when 'api_key_created' %}Se ha creado una clave de API
{%- when 'api_keys_ended' %}Tus claves de API ya no valen
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
        'El {{ at | date_time }}{% if client != blank %}, {{ client }}{% endif %}. Si no has sido tú, cambia tu contraseña ahora.{% if api_keys_ended > 0 %} Claves de API cerradas: {{ api_keys_ended }}.{% endif %}',
      label: 'La seguridad de tu cuenta',
      text: 'Si has sido tú, no tienes que hacer nada. Si no, cambia tu contraseña ahora y cierra todas las sesiones.',
      when: 'Cuándo',
      by: 'Con',
      ended:
        "Con ello {{ api_keys_ended | plural: 'clave de API ha dejado', 'claves de API han dejado' }} de valer. Los programas que las usaban necesitan otras nuevas.",
    },
  },
  mail: ({ label, text, when: moment, by, ended }, { colon, button }) =>
    mail(
      '{{ title }}',
      '{{ at | date_time }}',
      band('alert', '!', label),
      headline('{{ title }}'),
      facts(colon, [moment, '{{ at | date_time }}', 'at'], [by, '{{ client }}', 'client']),
      when('api_keys_ended > 0', paragraph(ended)),
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
    .map((event) =>
      event === 'api_keys_ended'
        ? ([event, { event, api_keys_ended: 3 }] as const)
        : ([event, { event }] as const),
    ),
});
