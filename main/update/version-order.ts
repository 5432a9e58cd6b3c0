const shape = /^(?<numbers>\d{1,6}\.\d{1,6}\.\d{1,6})(?:-(?<stage>[0-9A-Za-z.-]{1,40}))?$/u;

export function isVersion(text: string): boolean {
  return shape.test(text);
}

/** Negative where `one` is older than `other`, as Semantic Versioning orders them: a stage (`-beta.2`) comes before its release. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  const byNumbers = compareLists(first.numbers, second.numbers);
  if (byNumbers !== 0) return byNumbers;
  if (first.stage.length === 0 || second.stage.length === 0) return second.stage.length - first.stage.length;
  return compareLists(first.stage, second.stage);
}

function partsOf(version: string): { readonly numbers: readonly string[]; readonly stage: readonly string[] } {
  const { numbers = '', stage } = shape.exec(version)?.groups ?? {};
  if (numbers === '') throw new RangeError(`no version: ${version}`);
  return { numbers: numbers.split('.'), stage: stage?.split('.') ?? [] };
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const order = compareParts(one[at] ?? '', other[at] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

/** Numbers by value and before words, words by their characters. */
function compareParts(one: string, other: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/u.test(one), /^\d+$/u.test(other)];
  if (isNumber && isOtherNumber) return Number(one) - Number(other);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return one < other ? -1 : Number(one > other);
}
