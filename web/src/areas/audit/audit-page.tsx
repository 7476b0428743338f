import { auditActionNames, auditActions } from '@rolecall/contract';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download, ScrollText } from 'lucide-react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Field, Input, Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { toastError } from '../../lib/errors.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { AuditEntryItem } from './audit-entry.tsx';
import { auditMessages } from './messages.ts';
import { auditPlaceMessages } from './place.messages.ts';
import { auditQueries, filtersOf } from './queries.ts';

const route = getRouteApi('/operator/audit');

export function AuditPage() {
  const search = route.useSearch();
  const words = useMessages(auditMessages);
  const place = useMessages(auditPlaceMessages);
  const query = useInfiniteQuery(auditQueries.entries(search));
  const download = useMutation({
    mutationFn: (format: 'csv' | 'ndjson') =>
      client.audit.export({ query: { format, ...filtersOf(search) } }),
    onSuccess: saveFile,
    onError: toastError,
  });
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <Page
      title={place.audit()}
      width="medium"
      description={words.about()}
      action={
        <div className="flex flex-wrap gap-2">
          <Button busy={download.isPending} onClick={() => download.mutate('csv')}>
            <Download aria-hidden />
            {words.export_csv()}
          </Button>
          <Button busy={download.isPending} onClick={() => download.mutate('ndjson')}>
            <Download aria-hidden />
            {words.export_ndjson()}
          </Button>
        </div>
      }
    >
      <Filters />
      {(search.actor !== undefined || search.subject !== undefined) && (
        <p className="mb-4 text-sm">
          <Link to="/operator/audit" className="underline underline-offset-2">
            {words.all()}
          </Link>
        </p>
      )}
      <PagedList
        query={query}
        more={words.more()}
        empty={
          <EmptyState icon={ScrollText} title={isFiltered ? words.none_found() : words.none()}>
            {isFiltered ? words.none_found_why() : words.none_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((entry) => (
              <li key={entry.id}>
                <AuditEntryItem entry={entry} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Page>
  );
}

function Filters() {
  const { action, from, to } = route.useSearch();
  const navigate = route.useNavigate();
  const words = useMessages(auditMessages);
  const { locale } = useLanguage();
  const change = (field: 'action' | 'from' | 'to', value: string) =>
    void navigate({ search: (before) => ({ ...before, [field]: value === '' ? undefined : value }) });
  return (
    <search className="mb-5 flex flex-wrap items-end gap-3">
      <Field label={words.action()} className="min-w-0 flex-1 basis-56">
        {(attributes) => (
          <Select
            {...attributes}
            value={action ?? ''}
            onChange={({ target }) => change('action', target.value)}
          >
            <option value="">{words.every_action()}</option>
            {auditActionNames.map((name) => (
              <option key={name} value={name}>
                {auditActions[name].words[locale]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(['from', 'to'] as const).map((field) => (
        <Field key={field} label={words[field]()} className="w-40">
          {(attributes) => (
            <Input
              {...attributes}
              type="date"
              value={(field === 'from' ? from : to) ?? ''}
              onChange={({ target }) => change(field, target.value)}
            />
          )}
        </Field>
      ))}
    </search>
  );
}
