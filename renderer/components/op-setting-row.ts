import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SettingChangedEvent } from '#renderer/events/setting-changed-event.ts';
import { SettingStepEvent } from '#renderer/events/setting-step-event.ts';
import { LocaleController } from '#renderer/i18n/locale-controller.ts';
import type { SettingControl, SettingRow } from '#renderer/state/setting-rows.ts';
import { base, buttons } from '#renderer/styles/shared.ts';
import { icon } from './icons.ts';
import { settingStyles } from './setting-styles.ts';

type ControlOf<Kind extends SettingControl['kind']> = Extract<SettingControl, { readonly kind: Kind }>;

const tidy = (value: number): number => Math.round(value * 100) / 100;

/** One setting: every choice is told at once, and can be taken back. */
@customElement('op-setting-row')
export class OpSettingRow extends LitElement {
  static override styles = [
    base,
    buttons,
    settingStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) row: SettingRow | null = null;
  @state() private hasProblem = false;

  private readonly locale = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row') && changed.get('row')?.id !== this.row?.id) this.hasProblem = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { row } = this;
    if (!row) return nothing;
    const { control } = row;
    const kind = control?.kind === 'lines' ? 'wide' : (control?.kind ?? '');
    const label = html`${row.label}${row.hint === '' ? nothing : html`<span class="hint" id="hint">${row.hint}</span>`}`;
    return html`<div class="line ${kind}">
      ${
        control === null || control.kind === 'text'
          ? html`<div class="name">${label}</div>`
          : html`<label class="name" for="control">${label}</label>`
      }
      <div class="control">
        ${control === null ? nothing : this.renderControl(control, row)}
        ${row.steps.map(
          (step) =>
            html`<button class="button" type="button" @click=${() => this.dispatchEvent(new SettingStepEvent(step))}>
              ${step.label}
            </button>`,
        )}
      </div>
      ${this.renderReset(row)}
    </div>`;
  }

  private renderReset(row: SettingRow): TemplateResult {
    const name = this.locale.current.messages.settings.reset(row.label);
    return html`<button
      class="icon-button reset"
      type="button"
      aria-label=${name}
      title=${name}
      ?data-idle=${row.reset === null}
      @click=${() => this.reset(row)}
    >
      ${icon('reset')}
    </button>`;
  }

  private renderControl(control: SettingControl, row: SettingRow): TemplateResult {
    if (control.kind === 'choice') return this.renderChoice(control, row);
    if (control.kind === 'number') return this.renderNumber(control, row);
    if (control.kind === 'lines') return this.renderLines(control, row);
    if (control.kind === 'text') return html`<span class="value">${control.text}</span>`;
    const handle = (event: Event): void => this.tell(control.set((event.target as HTMLInputElement).checked));
    return html`<input
      id="control"
      type="checkbox"
      aria-label=${row.label}
      aria-describedby=${describedBy(row)}
      .checked=${control.value}
      @change=${handle}
    />`;
  }

  private renderChoice({ choices, value, set }: ControlOf<'choice'>, row: SettingRow): TemplateResult {
    const handle = (event: Event): void => this.tell(set((event.target as HTMLSelectElement).value));
    const chosen = choices.find((choice) => choice.value === value)?.label ?? nothing;
    return html`<select
      id="control"
      title=${chosen}
      aria-label=${row.label}
      aria-describedby=${describedBy(row)}
      @change=${handle}
    >
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} lang=${choice.lang ?? nothing} .selected=${choice.value === value}>
            ${choice.label}
          </option>`,
      )}
    </select>`;
  }

  private renderNumber({ range: [smallest, largest, step], value, set }: ControlOf<'number'>, row: SettingRow): TemplateResult {
    const handle = (event: Event): void => this.tell(set(tidy((event.target as HTMLInputElement).valueAsNumber)));
    return html`<input
        id="control"
        type="range"
        aria-label=${row.label}
        aria-describedby=${describedBy(row)}
        min=${smallest}
        max=${largest}
        step=${step}
        .value=${String(value)}
        @input=${handle}
      />
      <output for="control">${this.locale.current.number(value)}</output>`;
  }

  /** Told when the field is left, as a whole, and only where every line can be used. */
  private renderLines(control: ControlOf<'lines'>, row: SettingRow): TemplateResult {
    const handle = (event: Event): void => {
      const lines = (event.target as HTMLTextAreaElement).value.split('\n').map((line) => line.trim());
      const wanted = [...new Set(lines.filter((line) => line !== ''))];
      this.hasProblem = !wanted.every((line) => control.isGood(line));
      if (!this.hasProblem) this.tell(control.set(wanted));
    };
    return html`<textarea
        id="control"
        aria-label=${row.label}
        aria-describedby="hint problem"
        aria-invalid=${this.hasProblem ? 'true' : 'false'}
        spellcheck="false"
        .value=${control.value.join('\n')}
        @change=${handle}
      ></textarea>
      <p class="problem" id="problem" role="alert" ?hidden=${!this.hasProblem}>
        ${this.hasProblem ? control.problem : nothing}
      </p>`;
  }

  /** The button goes away with what it takes back: the focus goes to the setting. */
  private reset({ reset }: SettingRow): void {
    const control = this.renderRoot.querySelector<HTMLElement>('#control, .control button');
    if (control instanceof HTMLTextAreaElement) control.value = '';
    this.hasProblem = false;
    control?.focus();
    if (reset) this.dispatchEvent(new SettingChangedEvent([reset]));
  }

  private tell(change: ReturnType<ControlOf<'choice'>['set']>): void {
    this.dispatchEvent(new SettingChangedEvent([change]));
  }
}

const describedBy = ({ hint }: SettingRow): string | typeof nothing => (hint === '' ? nothing : 'hint');

declare global {
  interface HTMLElementTagNameMap {
    'op-setting-row': OpSettingRow;
  }
}
