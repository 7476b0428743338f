import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins class names; of two utilities that set the same property the last one wins. */
export const cn = (...values: ClassValue[]): string => twMerge(clsx(values));
