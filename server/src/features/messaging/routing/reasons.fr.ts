import type { ReasonSentences } from './reasons.ts';

export const french: ReasonSentences = {
  due: 'Elle attend son tour.',
  online:
    'Retenue jusqu’à {moment} : vous étiez en ligne et la verrez peut-être avant dans la boîte de réception.',
  escalation:
    'Retenue jusqu’à {moment} : elle part si vous ne l’avez pas lue d’ici là dans la boîte de réception.',
  quiet_hours: 'Retenue jusqu’à {moment} : vos heures calmes.',
  daytime_only: 'Retenue jusqu’à {moment} : ce n’est pas pour la nuit.',
  snoozed: 'Retenue jusqu’à {moment} : vous avez tout mis en pause.',
  digest_hourly: 'Réunie dans votre résumé horaire de {moment}.',
  digest_daily: 'Réunie dans votre résumé quotidien : {moment}.',
  digest_weekly: 'Réunie dans votre résumé hebdomadaire : {moment}.',
  over_cap:
    'Réunie dans le résumé ({moment}) : vous avez déjà reçu autant de messages que vous en voulez par jour.',
  in_digest: 'Elle faisait partie d’un résumé qui a été envoyé.',
  same_vacancy: 'Le résumé annonce déjà le même poste.',
  sent: 'Elle a été remise au serveur de messagerie.',
  retrying: 'Le serveur de messagerie n’a pas encore pu la prendre ; nouvel essai à {moment}.',
  throttled: 'Elle attend jusqu’à {moment} pour ne pas surcharger les serveurs de messagerie.',
  provider_unavailable: 'Le serveur de messagerie est injoignable ; elle partira dès que possible.',
  sender_blocked:
    'Le serveur de messagerie nous refuse comme expéditeur ; nouvel essai à {moment}, et l’exploitant est prévenu.',
  bulk_paused:
    'Retenu, nouvel examen à {moment} : trop d’e-mails ont été rejetés ou signalés comme indésirables ; ceux qui peuvent attendre sont suspendus.',
  interrupted: 'Un processus s’est arrêté pendant l’envoi ; elle est envoyée à nouveau.',
  requested_again: 'L’exploitant a demandé de l’envoyer à nouveau.',
  fault: 'Une erreur s’est produite ici ; nouvel essai à {moment}.',
  preference_off: 'Cette catégorie est désactivée pour ce canal dans vos préférences.',
  channel_off: 'Ce canal est désactivé sur cette instance.',
  no_address: 'Il n’y a pas d’adresse où l’envoyer.',
  address_unverified:
    'Les alertes d’emploi ne partent que vers une adresse confirmée ; elle est dans la boîte de réception.',
  address_bounced:
    'Votre adresse n’accepte pas nos e-mails ; confirmez-la dans votre compte dès qu’elle les accepte de nouveau. Le message est dans la boîte de réception.',
  address_complained:
    'Un de nos e-mails a été signalé comme indésirable : seul ce dont votre compte a besoin est envoyé. Elle est dans la boîte de réception.',
  address_suppressed: 'L’exploitant a arrêté les e-mails vers cette adresse.',
  muted: 'Vous avez mis en sourdine ce dont il s’agit.',
  below_minimum: 'L’offre vous correspond moins que vous ne le souhaitez.',
  already_read: 'Elle a été lue dans la boîte de réception avant l’envoi.',
  seen_in_inbox: 'Vous l’avez vue dans la boîte de réception avant l’envoi.',
  removed_from_inbox: 'Elle a été archivée ou supprimée dans la boîte de réception avant l’envoi.',
  digest_empty: 'Rien de ce qu’il aurait annoncé n’était encore utile.',
  expired: 'Quand son tour est venu, elle n’était plus utile.',
  link_gone: 'Le lien qu’elle portait a été retiré par sécurité ; demandez-en un nouveau.',
  job_closed: 'L’offre a été fermée avant l’envoi.',
  job_hidden: 'Vous avez masqué l’offre.',
  already_applied: 'Vous aviez postulé avant l’envoi.',
  application_withdrawn: 'La candidature a été retirée avant l’envoi.',
  no_longer_true: 'Ce qu’elle rappelle avait changé ou était fait avant l’envoi.',
  broadcast_stopped: 'L’opérateur l’a arrêtée avant son envoi.',
  superseded: 'Quelque chose de plus récent l’a remplacée.',
  address_rejected: 'Le serveur de messagerie du destinataire ne connaît pas cette adresse.',
  message_rejected: 'Le serveur de messagerie a refusé ce message définitivement.',
  retries_exhausted: 'Trois jours d’essais sont restés sans succès.',
};
