/** Entry of the SharedWorker that has the connection of all tabs. */
import '@rolecall/client/shared-worker';
