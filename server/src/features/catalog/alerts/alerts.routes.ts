import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Alerts } from './alerts.ts';
import type { AlertPreviews } from './preview.ts';

/** Every job seeker has alerts of their own, which nobody else sees. */
export function alertRoutes({
  database,
  alerts,
  alertPreviews,
}: {
  readonly database: Database;
  readonly alerts: Alerts;
  readonly alertPreviews: AlertPreviews;
}): Route[] {
  return [
    route(api.alerts.list, async ({ viewer }) => ({ items: await alerts.list(database.query, viewer) })),
    route(api.alerts.create, ({ viewer, body }) =>
      database.transaction((tx) => alerts.create(tx, viewer, body)),
    ),
    route(api.alerts.preview, ({ viewer, body }) => alertPreviews.preview(viewer, body)),
    route(api.alerts.change, ({ viewer, params, body }) =>
      database.transaction((tx) => alerts.change(tx, viewer, params.alert_id, body)),
    ),
    route(api.alerts.remove, ({ viewer, params }) =>
      database.transaction((tx) => alerts.remove(tx, viewer, params.alert_id)),
    ),
    route(api.alerts.restore, ({ viewer, params }) =>
      database.transaction((tx) => alerts.restore(tx, viewer, params.alert_id)),
    ),
    route(api.alerts.findings, async ({ viewer, params }) => ({
      items: await database.transaction((tx) => alerts.findings(tx, viewer, params.alert_id)),
    })),
  ];
}
