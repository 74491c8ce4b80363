/** Asks a channel by the bare invoke of a raw window. */
type Invoke = (channel: string, args: unknown) => Promise<{ trouble?: { code: string } }>;

/**
 * Sends every request bad arguments made from good ones, and names those that were not refused. It runs in a window, so
 * it may use nothing from outside itself.
 */
export async function sendJunk(samples: Readonly<Record<string, object>>): Promise<readonly string[]> {
  const { invoke } = globalThis as unknown as { invoke: Invoke };
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const deep: unknown[] = [];
  let at = deep;
  for (let level = 0; level < 1000; level += 1) {
    const next: unknown[] = [];
    at.push(next);
    at = next;
  }
  const wrong: Readonly<Record<string, unknown>> = {
    ...{ nothing: undefined, nan: Number.NaN, big: 10n, map: new Map([['a', 1]]), date: new Date(0) },
    ...{ bytes: new Uint8Array(8), cycle, deep, error: new Error('x'), pattern: /x/, hole: new Array(3) },
  };
  /** Longer than the contract allows: texts of lists may have twenty million characters, nothing else comes near. */
  const huge = (key: string) => 'x'.repeat(key === 'text' ? 20_000_001 : 100_001);
  const owned = (base: object, key: string) =>
    Object.defineProperty(structuredClone(base), key, { value: { path: '/etc/passwd' }, enumerable: true });

  function* changed(value: unknown, own: string): Generator<readonly [story: string, junk: unknown]> {
    yield* Object.entries(wrong);
    if (typeof value === 'string') yield ['huge', huge(own)];
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value))
      for (const key of ['__proto__', 'constructor', 'more']) yield [`own ${key}`, owned(value, key)];
    for (const [key, inner] of Object.entries(value)) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      for (const [story, junk] of changed(inner, key))
        yield [`${key}: ${story}`, Object.assign(copy, { [key]: junk })];
    }
  }

  const plain = [null, true, 7, '', 'text', [], [{}], '{"path":"/etc/passwd"}'];
  const passed: string[] = [];
  for (const [channel, sample] of Object.entries(samples)) {
    const all = [...plain.map((junk) => [`plain ${typeof junk}`, junk] as const), ...changed(sample, '')];
    for (const [story, junk] of all) {
      const answer = await invoke(channel, junk).catch((error: Error) => ({
        trouble: { code: error.message },
      }));
      if (answer.trouble?.code !== 'request-invalid')
        passed.push(`${channel} ${story}: ${answer.trouble?.code ?? 'done'}`);
    }
  }
  return passed;
}

/** Sends every request its good arguments, and names those that were not refused because of who asked. */
export async function sendGood(samples: Readonly<Record<string, object>>): Promise<readonly string[]> {
  const { invoke } = globalThis as unknown as {
    invoke: (channel: string, args: unknown) => Promise<{ trouble?: { sentence: { en: string } } }>;
  };
  const passed: string[] = [];
  for (const [channel, args] of Object.entries(samples)) {
    const { trouble } = await invoke(channel, args);
    if (!trouble?.sentence.en.includes('its sender is')) passed.push(channel);
  }
  return passed;
}
