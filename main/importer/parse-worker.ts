import { parentPort } from 'node:worker_threads';
import { parsePage } from '#main/parse/parse-page.ts';
import type { PageInput, ParseResult } from '#main/parse/parsed-page.ts';

export interface ParseRequest {
  readonly id: number;
  readonly input: PageInput;
}

export interface ParseReply {
  readonly id: number;
  readonly result: ParseResult;
}

parentPort?.on('message', ({ id, input }: ParseRequest) => {
  const reply: ParseReply = { id, result: parsePage(input) };
  parentPort?.postMessage(reply);
});
