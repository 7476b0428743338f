import type { StreamedFile } from '@rolecall/contract';

/** Lets the browser save a file that has been fetched. */
export function saveFile({ content, mediaType, fileName }: StreamedFile): void {
  if (!(content instanceof Uint8Array)) throw new TypeError('A file has to be there as a whole to be saved');
  const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken the content by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
