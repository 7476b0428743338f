import { type Presence, roles } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Figure } from '../../components/operator/figure.tsx';
import { Section } from '../../components/ui/card.tsx';
import { ErrorState, Skeleton } from '../../components/ui/feedback.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { formatCount } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { rolesMessages } from '../../lib/role-messages.ts';
import { presencePageMessages } from './messages.ts';
import { presenceQueries } from './queries.ts';

const cell = 'px-3 py-2.5 text-end tabular-nums';
/** The beginning of an id tells the time, so its end tells processes apart. */
const shownOfId = 8;

/** How many are online, by role. */
export function PresenceFigures() {
  const words = useMessages(presencePageMessages);
  const roleNames = useMessages(rolesMessages);
  const { data, error, isError, refetch } = useQuery(presenceQueries.presence());
  if (data === undefined) {
    return isError ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-52 w-full rounded-2xl lg:h-26" />
    );
  }
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {roles.map((role) => (
        <Figure key={role} label={roleNames[role]()} value={data.people[role]} />
      ))}
      <Figure label={words.connections()} value={data.connections} />
    </div>
  );
}

/** How many are online at each process; nothing until that is known. */
export function PresenceNodes() {
  const { data } = useQuery(presenceQueries.presence());
  return data === undefined ? null : <NodeTable nodes={data.nodes} />;
}

const NodeTable = ({ nodes }: { readonly nodes: Presence['nodes'] }) => {
  const { formatLocale } = useLanguage();
  const words = useMessages(presencePageMessages);
  return (
    <Section title={words.processes()}>
      <div className="-mx-2 overflow-x-auto">
        <table className="w-full text-sm">
          <caption className="sr-only">{words.processes_table()}</caption>
          <thead>
            <tr className="text-muted">
              <th scope="col" className="px-3 py-2 text-start font-medium">
                {words.process()}
              </th>
              {(['people', 'connections'] as const).map((name) => (
                <th key={name} scope="col" className="px-3 py-2 text-end font-medium">
                  {words[name]()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line border-t border-line">
            {nodes.map((node) => (
              <tr key={node.node_id}>
                <th scope="row" className="px-3 py-2.5 text-start font-normal" title={node.node_id}>
                  <code>{node.node_id.slice(-shownOfId)}</code>
                  <span className="block text-xs text-muted">
                    {words.started()} <RelativeTime value={node.started_at} />
                  </span>
                </th>
                <td className={cell}>{formatCount(node.people, formatLocale)}</td>
                <td className={cell}>{formatCount(node.connections, formatLocale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
};
