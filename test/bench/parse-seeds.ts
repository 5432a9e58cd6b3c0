/** In UTF-16 code units. */
const size = 100_000;
const pieces = [
  '[ ¦<¦&¦|¦`¦(¦![¦[^¦*¦_¦~¦\\¦"¦&amp¦<a ¦<!--¦<p¦a@¦www.¦https¦a_¦*a **b¦_a__¦[a](¦[a][¦[a]()¦[a](b "¦![a](<¦*a* ¦[^a]¦a[^a]\n\n',
  '<b><p>¦</ok>¦<table>¦<a>¦\u3000a ¦> ¦\t- ¦1.¦1. ¦- ¦- a\n¦- a\n\n¦- > a\n¦> a\n¦# a\n¦=\n¦a\n¦a|\n¦[a]: b\n¦[^a]: b\n¦[',
].flatMap((line) => line.split('¦'));

function times(count: number, piece: (at: number) => string): string {
  return Array.from({ length: count }, (_unused, at) => piece(at)).join('');
}

/** Pages made to keep a parser busy: a hundred kilobytes of one thing, and shapes that are heavy for their size. */
export function busyPages(): ReadonlyMap<string, string> {
  return new Map([
    ...pieces.map((piece) => [`${JSON.stringify(piece)} repeated`, times(size / piece.length, () => piece)] as const),
    ['ten thousand elements deep', `${'<div>'.repeat(10_000)}x`],
    ['ten thousand quotations deep', `${'> '.repeat(10_000)}x`],
    ['lists four hundred deep', times(400, (at) => `${'  '.repeat(at)}- a\n`)],
    ['ten thousand columns', `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n|${'b|'.repeat(10_000)}\n`],
    ['short rows under a wide head', `|${'a|'.repeat(10_000)}\n|${'-|'.repeat(10_000)}\n${'|b|\n'.repeat(200)}`],
    [
      'ten thousand definitions',
      `${times(10_000, (at) => `[a${at}]: http://e.example/${at}\n`)}\n${times(2_000, (at) => `[a${at}] `)}`,
    ],
    ['one list item of twenty thousand lines', `- a b\n${'c\n'.repeat(20_000)}`],
    ['ten thousand attributes', `<p ${times(10_000, (at) => `a${at}=1 `)}>x`],
    ['one line of two megabytes', 'word '.repeat(400_000)],
    ['one word of two megabytes', 'a'.repeat(2_000_000)],
  ]);
}
