import { expect, it } from 'vitest';
import { createOpenQueue } from './open-queue.ts';

it('opens lists in order, those that came before they could be opened too, and each once', () => {
  const queue = createOpenQueue();
  const opened: string[] = [];
  queue.add('/a.txt');
  queue.add('/b.txt');
  queue.openWith((path) => opened.push(path));
  expect(opened).toEqual(['/a.txt', '/b.txt']);
  queue.add('/c.txt');
  queue.openWith((path) => opened.push(path));
  expect(opened).toEqual(['/a.txt', '/b.txt', '/c.txt']);
});
