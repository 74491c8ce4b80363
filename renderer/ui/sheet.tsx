import type { ReactElement, ReactNode } from 'react';
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
