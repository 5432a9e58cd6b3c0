/** Of a picture at its own size, or of the stage that it is shown on; in px. */
export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** From the middle of the stage. */
export interface Offset {
  readonly leftPx: number;
  readonly topPx: number;
}

/** How large a picture is shown, 1 for its own size, and where its middle is. */
export interface Zoom extends Offset {
  readonly scale: number;
}

const largestScale = 8;
/** A scale and the same scale after some arithmetic are one. */
const tolerance = 0.001;
const middle: Offset = { leftPx: 0, topPx: 0 };

/** The whole picture is seen; a small one is not made larger. */
export const fitted = (picture: Size, stage: Size): Zoom => ({
  scale: Math.min(1, stage.widthPx / picture.widthPx, stage.heightPx / picture.heightPx),
  ...middle,
});

/** A picture that is larger than the stage cannot be moved away from it; one that is smaller stays in the middle. */
const within = (wantedPx: number, shownPx: number, stagePx: number): number => {
  const spare = Math.max(0, (shownPx - stagePx) / 2);
  return Math.max(-spare, Math.min(spare, wantedPx)) + 0;
};

export const movedTo = (zoom: Zoom, { leftPx, topPx }: Offset, picture: Size, stage: Size): Zoom => ({
  scale: zoom.scale,
  leftPx: within(leftPx, picture.widthPx * zoom.scale, stage.widthPx),
  topPx: within(topPx, picture.heightPx * zoom.scale, stage.heightPx),
});

/** Never smaller than the stage asks for. What is under `point` stays there, as far as the picture can be moved. */
export const zoomedTo = (zoom: Zoom, wantedScale: number, picture: Size, stage: Size, point: Offset = middle): Zoom => {
  const least = fitted(picture, stage).scale;
  const scale = Math.max(least, Math.min(largestScale, wantedScale));
  const ratio = scale / zoom.scale;
  const place = {
    leftPx: point.leftPx - (point.leftPx - zoom.leftPx) * ratio,
    topPx: point.topPx - (point.topPx - zoom.topPx) * ratio,
  };
  return movedTo({ ...zoom, scale }, place, picture, stage);
};

/** Whether some of the picture is beyond the stage, so that it can be moved. */
export const isLarger = ({ scale }: Zoom, picture: Size, stage: Size): boolean =>
  picture.widthPx * scale > stage.widthPx + 1 || picture.heightPx * scale > stage.heightPx + 1;

export const isFitted = ({ scale }: Zoom, picture: Size, stage: Size): boolean =>
  Math.abs(scale - fitted(picture, stage).scale) < tolerance;

export const isLargest = ({ scale }: Zoom): boolean => scale > largestScale - tolerance;
