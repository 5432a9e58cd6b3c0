import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Settings } from '#preload/contract/library-types.ts';
import { pickLanguage } from '#preload/messages/catalogue.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { localeContext } from '#renderer/i18n/locale-context.ts';
import { createLocale } from '#renderer/i18n/locale.ts';
import type { Locale } from '#renderer/i18n/locale.ts';

const defaults: Settings = { theme: 'system', language: null };

/** Reads and changes settings, and gives every element the words of the chosen language. */
export class SettingsController implements ReactiveController {
  settings: Settings = defaults;
  private announceReady: () => void = () => undefined;
  /** Kept when the settings are here, or could not be read. */
  readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));
  private readonly host: ReactiveElement;
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof localeContext>;
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.host = host;
    this.client = client;
    this.provider = new ContextProvider(host, {
      context: localeContext,
      initialValue: createLocale(pickLanguage(navigator.languages)),
    });
    document.documentElement.lang = this.locale.language;
    host.addController(this);
  }

  /** For the host itself: a provider does not answer the element it belongs to. */
  get locale(): Locale {
    return this.provider.value;
  }

  hostConnected(): void {
    this.stopListening = this.client.on('settings.changed', (settings) => this.apply(settings));
    void this.client
      .call('settings.read', {})
      .then(
        (settings) => this.apply(settings),
        () => this.apply(defaults),
      )
      .then(() => this.announceReady());
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  /** Applied at once; put back if the main side refuses. */
  async change(change: Partial<Settings>): Promise<void> {
    const before = this.settings;
    this.apply({ ...before, ...change });
    try {
      this.apply(await this.client.call('settings.change', change));
    } catch {
      this.apply(before);
    }
  }

  private apply(settings: Settings): void {
    this.settings = settings;
    const language = settings.language ?? pickLanguage(navigator.languages);
    if (language !== this.locale.language) this.provider.setValue(createLocale(language));
    document.documentElement.lang = language;
    this.host.requestUpdate();
  }
}
