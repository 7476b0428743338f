import { Copy } from 'lucide-react';
import type { ComponentProps } from 'react';
import { toast } from 'sonner';
import { useMessages } from '../lib/language.tsx';
import { copyMessages } from './copy-button.messages.ts';
import { Button } from './ui/button.tsx';

interface CopyButtonProps extends Pick<ComponentProps<typeof Button>, 'size'> {
  readonly text: string;
  /** What is copied, where several of them stand together. */
  readonly what?: string;
}

/** Puts a text into the clipboard. */
export function CopyButton({ text, what, size }: CopyButtonProps) {
  const words = useMessages(copyMessages);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast.success(words.copied());
    } catch {
      toast.error(words.copy_failed());
    }
  }
  return (
    <Button
      size={size}
      aria-label={what === undefined ? undefined : `${words.copy()}: ${what}`}
      onClick={() => void copy()}
    >
      <Copy aria-hidden />
      {words.copy()}
    </Button>
  );
}
