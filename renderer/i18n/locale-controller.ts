import { ContextConsumer } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { Messages } from '#preload/messages/catalogue.ts';
import { localeContext } from './locale-context.ts';
import { createLocale } from './locale.ts';
import type { Locale } from './locale.ts';

/** English is spoken until a locale is provided: an element is never without words. */
const fallback = createLocale('en');

/** The words of the window for an element, kept up to date when the language changes. */
export class LocaleController {
  private readonly consumer: ContextConsumer<typeof localeContext, ReactiveElement>;

  constructor(host: ReactiveElement) {
    this.consumer = new ContextConsumer(host, { context: localeContext, subscribe: true });
  }

  get current(): Locale {
    return this.consumer.value ?? fallback;
  }

  get words(): Messages['window'] {
    return this.current.words;
  }
}
