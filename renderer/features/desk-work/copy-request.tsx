import { type ReactElement, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { DeskWorkView } from '#contract/desk-views.ts';
import type { EvidenceDetail } from '#contract/views.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { dayAndTime } from '../../ui/numbers.ts';
import { nameOf } from '../editors/editor-name.ts';
import { checkRequest } from './check-request.ts';

/** Milliseconds for which the button says that it has copied. */
const SAID = 2500;

interface CopyRequestProps {
  /** Null while the evidence is on its way. */
  readonly detail: EvidenceDetail | null;
  readonly work: DeskWorkView;
}

/** Copies a check request as text. */
export function CopyRequest({ detail, work }: CopyRequestProps): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const { say } = speech;
  const annotator = useDeskState((state) => state.editors?.annotator ?? '');
  const [copied, setCopied] = useState(0);

  useEffect(() => {
    if (copied === 0) return;
    const timer = window.setTimeout(() => setCopied(0), SAID);
    return () => window.clearTimeout(timer);
  }, [copied]);

  async function copy(whole: EvidenceDetail): Promise<void> {
    const by = { who: nameOf(annotator, speech), time: dayAndTime(new Date().toISOString()) };
    const text = checkRequest(whole, work, by, speech);
    const answer = await desk.api.request('window.copy', { text });
    if (answer.ok) setCopied(Date.now());
    else desk.unwrap(answer);
  }

  return (
    <>
      <Button
        className="plain-button work-copy"
        isDisabled={detail === null}
        onPress={() => {
          if (detail !== null) void copy(detail);
        }}
      >
        {say('work.copy')}
      </Button>
      <span className="work-copied" aria-live="polite">
        {copied > 0 && say('work.copied')}
      </span>
    </>
  );
}
