import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlaceInArticle } from '#preload/contract/library-types.ts';
import type { BridgeController } from './bridge-controller.ts';

/** Often enough for the line of progress; each time takes about a millisecond. */
const askEveryMs = 700;

/** Follows where the reader stands in the open article, and knows where reading stopped the last time. */
export class ReadingPlaceController implements ReactiveController {
  /** Where the frame stands; null until it was asked. */
  place: PlaceInArticle | null = null;
  /** The block where reading stopped; null for the beginning. */
  stoppedAt: string | null = null;
  /** Until then the frame is not shown: it would jump. */
  isAsking = false;
  private readonly host: ReactiveControllerHost;
  private readonly bridge: BridgeController;
  private articleId: string | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(host: ReactiveControllerHost, bridge: BridgeController) {
    this.host = host;
    this.bridge = bridge;
    host.addController(this);
  }

  hostConnected(): void {
    this.askFromNowOn();
  }

  hostDisconnected(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Whoever leafs through articles is not asked after in each of them. */
  private askFromNowOn(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = setInterval(() => void this.ask(), askEveryMs);
  }

  open(articleId: string | null): void {
    this.articleId = articleId;
    this.place = null;
    this.stoppedAt = null;
    this.isAsking = articleId !== null;
    this.askFromNowOn();
    if (articleId !== null) void this.recall(articleId);
  }

  /** The frame is about to be shown anew: at the place where it stands. */
  hold(): void {
    this.stoppedAt = this.place?.anchor || this.stoppedAt;
  }

  private async recall(id: string): Promise<void> {
    const stopped = await this.bridge.client.call('reading.stoppedAt', { id }).catch(() => null);
    if (this.articleId !== id) return;
    this.stoppedAt = stopped?.anchor ?? null;
    this.isAsking = false;
    this.host.requestUpdate();
  }

  private async ask(): Promise<void> {
    const id = this.articleId;
    if (id === null || this.isAsking || document.visibilityState !== 'visible') return;
    const place = await this.bridge.client.call('reading.place', { id }).catch(() => null);
    if (!place || this.articleId !== id || isSamePlace(place, this.place)) return;
    this.place = place;
    this.host.requestUpdate();
  }
}

const isSamePlace = (one: PlaceInArticle, other: PlaceInArticle | null): boolean =>
  one.anchor === other?.anchor && one.progress === other.progress && one.heading === other.heading;
