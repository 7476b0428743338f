import { defineMessages } from '@rolecall/contract';

/** What the navigation says. */
export const settingsMessages = defineMessages({
  en: { profile: 'Profile', notification_settings: 'Notification settings', account: 'Account' },
  de: { profile: 'Profil', notification_settings: 'Mitteilungen', account: 'Konto' },
  fr: { profile: 'Profil', notification_settings: 'Réglages des notifications', account: 'Compte' },
  es: { profile: 'Perfil', notification_settings: 'Ajustes de notificaciones', account: 'Cuenta' },
});
