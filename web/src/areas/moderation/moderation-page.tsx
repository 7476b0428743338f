import { moderationStates, type PostingRule } from '@rolecall/contract';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { PostingRuleField } from '../../components/operator/posting-rule-field.tsx';
import { EmptyState } from '../../components/ui/feedback.tsx';
import { Field, Select } from '../../components/ui/field.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PagedList } from '../../components/ui/paged-list.tsx';
import { toastError } from '../../lib/errors.ts';
import { useMessages } from '../../lib/language.tsx';
import { CaseItem } from './case-item.tsx';
import { moderationMessages } from './messages.ts';
import { moderationPlaceMessages } from './place.messages.ts';
import { moderationQueries } from './queries.ts';

const route = getRouteApi('/operator/moderation');

export function ModerationPage() {
  const search = route.useSearch();
  const words = useMessages(moderationMessages);
  const place = useMessages(moderationPlaceMessages);
  const query = useInfiniteQuery(moderationQueries.cases(search));
  const isFiltered = search.state !== undefined || search.cause !== undefined;
  return (
    <Page title={place.moderation()} width="medium" description={words.about()}>
      <Filters />
      <PagedList
        query={query}
        more={words.more()}
        empty={
          <EmptyState icon={ShieldCheck} title={isFiltered ? words.none_found() : words.none()}>
            {isFiltered ? words.none_found_why() : words.none_why()}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="space-y-3">
            {items.map((found) => (
              <li key={found.job.id}>
                <CaseItem found={found} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <Policy />
    </Page>
  );
}

function Filters() {
  const { state, cause, order } = route.useSearch();
  const navigate = route.useNavigate();
  const words = useMessages(moderationMessages);
  const change = (field: 'state' | 'cause' | 'order', value: string) =>
    void navigate({ search: (before) => ({ ...before, [field]: value === '' ? undefined : value }) });
  return (
    <search className="mb-5 grid gap-3 sm:grid-cols-3">
      <Field label={words.state()}>
        {(attributes) => (
          <Select
            {...attributes}
            value={state ?? 'open'}
            onChange={({ target }) => change('state', target.value === 'open' ? '' : target.value)}
          >
            {moderationStates.map((name) => (
              <option key={name} value={name}>
                {words[name]()}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words.by()}>
        {(attributes) => (
          <Select
            {...attributes}
            value={cause ?? ''}
            onChange={({ target }) => change('cause', target.value)}
          >
            <option value="">{words.by_any()}</option>
            <option value="flags">{words.by_flags()}</option>
            <option value="reports">{words.by_reports()}</option>
          </Select>
        )}
      </Field>
      <Field label={words.order()}>
        {(attributes) => (
          <Select
            {...attributes}
            value={order ?? ''}
            onChange={({ target }) => change('order', target.value)}
          >
            <option value="">{words.most_reported()}</option>
            <option value="newest">{words.newest()}</option>
          </Select>
        )}
      </Field>
    </search>
  );
}

/** What becomes of flagged postings until somebody has looked. */
function Policy() {
  const words = useMessages(moderationMessages);
  const queries = useQueryClient();
  const { data } = useQuery(moderationQueries.policy);
  const save = useMutation({
    mutationFn: (rule: PostingRule) => client.moderation.setPolicy({ body: { flagged_postings: rule } }),
    onSuccess: async () => {
      toast.success(words.policy_saved());
      await queries.invalidateQueries({ queryKey: moderationQueries.policy.queryKey });
    },
    onError: toastError,
  });
  if (data === undefined) return null;
  return (
    <PostingRuleField
      label={words.policy()}
      words={words}
      value={data.flagged_postings}
      disabled={save.isPending}
      onChoose={save.mutate}
      className="mt-8 max-w-xl"
    />
  );
}
