import { type AuditEntry, type AuditValues, auditActionOf } from '@rolecall/contract';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../components/ui/badge.tsx';
import { Card } from '../../components/ui/card.tsx';
import { RelativeTime } from '../../components/ui/time.tsx';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { auditMessages } from './messages.ts';

/** One thing that was done: what, by whom, to what, and what changed by it. */
export function AuditEntryItem({ entry }: { readonly entry: AuditEntry }) {
  const words = useMessages(auditMessages);
  const { locale } = useLanguage();
  const { at, action, actor, subject, before, after, reason } = entry;
  const subjectId = `${subject.type} ${subject.id}`;
  return (
    <Card className="space-y-2 p-4 text-sm sm:p-5" data-testid="audit-entry">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{auditActionOf(action)?.words[locale] ?? action}</span>
        <RelativeTime value={at} className="text-muted" />
      </p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
        <Actor actor={actor} />
        {actor.type === 'api_key' && <Badge>{words.api_key()}</Badge>}
        {actor.network !== null && <span>{words.from_network({ network: actor.network })}</span>}
        <span aria-hidden>→</span>
        <Link
          to="/operator/audit"
          search={{ subject_type: subject.type, subject: subject.id }}
          title={words.everything_to()}
          className="min-w-0 break-all underline underline-offset-2 hover:text-ink"
        >
          {subject.name ?? subjectId}
        </Link>
      </p>
      <Values label={words.before()} values={before} />
      <Values label={words.after()} values={after} />
      {reason !== null && (
        <p className="break-words">
          <span className="text-muted">{words.reason()}:</span> {reason}
        </p>
      )}
    </Card>
  );
}

function Actor({ actor }: { readonly actor: AuditEntry['actor'] }) {
  const words = useMessages(auditMessages);
  if (actor.type === 'system' || actor.type === 'command_line' || actor.user_id === null)
    return <span>{actor.type === 'command_line' ? words.command_line() : words.system()}</span>;
  const name = actor.name ?? words.erased();
  return (
    <Link
      to="/operator/audit"
      search={{ actor: actor.user_id }}
      title={words.everything_by({ name })}
      className="font-medium text-ink underline underline-offset-2"
    >
      {name}
    </Link>
  );
}

function Values({ label, values }: { readonly label: string; readonly values: AuditValues | null }) {
  const words = useMessages(auditMessages);
  if (values === null || Object.keys(values).length === 0) return null;
  const say = (value: AuditValues[string] | undefined) => {
    if (value === true) return words.yes();
    if (value === false) return words.no();
    return value === null || value === undefined ? '–' : String(value);
  };
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-1">
      <dt className="sr-only">{label}</dt>
      <dd className="text-muted">{label}:</dd>
      {Object.entries(values).map(([field, value]) => (
        <dd key={field} className="break-all">
          <code className="text-xs text-muted">{field}</code> {say(value)}
        </dd>
      ))}
    </dl>
  );
}
