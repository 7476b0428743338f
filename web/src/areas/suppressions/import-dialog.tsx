import type { SuppressionImportResult } from '@rolecall/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { client } from '../../client.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Field, FormError, Input } from '../../components/ui/field.tsx';
import { describeError } from '../../lib/errors.ts';

/** What the server takes, in characters. */
const longestList = 900_000;

const shownFaults = 8;

/** Reads a list in two steps: first it says what would happen, then it does so. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const [csv, setCsv] = useState<string>();
  const [tooLarge, setTooLarge] = useState(false);
  const check = useMutation({
    mutationFn: (text: string) => client.suppressions.import({ body: { csv: text, dry_run: true } }),
  });
  const read = useMutation({
    mutationFn: (text: string) => client.suppressions.import({ body: { csv: text, dry_run: false } }),
    onSuccess: async ({ added, updated }) => {
      toast.success('The list is imported', { description: `${added} new, ${updated} changed` });
      onClose();
      await queries.invalidateQueries({ queryKey: ['operator', 'suppressions'] });
    },
  });
  const choose = async (file: File | undefined) => {
    check.reset();
    read.reset();
    setCsv(undefined);
    setTooLarge(false);
    if (file === undefined) return;
    const text = await file.text();
    if (text.length > longestList) {
      setTooLarge(true);
      return;
    }
    setCsv(text);
    check.mutate(text);
  };
  const error = read.error ?? check.error;
  const words = error === null ? undefined : describeError(error);
  const result = check.data;
  const usable = result === undefined ? 0 : result.added + result.updated;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Import a list"
      description={
        <>
          A CSV file with a column <code>address</code>, and if you like <code>scope</code>,{' '}
          <code>reason</code>, <code>expires_at</code> and <code>note</code>. An export is one.
        </>
      }
    >
      <div className="space-y-4">
        <Field
          label="File"
          hint="At most 10,000 lines."
          error={tooLarge ? 'The file is too large; divide it into several' : undefined}
        >
          {(attributes) => (
            <Input
              {...attributes}
              type="file"
              accept=".csv,text/csv"
              className="py-1.5"
              onChange={({ target }) => void choose(target.files?.[0])}
            />
          )}
        </Field>
        <FormError message={words === undefined ? undefined : (words.detail ?? words.title)} />
        <div role="status">{result !== undefined && <Summary result={result} />}</div>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={check.isPending || read.isPending}
            disabled={usable === 0}
            onClick={() => csv !== undefined && read.mutate(csv)}
          >
            {usable === 0 ? 'Import' : `Import ${usable} ${usable === 1 ? 'address' : 'addresses'}`}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const Summary = ({ result }: { readonly result: SuppressionImportResult }) => (
  <div className="space-y-2 text-sm">
    <p>
      {result.lines} {result.lines === 1 ? 'line' : 'lines'}: {result.added} new, {result.updated} that are
      there already, {result.refused} with faults.
    </p>
    {result.errors.length > 0 && (
      <ul className="space-y-1 rounded-lg bg-warn-soft px-3 py-2 text-warn-ink">
        {result.errors.slice(0, shownFaults).map(({ line, message }) => (
          <li key={line} className="break-words">
            Line {line}: {message}
          </li>
        ))}
        {result.refused > shownFaults && <li>And {result.refused - shownFaults} more.</li>}
      </ul>
    )}
  </div>
);
