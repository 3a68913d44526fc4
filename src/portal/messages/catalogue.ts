import type { Language } from '../../domain/language.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';
import { nl } from './nl.ts';

export const messages: Readonly<Record<Language, Messages>> = { nl, en };
