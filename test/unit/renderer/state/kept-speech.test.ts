import { expect, test } from 'vitest';
import { keepSpeechChoices, readSpeechChoices } from '#renderer/state/kept-speech.ts';

const storing = (text: string | null) => {
  let kept = text;
  return { getItem: () => kept, setItem: (_key: string, value: string) => void (kept = value) };
};

test('speed and voices are there again', () => {
  const storage = storing(null);
  expect(readSpeechChoices(storage)).toEqual({ speed: 1, voices: {} });
  keepSpeechChoices(storage, { speed: 1.4, voices: { en: 'a voice' } });
  expect(readSpeechChoices(storage)).toEqual({ speed: 1.4, voices: { en: 'a voice' } });
});

test.each(['', 'null', '[]', '{"speed":"fast","voices":3}', '{"speed":90,"voices":{"en":7}}', '{"voices":["a"]}'])(
  'what is not understood is as it comes: %s',
  (text) => {
    const { speed, voices } = readSpeechChoices(storing(text));
    expect([speed, voices['en']]).toEqual([1, undefined]);
  },
);
