import { api, type Instance } from '@rolecall/contract';
import { openRoute, type Route } from '../../platform/http/index.ts';

/** Tells clients what this instance offers; it does not change while the process runs. */
export function instanceRoutes(instance: Instance): Route[] {
  return [openRoute(api.instance.read, async () => instance)];
}
