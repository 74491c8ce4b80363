import { describe, expect, it } from 'vitest';
import { hindranceOf, type SandboxFacts } from './sandbox.ts';

const OPEN = {
  'kernel/apparmor_restrict_unprivileged_userns': null,
  'kernel/unprivileged_userns_clone': null,
  'user/max_user_namespaces': '96365',
} as const;
const AS_PACKAGED = { owner: 1000, permissions: 0o755 };

function hindrance(settings: Partial<SandboxFacts['settings']>, helper: SandboxFacts['helper']) {
  return hindranceOf({ settings: { ...OPEN, ...settings }, helper });
}

describe("what keeps Chromium's sandbox from opening", () => {
  it('is nothing where ordinary users have namespaces', () => {
    expect(hindrance({}, AS_PACKAGED)).toBeNull();
    expect(hindrance({}, null)).toBeNull();
    const allowed = {
      'kernel/apparmor_restrict_unprivileged_userns': '0',
      'kernel/unprivileged_userns_clone': '1',
    };
    expect(hindrance(allowed, AS_PACKAGED)).toBeNull();
  });

  it.each([
    ['kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['kernel/unprivileged_userns_clone', '0'],
    ['user/max_user_namespaces', '0'],
  ] as const)('is %s when it is %s, unless the helper is set-uid root', (name, value) => {
    const restricted = { [name]: value };
    expect(hindrance(restricted, AS_PACKAGED)).toBe(name);
    expect(hindrance(restricted, null)).toBe(name);
    expect(hindrance(restricted, { owner: 0, permissions: 0o755 })).toBe(name);
    expect(hindrance(restricted, { owner: 1000, permissions: 0o4755 })).toBe(name);
    expect(hindrance(restricted, { owner: 0, permissions: 0o4755 })).toBeNull();
  });
});
