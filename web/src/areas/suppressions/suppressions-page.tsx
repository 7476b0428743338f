import { type SuppressionReason, suppressionReasons } from '@rolecall/contract';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Download, MailCheck, Plus, Search, Upload } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Checkbox, Input, Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { toastError } from '../../lib/errors.ts';
import { saveFile } from '../../lib/save-file.ts';
import { EmailTabs } from '../email/email-tabs.tsx';
import { AddDialog } from './add-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { reasonLabels } from './labels.ts';
import { suppressionQueries } from './queries.ts';
import { SuppressionItem } from './suppression-item.tsx';

const route = getRouteApi('/operator/suppressions');

export function SuppressionsPage() {
  const search = route.useSearch();
  const [dialog, setDialog] = useState<'add' | 'import'>();
  const query = useInfiniteQuery(suppressionQueries.suppressions(search));
  const download = useMutation({
    mutationFn: () => client.suppressions.export(),
    onSuccess: saveFile,
    onError: toastError,
  });
  const isFiltered = search.q !== undefined || search.reason !== undefined;
  return (
    <Page
      title="Suppressions"
      width="medium"
      description="Addresses that are not written to: because mail came back, because somebody asked, or because you say so."
      action={
        <div className="flex flex-wrap gap-2">
          <Button busy={download.isPending} onClick={() => download.mutate()}>
            <Download aria-hidden />
            Export
          </Button>
          <Button onClick={() => setDialog('import')}>
            <Upload aria-hidden />
            Import
          </Button>
          <Button variant="primary" onClick={() => setDialog('add')}>
            <Plus aria-hidden />
            Add
          </Button>
        </div>
      }
    >
      <EmailTabs />
      <Filters key={search.q ?? ''} />
      <PagedList
        query={query}
        noun="addresses"
        empty={
          <EmptyState icon={MailCheck} title={isFiltered ? 'No such address' : 'Everybody is written to'}>
            {isFiltered
              ? 'The beginning of an address finds it, or an @ and the beginning of its domain.'
              : 'Addresses whose mail comes back for good, and of people who report it as spam, will stand here.'}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((item) => (
              <li key={item.id}>
                <SuppressionItem suppression={item} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      {dialog === 'add' && <AddDialog onClose={() => setDialog(undefined)} />}
      {dialog === 'import' && <ImportDialog onClose={() => setDialog(undefined)} />}
    </Page>
  );
}

function Filters() {
  const { q = '', reason, expired } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const sought = typed.trim();
    void navigate({ search: (before) => ({ ...before, q: sought === '' ? undefined : sought }) });
  };
  const choose = (value: string) =>
    void navigate({
      search: (before) => ({
        ...before,
        reason: suppressionReasons.find((one): one is SuppressionReason => one === value),
      }),
    });
  return (
    <search>
      <form onSubmit={find} className="mb-5 flex flex-wrap items-center gap-2">
        <Input
          type="search"
          aria-label="Address or @domain"
          placeholder="Address or @domain"
          className="min-w-0 flex-1 basis-52"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          aria-label="Reason"
          className="w-auto"
          value={reason ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">Every reason</option>
          {suppressionReasons.map((one) => (
            <option key={one} value={one}>
              {reasonLabels[one]}
            </option>
          ))}
        </Select>
        <Button type="submit">
          <Search aria-hidden />
          Find
        </Button>
        <Checkbox
          checked={expired === true}
          onChange={({ target }) =>
            void navigate({ search: (before) => ({ ...before, expired: target.checked || undefined }) })
          }
        >
          Also those that have run out
        </Checkbox>
      </form>
    </search>
  );
}
