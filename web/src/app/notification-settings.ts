import { type ComponentType, createContext } from 'react';

/** Sections that areas add to the settings of notifications, which know none of them. */
export const NotificationSettingsContext = createContext<readonly ComponentType[]>([]);
