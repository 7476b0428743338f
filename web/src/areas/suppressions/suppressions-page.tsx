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
import { useMessages } from '../../lib/language.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { EmailTabs } from '../email/email-tabs.tsx';
import { AddDialog } from './add-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { suppressionMessages } from './messages.ts';

import { suppressionQueries } from './queries.ts';
import { SuppressionItem } from './suppression-item.tsx';

const route = getRouteApi('/operator/suppressions');

export function SuppressionsPage() {
  const words = useMessages(suppressionMessages);
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
      title={words.title()}
      width="medium"
      description={words.about()}
      action={
        <div className="flex flex-wrap gap-2">
          <Button busy={download.isPending} onClick={() => download.mutate()}>
            <Download aria-hidden />
            {words.export()}
          </Button>
          <Button onClick={() => setDialog('import')}>
            <Upload aria-hidden />
            {words.import()}
          </Button>
          <Button variant="primary" onClick={() => setDialog('add')}>
            <Plus aria-hidden />
            {words.add()}
          </Button>
        </div>
      }
    >
      <EmailTabs />
      <Filters key={search.q ?? ''} />
      <PagedList
        query={query}
        empty={
          <EmptyState icon={MailCheck} title={isFiltered ? words.no_such() : words.everybody()}>
            {isFiltered ? words.no_such_why() : words.everybody_why()}
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
  const words = useMessages(suppressionMessages);
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
          aria-label={words.address_or_domain()}
          placeholder={words.address_or_domain()}
          className="min-w-0 flex-1 basis-52"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Select
          aria-label={words.reason()}
          className="w-auto"
          value={reason ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{words.every_reason()}</option>
          {suppressionReasons.map((one) => (
            <option key={one} value={one}>
              {words[`reason_${one}`]()}
            </option>
          ))}
        </Select>
        <Button type="submit">
          <Search aria-hidden />
          {words.find()}
        </Button>
        <Checkbox
          checked={expired === true}
          onChange={({ target }) =>
            void navigate({ search: (before) => ({ ...before, expired: target.checked || undefined }) })
          }
        >
          {words.run_out()}
        </Checkbox>
      </form>
    </search>
  );
}
