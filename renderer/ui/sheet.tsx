import { type ReactElement, type ReactNode, useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { type Trouble, troubleLine } from '#classifier/core/trouble.ts';
import { useSay } from '../strings/use-say.ts';

interface SheetProps {
  readonly title: string;
  readonly className?: string;
  /** What went wrong in the sheet last; null where nothing did. */
  readonly trouble?: Trouble | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A page that lies over the window until it is closed, by its button, by Escape or by a press beside it. */
export function SheetPage({
  title,
  className = '',
  trouble = null,
  onClose,
  children,
}: SheetProps): ReactElement {
  const { say, language } = useSay();
  useEscapeFromNowhere(onClose);
  return (
    <ModalOverlay
      className="sheet-ground"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`sheet ${className}`}>
        <Dialog className="sheet-dialog">
          <header className="sheet-head">
            <Heading slot="title" className="sheet-title">
              {title}
            </Heading>
            <Button className="quiet" onPress={onClose}>
              {say('sheet.close')}
            </Button>
          </header>
          {trouble !== null && (
            <p className="sheet-trouble" role="alert">
              {troubleLine(trouble, language === 'en' ? 'en' : 'zh')}
            </p>
          )}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What is switched off while it has the focus leaves it nowhere; Escape closes the sheet from there, too. */
function useEscapeFromNowhere(onClose: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.activeElement === document.body) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
}
