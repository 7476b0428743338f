import { band, facts, headline, kindTexts, mail, paragraph } from '../../../../platform/kind-texts/index.ts';

/** What an operator has done to an account. */
export const accountNotice = kindTexts({
  kind: 'account_notice',
  words: {
    en: {
      title: `{% case change %}
{%- when 'disabled' %}Your account was disabled
{%- when 'enabled' %}Your account can be used again
{%- when 'role_changed' %}Your role was changed
{%- when 'signed_out' %}You were signed out everywhere
{%- when 'second_factor_removed' %}Your second factor was removed
{%- endcase %}`,
      message:
        '{{ at | date_time }}, by an operator.{% if reason != blank %} Reason: {{ reason }}{% endif %}',
      label: 'About your account',
      text: `{% case change %}
{%- when 'disabled' %}An operator of this site has disabled your account. Nobody can sign in to it, and you get no messages any more. If you think that this is a mistake, answer to the operators of this site.
{%- when 'enabled' %}An operator of this site has enabled your account again. Sign in as before. API keys that you had have to be made anew.
{%- when 'role_changed' %}An operator of this site has changed what you may do here. Sign in again. API keys that you had have to be made anew.
{%- when 'signed_out' %}An operator of this site has ended all your sessions and API keys. If you use this password elsewhere, or somebody else may know it, set a new one.
{%- when 'second_factor_removed' %}An operator of this site has removed your authenticator app, your recovery codes and your passkeys, and ended all your sessions and API keys. Sign in with your password and set up a new second factor. If you have not asked for this, set a new password first and tell the operators of this site.
{%- endcase %}`,
      when: 'When',
      role: 'Role',
      role_name: `{% case role %}{% when 'operator' %}Operator{% when 'recruiter' %}Recruiter{% when 'job_seeker' %}Job seeker{% endcase %}`,
      reason: 'Reason',
    },
    de: {
      title: `{% case change %}
{%- when 'disabled' %}Dein Konto wurde gesperrt
{%- when 'enabled' %}Dein Konto ist wieder frei
{%- when 'role_changed' %}Deine Rolle wurde geändert
{%- when 'signed_out' %}Du wurdest überall abgemeldet
{%- when 'second_factor_removed' %}Dein zweiter Faktor wurde entfernt
{%- endcase %}`,
      message:
        '{{ at | date_time }}, durch den Betrieb.{% if reason != blank %} Grund: {{ reason }}{% endif %}',
      label: 'Zu deinem Konto',
      text: `{% case change %}
{%- when 'disabled' %}Der Betrieb dieser Seite hat dein Konto gesperrt. Niemand kann sich damit anmelden, und du bekommst keine Nachrichten mehr. Wenn du das für einen Irrtum hältst, wende dich an den Betrieb dieser Seite.
{%- when 'enabled' %}Der Betrieb dieser Seite hat dein Konto wieder freigegeben. Melde dich an wie zuvor. API-Schlüssel musst du neu erstellen.
{%- when 'role_changed' %}Der Betrieb dieser Seite hat geändert, was du hier darfst. Melde dich neu an. API-Schlüssel musst du neu erstellen.
{%- when 'signed_out' %}Der Betrieb dieser Seite hat alle deine Sitzungen und API-Schlüssel beendet. Wenn du dein Passwort auch anderswo benutzt oder jemand es kennen könnte, lege ein neues fest.
{%- when 'second_factor_removed' %}Der Betrieb dieser Seite hat deine Authenticator-App, deine Wiederherstellungscodes und deine Passkeys entfernt und alle deine Sitzungen und API-Schlüssel beendet. Melde dich mit deinem Passwort an und richte einen neuen zweiten Faktor ein. Wenn du nicht darum gebeten hast, leg zuerst ein neues Passwort fest und sag es dem Betrieb dieser Seite.
{%- endcase %}`,
      when: 'Wann',
      role: 'Rolle',
      role_name: `{% case role %}{% when 'operator' %}Betrieb{% when 'recruiter' %}Recruiting{% when 'job_seeker' %}Jobsuche{% endcase %}`,
      reason: 'Grund',
    },
    fr: {
      title: `{% case change %}
{%- when 'disabled' %}Votre compte a été désactivé
{%- when 'enabled' %}Votre compte est de nouveau utilisable
{%- when 'role_changed' %}Votre rôle a été modifié
{%- when 'signed_out' %}Vous avez été déconnecté partout
{%- when 'second_factor_removed' %}Votre second facteur a été supprimé
{%- endcase %}`,
      message:
        'Le {{ at | date_time }}, par un opérateur.{% if reason != blank %} Motif : {{ reason }}{% endif %}',
      label: 'Votre compte',
      text: `{% case change %}
{%- when 'disabled' %}Un opérateur de ce site a désactivé votre compte. Personne ne peut s’y connecter, et vous ne recevez plus de messages. Si vous pensez que c’est une erreur, adressez-vous aux opérateurs de ce site.
{%- when 'enabled' %}Un opérateur de ce site a réactivé votre compte. Connectez-vous comme avant. Vos clés d’API sont à recréer.
{%- when 'role_changed' %}Un opérateur de ce site a modifié ce que vous pouvez faire ici. Reconnectez-vous. Vos clés d’API sont à recréer.
{%- when 'signed_out' %}Un opérateur de ce site a fermé toutes vos sessions et clés d’API. Si ce mot de passe sert ailleurs ou si quelqu’un peut le connaître, changez-le.
{%- when 'second_factor_removed' %}Un opérateur de ce site a supprimé votre application d’authentification, vos codes de secours et vos clés d’accès, et a fermé toutes vos sessions et clés d’API. Connectez-vous avec votre mot de passe et configurez un nouveau second facteur. Si vous ne l’avez pas demandé, changez d’abord de mot de passe et prévenez les opérateurs de ce site.
{%- endcase %}`,
      when: 'Quand',
      role: 'Rôle',
      role_name: `{% case role %}{% when 'operator' %}Opérateur{% when 'recruiter' %}Recruteur{% when 'job_seeker' %}Candidat{% endcase %}`,
      reason: 'Motif',
    },
    es: {
      title: `{% case change %}
{%- when 'disabled' %}Tu cuenta se ha desactivado
{%- when 'enabled' %}Tu cuenta se puede usar de nuevo
{%- when 'role_changed' %}Se ha cambiado tu rol
{%- when 'signed_out' %}Se han cerrado todas tus sesiones
{%- when 'second_factor_removed' %}Se ha quitado tu segundo factor
{%- endcase %}`,
      message:
        'El {{ at | date_time }}, por un operador.{% if reason != blank %} Motivo: {{ reason }}{% endif %}',
      label: 'Tu cuenta',
      text: `{% case change %}
{%- when 'disabled' %}Un operador de este sitio ha desactivado tu cuenta. Nadie puede iniciar sesión con ella, y ya no recibes mensajes. Si crees que es un error, dirígete a los operadores de este sitio.
{%- when 'enabled' %}Un operador de este sitio ha reactivado tu cuenta. Inicia sesión como antes. Las claves de API hay que crearlas de nuevo.
{%- when 'role_changed' %}Un operador de este sitio ha cambiado lo que puedes hacer aquí. Inicia sesión de nuevo. Las claves de API hay que crearlas de nuevo.
{%- when 'signed_out' %}Un operador de este sitio ha cerrado todas tus sesiones y claves de API. Si usas esta contraseña en otros sitios o alguien puede conocerla, cámbiala.
{%- when 'second_factor_removed' %}Un operador de este sitio ha quitado tu aplicación de autenticación, tus códigos de recuperación y tus claves de acceso, y ha cerrado todas tus sesiones y claves de API. Inicia sesión con tu contraseña y configura un nuevo segundo factor. Si no lo has pedido, cambia primero tu contraseña y avisa a los operadores de este sitio.
{%- endcase %}`,
      when: 'Cuándo',
      role: 'Rol',
      role_name: `{% case role %}{% when 'operator' %}Operador{% when 'recruiter' %}Selección{% when 'job_seeker' %}Candidato{% endcase %}`,
      reason: 'Motivo',
    },
  },
  mail: ({ label, text, when, role, role_name, reason }, { colon, button }) =>
    mail(
      '{{ title }}',
      '{{ at | date_time }}',
      band('alert', '!', label),
      headline('{{ title }}'),
      facts(
        colon,
        [when, '{{ at | date_time }}', 'at'],
        [role, role_name, 'role'],
        [reason, '{{ reason }}', 'reason'],
      ),
      paragraph(text),
      button,
    ),
  why: {
    en: 'You get this mail because an operator has changed something of your account. Mails like this cannot be switched off.',
    de: 'Du bekommst diese Mail, weil der Betrieb an deinem Konto etwas geändert hat. Solche Mails lassen sich nicht abbestellen.',
    fr: 'Vous recevez cet e-mail parce qu’un opérateur a modifié quelque chose à votre compte. Ces e-mails ne peuvent pas être désactivés.',
    es: 'Recibes este correo porque un operador ha cambiado algo de tu cuenta. Estos correos no se pueden desactivar.',
  },
  sample: {
    change: 'disabled',
    at: '2026-09-01T12:00:00.000Z',
    role: null,
    reason: 'Your posting asked applicants for a fee.',
  },
  forms: [
    ['enabled', { change: 'enabled', reason: '' }],
    ['role_changed', { change: 'role_changed', role: 'operator', reason: '' }],
    ['signed_out', { change: 'signed_out', reason: '' }],
    ['second_factor_removed', { change: 'second_factor_removed', reason: '' }],
  ],
});
