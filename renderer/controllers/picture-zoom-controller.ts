import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  fitted,
  isFitted,
  isLarger,
  isLargest,
  movedTo,
  type Offset,
  type Size,
  type Zoom,
  zoomedTo,
} from '#renderer/state/picture-zoom.ts';

/** One step of the keys and buttons. */
const zoomStep = 1.25;
/** One step of an arrow key, in px. */
const moveStepPx = 80;
/** Of a wheel's way, in px, that makes a picture e times as large; fingers that spread on a touchpad go shorter ways. */
const wheelWayPx = 400;
const pinchWayPx = 100;
/** Between a picture that fits and the edge of the stage. */
const marginPx = 12;
/** A pointer that went no further has clicked. */
const clickWayPx = 4;

interface ZoomParts {
  stage(): HTMLElement | null;
  picture(): Size | null;
  /** A click beside the picture. */
  clickedBeside(): void;
}

/** How large a picture is shown on its stage, and which part of it: by wheel, pointers, keys and buttons. */
export class PictureZoomController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly parts: ZoomParts;
  /** null: the whole picture, however large the stage is. */
  private chosen: Zoom | null = null;
  private stageSize: Size = { widthPx: 0, heightPx: 0 };
  private readonly observer = new ResizeObserver(() => this.measure());
  private observed: HTMLElement | null = null;
  private readonly pointers = new Map<number, Offset>();
  private wayPx = 0;
  /** The pointer went down beside the picture. */
  private isBeside = false;
  /** The last change was one step: it may be shown as a movement. */
  isStep = false;

  constructor(host: ReactiveControllerHost, parts: ZoomParts) {
    this.host = host;
    this.parts = parts;
    host.addController(this);
  }

  hostUpdated(): void {
    const stage = this.parts.stage();
    if (stage === this.observed) return;
    this.observer.disconnect();
    this.observed = stage;
    if (stage) this.observer.observe(stage);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.observed = null;
  }

  /** Whether the stage has a size yet. */
  get isReady(): boolean {
    return this.stageSize.widthPx > 0;
  }

  get zoom(): Zoom {
    const picture = this.parts.picture();
    if (!picture) return { scale: 1, leftPx: 0, topPx: 0 };
    return this.chosen ? zoomedTo(this.chosen, this.chosen.scale, picture, this.stageSize) : fitted(picture, this.stageSize);
  }

  get isMovable(): boolean {
    const picture = this.parts.picture();
    return picture !== null && isLarger(this.zoom, picture, this.stageSize);
  }

  get isFitted(): boolean {
    const picture = this.parts.picture();
    return picture === null || isFitted(this.zoom, picture, this.stageSize);
  }

  get isLargest(): boolean {
    return isLargest(this.zoom);
  }

  fit(): void {
    this.show(null, true);
  }

  /** For another picture. */
  reset(): void {
    this.pointers.clear();
    this.show(null, false);
  }

  toActualSize(): void {
    this.zoomTo(1);
  }

  step(direction: 1 | -1): void {
    this.zoomTo(this.zoom.scale * zoomStep ** direction);
  }

  /** By steps of the arrow keys: 1 for a look further right, or down. */
  moveBy(right: number, down: number): void {
    const { leftPx, topPx } = this.zoom;
    this.moveTo({ leftPx: leftPx - right * moveStepPx, topPx: topPx - down * moveStepPx }, true);
  }

  readonly handleWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const way = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    const factor = Math.exp(-way / (event.ctrlKey ? pinchWayPx : wheelWayPx));
    this.zoomTo(this.zoom.scale * factor, this.offsetOf(event), false);
  };

  readonly handleDoubleClick = (event: MouseEvent): void => {
    if (this.isBesidePicture(this.offsetOf(event))) return;
    if (this.isFitted) this.zoomTo(Math.max(1, this.zoom.scale * 2), this.offsetOf(event));
    else this.fit();
  };

  readonly handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.isBeside = this.pointers.size === 0 && this.isBesidePicture(this.offsetOf(event));
    if (this.pointers.size === 0) this.wayPx = 0;
    this.pointers.set(event.pointerId, this.offsetOf(event));
  };

  /** One pointer moves the picture, two spread it. */
  readonly handlePointerMove = (event: PointerEvent): void => {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.offsetOf(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.wayPx += distance(before, now);
    this.pointers.set(event.pointerId, now);
    if (other) {
      this.zoomTo((this.zoom.scale * distance(other, now)) / Math.max(1, distance(other, before)), other, false);
      return;
    }
    const { leftPx, topPx } = this.zoom;
    this.moveTo({ leftPx: leftPx + now.leftPx - before.leftPx, topPx: topPx + now.topPx - before.topPx }, false);
  };

  readonly handlePointerUp = (event: PointerEvent): void => {
    const isLast = this.pointers.delete(event.pointerId) && this.pointers.size === 0;
    if (isLast && event.type === 'pointerup' && this.isBeside && this.wayPx < clickWayPx) this.parts.clickedBeside();
  };

  private zoomTo(scale: number, point?: Offset, isStep = true): void {
    const picture = this.parts.picture();
    if (picture && this.isReady) this.show(zoomedTo(this.zoom, scale, picture, this.stageSize, point), isStep);
  }

  private moveTo(place: Offset, isStep: boolean): void {
    const picture = this.parts.picture();
    if (picture && this.isMovable) this.show(movedTo(this.zoom, place, picture, this.stageSize), isStep);
  }

  private show(zoom: Zoom | null, isStep: boolean): void {
    this.chosen = zoom;
    this.isStep = isStep;
    this.host.requestUpdate();
  }

  private measure(): void {
    const stage = this.parts.stage();
    if (!stage) return;
    const room = (sizePx: number): number => Math.max(1, sizePx - 2 * marginPx);
    this.stageSize = { widthPx: room(stage.clientWidth), heightPx: room(stage.clientHeight) };
    this.isStep = false;
    this.host.requestUpdate();
  }

  /** Told by the place: the stage gets the events of a pointer that it holds. */
  private isBesidePicture({ leftPx, topPx }: Offset): boolean {
    const picture = this.parts.picture();
    if (!picture) return true;
    const { scale, ...at } = this.zoom;
    const isWithin = (fromMiddlePx: number, shownPx: number): boolean => Math.abs(fromMiddlePx) <= shownPx / 2;
    return !isWithin(leftPx - at.leftPx, picture.widthPx * scale) || !isWithin(topPx - at.topPx, picture.heightPx * scale);
  }

  private offsetOf({ clientX, clientY }: MouseEvent): Offset {
    const { left, top, width, height } = this.parts.stage()?.getBoundingClientRect() ?? new DOMRect();
    return { leftPx: clientX - left - width / 2, topPx: clientY - top - height / 2 };
  }
}

const distance = (one: Offset, other: Offset): number => Math.hypot(one.leftPx - other.leftPx, one.topPx - other.topPx);
