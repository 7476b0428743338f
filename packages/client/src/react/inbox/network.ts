/** Whether this device has a network, as far as the browser knows. */
export const browserNetwork = {
  isOnline: () => navigator.onLine,

  subscribe(listener: () => void): () => void {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  },
};
