import { useEffect, useState } from 'react';
import type { VersionsView } from '#contract/model-views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';

/** The versions of the model; asked anew when the model changes. */
export function useVersions(): VersionsView | null {
  const desk = useDesk();
  const model = useDeskState((state) => state.status.about?.model);
  const [versions, setVersions] = useState<VersionsView | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new model may be a new version.
  useEffect(() => {
    let isOver = false;
    void desk.api.request('model.versions', {}).then((answer) => {
      const value = desk.unwrap(answer);
      if (!isOver && value !== null) setVersions(value);
    });
    return () => {
      isOver = true;
    };
  }, [desk, model]);
  return versions;
}
