import { describe, expect, it } from 'vitest';
import { createSerial } from './serial.ts';

const later = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 1));

describe('createSerial', () => {
  it('runs a plain step at once', () => {
    const done: number[] = [];
    createSerial(() => undefined).run(() => done.push(1) > 0);
    expect(done).toEqual([1]);
  });

  it('keeps the order of steps that take time, and loses none', async () => {
    const serial = createSerial(() => undefined);
    const done: number[] = [];
    for (let at = 0; at < 20; at++) {
      serial.run(at % 3 === 0 ? async () => later(done.push(at) > 0) : () => done.push(at) > 0);
    }
    while (!serial.isIdle()) await later(null);
    expect(done).toEqual(Array.from({ length: 20 }, (_, at) => at));
  });

  it('drops what was asked after a step that failed, says how many, and goes on afterwards', async () => {
    const dropped: number[] = [];
    const done: string[] = [];
    const serial = createSerial((steps) => dropped.push(steps));
    serial.run(
      () => later(false),
      () => done.push('not dropped'),
    );
    serial.run(() => done.push('a') > 0);
    serial.run(
      () => done.push('b') > 0,
      () => done.push('b dropped'),
    );
    while (!serial.isIdle()) await later(null);
    serial.run(() => done.push('c') > 0);
    expect({ dropped, done }).toEqual({ dropped: [2], done: ['b dropped', 'c'] });
  });
});
