import type { WindowEvents } from '#contract/events.ts';
import type { WindowEvent } from '#contract/names.ts';

export interface Outbox {
  post<E extends WindowEvent>(event: E, payload: WindowEvents[E]): void;
  /** The page listens: what was kept is sent, and from now on everything at once. */
  open(): void;
  /** The page is gone or loads anew: events are kept again. */
  close(): void;
}

/** Keeps what is said to the window until its page listens, so that no event of the start is lost. */
export function createOutbox(send: (event: WindowEvent, payload: unknown) => void): Outbox {
  let isOpen = false;
  let kept: (readonly [WindowEvent, unknown])[] = [];
  return {
    post(event, payload) {
      if (isOpen) send(event, payload);
      else kept.push([event, payload]);
    },
    open() {
      isOpen = true;
      const waiting = kept;
      kept = [];
      for (const [event, payload] of waiting) send(event, payload);
    },
    close() {
      isOpen = false;
    },
  };
}
