import { api } from '@rolecall/contract';
import { openRoute, type Route } from '../../../platform/http/index.ts';
import type { PayRates } from './rates.ts';

/** Anybody may read by which rates amounts are compared. */
export const payRoutes = ({ payRates }: { readonly payRates: PayRates }): Route[] => [
  openRoute(api.pay.readRates, () => payRates.read()),
];
