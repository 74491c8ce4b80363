import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { claimDesk } from './desk-claim.ts';

describe('claimDesk', () => {
  it('gives a desk to one at a time', () => {
    const folder = temporaryFolder();
    const first = claimDesk(folder, 0);
    expect(first).toMatchObject({ ok: true });
    expect(claimDesk(folder, 0)).toMatchObject({
      ok: false,
      trouble: { code: 'store-busy', place: { file: folder } },
    });
    if (first.ok) first.value.release();
    const next = claimDesk(folder, 0);
    expect(next).toMatchObject({ ok: true });
    if (next.ok) next.value.release();
  });

  it('is free again when the process that had it was killed', () => {
    const folder = temporaryFolder();
    const script = join(folder, 'claim.ts');
    const module = new URL('./desk-claim.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { claimDesk } from ${JSON.stringify(module)};
       if (!claimDesk(${JSON.stringify(folder)}, 0).ok) process.exit(7);
       process.kill(process.pid, 'SIGKILL');`,
    );
    expect(() => execFileSync(process.execPath, [script], { cwd: import.meta.dirname })).toThrow(
      /SIGKILL|Command failed/,
    );
    const claim = claimDesk(folder, 0);
    expect(claim).toMatchObject({ ok: true });
    if (claim.ok) claim.value.release();
  });

  it('says that a folder cannot be written', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o400);
    expect(claimDesk(file, 0)).toMatchObject({ ok: false, trouble: { code: 'store-unwritable' } });
  });
});
