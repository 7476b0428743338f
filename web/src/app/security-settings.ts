import { type ComponentType, createContext } from 'react';

/** Sections about its safety that areas add to the settings of the account, which know none of them. */
export const SecuritySettingsContext = createContext<readonly ComponentType[]>([]);
