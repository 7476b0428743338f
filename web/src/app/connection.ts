import { createContext, useContext } from 'react';

/** How live the page is. */
export type Connection = 'idle' | 'live' | 'reconnecting' | 'offline';

export const ConnectionContext = createContext<Connection>('idle');
export const useConnection = (): Connection => useContext(ConnectionContext);
