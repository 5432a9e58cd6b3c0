/** The row that a key leads to; null for a key that leads nowhere. */
export const rowForKey = (key: string, from: number, total: number, perView: number): number | null => {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + perView,
    PageUp: from - perView,
    Home: 0,
    End: total - 1,
  };
  return targets[key] ?? null;
};
