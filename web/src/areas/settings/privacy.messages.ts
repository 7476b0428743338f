import { defineMessages } from '@rolecall/contract';

/** All that is kept of the person: to take along, and to delete. */
export const privacyMessages = defineMessages({
  en: {
    last_operator: 'You are the last operator. Make somebody else an operator first.',
    downloaded: 'Your data are downloaded',
    keep_it: 'Keep the file to yourself.',
    your_data: 'Your data',
    your_data_about:
      'Everything that is kept here of you, as one JSON file: your profile, what you were told and why, your applications and your files.',
    download: 'Download my data',
    confirmation: 'delete my account',
    job_seeker_1: 'Your profile, matches, saved jobs, notifications and files are deleted.',
    job_seeker_2: 'Your applications are withdrawn and deleted. Companies keep nothing of them.',
    recruiter_1:
      'Your notifications and settings are deleted. What you have decided about applicants stays, without your name.',
    recruiter_2: 'Jobs stay with your company. If nobody else belongs to it, its open jobs are closed.',
    operator_1: 'Your notifications and settings are deleted. What you have set up stays.',
    delete: 'Delete my account',
    delete_about: 'Deletes everything that is kept of you. It cannot be undone.',
    delete_title: 'Delete my account?',
    signed_out: 'You are signed out everywhere at once, and API keys stop working.',
    within_minutes: 'The rest is deleted within minutes; then a last mail tells you so.',
    to_confirm: 'To confirm, type “{text}”',
    cancel: 'Cancel',
    delete_all: 'Delete everything',
  },
  de: {
    last_operator: 'Dein Konto ist das letzte des Betriebs. Gib zuerst jemand anderem diese Rolle.',
    downloaded: 'Deine Daten sind heruntergeladen',
    keep_it: 'Behalte die Datei für dich.',
    your_data: 'Deine Daten',
    your_data_about:
      'Alles, was hier über dich aufbewahrt wird, als eine JSON-Datei: dein Profil, was dir gesagt wurde und warum, deine Bewerbungen und deine Dateien.',
    download: 'Meine Daten herunterladen',
    confirmation: 'mein konto löschen',
    job_seeker_1: 'Dein Profil, Treffer, gemerkte Stellen, Mitteilungen und Dateien werden gelöscht.',
    job_seeker_2: 'Deine Bewerbungen werden zurückgezogen und gelöscht. Firmen behalten nichts davon.',
    recruiter_1:
      'Deine Mitteilungen und Einstellungen werden gelöscht. Was du über Bewerbungen entschieden hast, bleibt, ohne deinen Namen.',
    recruiter_2:
      'Stellen bleiben bei deiner Firma. Gehört sonst niemand zu ihr, werden ihre offenen Stellen geschlossen.',
    operator_1: 'Deine Mitteilungen und Einstellungen werden gelöscht. Was du eingerichtet hast, bleibt.',
    delete: 'Mein Konto löschen',
    delete_about: 'Löscht alles, was über dich aufbewahrt wird. Das lässt sich nicht rückgängig machen.',
    delete_title: 'Mein Konto löschen?',
    signed_out: 'Du wirst sofort überall abgemeldet, und API-Schlüssel gelten nicht mehr.',
    within_minutes: 'Der Rest wird binnen Minuten gelöscht; dann sagt es dir eine letzte E-Mail.',
    to_confirm: 'Zum Bestätigen gib „{text}“ ein',
    cancel: 'Abbrechen',
    delete_all: 'Alles löschen',
  },
  fr: {
    last_operator: 'Vous êtes le dernier exploitant. Donnez d’abord ce rôle à quelqu’un d’autre.',
    downloaded: 'Vos données sont téléchargées',
    keep_it: 'Gardez le fichier pour vous.',
    your_data: 'Vos données',
    your_data_about:
      'Tout ce qui est conservé de vous ici, en un fichier JSON : votre profil, ce qui vous a été dit et pourquoi, vos candidatures et vos fichiers.',
    download: 'Télécharger mes données',
    confirmation: 'supprimer mon compte',
    job_seeker_1:
      'Votre profil, vos correspondances, offres enregistrées, notifications et fichiers sont supprimés.',
    job_seeker_2: 'Vos candidatures sont retirées et supprimées. Les entreprises n’en gardent rien.',
    recruiter_1:
      'Vos notifications et réglages sont supprimés. Ce que vous avez décidé des candidats reste, sans votre nom.',
    recruiter_2:
      'Les offres restent à votre entreprise. Si personne d’autre n’en fait partie, ses offres ouvertes sont fermées.',
    operator_1: 'Vos notifications et réglages sont supprimés. Ce que vous avez mis en place reste.',
    delete: 'Supprimer mon compte',
    delete_about: 'Supprime tout ce qui est conservé de vous. C’est irréversible.',
    delete_title: 'Supprimer mon compte ?',
    signed_out: 'Vous êtes aussitôt déconnecté partout, et les clés d’API cessent de fonctionner.',
    within_minutes: 'Le reste est supprimé en quelques minutes ; un dernier e-mail vous le dit alors.',
    to_confirm: 'Pour confirmer, saisissez « {text} »',
    cancel: 'Annuler',
    delete_all: 'Tout supprimer',
  },
  es: {
    last_operator: 'Eres la última persona de operación. Da antes ese rol a otra.',
    downloaded: 'Tus datos se han descargado',
    keep_it: 'Guarda el archivo para ti.',
    your_data: 'Tus datos',
    your_data_about:
      'Todo lo que se guarda aquí de ti, en un archivo JSON: tu perfil, lo que se te dijo y por qué, tus candidaturas y tus archivos.',
    download: 'Descargar mis datos',
    confirmation: 'borrar mi cuenta',
    job_seeker_1: 'Se borran tu perfil, coincidencias, empleos guardados, notificaciones y archivos.',
    job_seeker_2: 'Tus candidaturas se retiran y se borran. Las empresas no conservan nada de ellas.',
    recruiter_1:
      'Se borran tus notificaciones y ajustes. Lo que decidiste sobre las candidaturas se queda, sin tu nombre.',
    recruiter_2: 'Los empleos se quedan en tu empresa. Si no hay nadie más en ella, se cierran los abiertos.',
    operator_1: 'Se borran tus notificaciones y ajustes. Lo que has configurado se queda.',
    delete: 'Borrar mi cuenta',
    delete_about: 'Borra todo lo que se guarda de ti. No se puede deshacer.',
    delete_title: '¿Borrar mi cuenta?',
    signed_out: 'Se cierra tu sesión en todas partes y las claves de API dejan de funcionar.',
    within_minutes: 'El resto se borra en minutos; después te lo dice un último correo.',
    to_confirm: 'Para confirmar, escribe «{text}»',
    cancel: 'Cancelar',
    delete_all: 'Borrarlo todo',
  },
});
