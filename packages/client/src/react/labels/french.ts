import type { NotificationLabels } from './labels.ts';

export const french: NotificationLabels = {
  title: 'Notifications',
  bell: (unread) =>
    unread === 0 ? 'Notifications' : `Notifications, ${unread} non ${unread === 1 ? 'lue' : 'lues'}`,
  close: 'Fermer',
  markAllAsRead: 'Tout marquer comme lu',
  all: 'Toutes',
  unread: 'Non lues',
  isUnread: 'Non lue :',
  markAsRead: (title) => `Marquer comme lue : ${title}`,
  markAsUnread: (title) => `Marquer comme non lue : ${title}`,
  justNow: 'à l’instant',
  loading: 'Chargement des notifications …',
  loadMore: 'Afficher plus',
  nothingYet: 'Rien pour le moment',
  nothingYetHint: 'Ce qui compte pour vous apparaîtra ici.',
  nothingUnread: 'Tout est lu',
  nothingUnreadHint: 'Vous êtes à jour.',
  notLoaded: 'Les notifications n’ont pas pu être chargées.',
  notChanged: 'La modification n’a pas pu être enregistrée. Veuillez réessayer.',
  retry: 'Réessayer',
  offline: 'Vous êtes hors ligne. Les nouvelles notifications arriveront à votre retour.',
  reconnecting: 'Reconnexion …',
  signedOut: 'Vous êtes déconnecté. Connectez-vous de nouveau pour voir vos notifications.',
  arrived: (title) => `Nouvelle notification : ${title}`,
  arrivedTogether: (count) => `${count} nouvelles notifications`,
};
