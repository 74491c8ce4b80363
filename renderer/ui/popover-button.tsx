import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';

interface PopoverButtonProps {
  readonly id?: string;
  readonly className: string;
  /** What stands on the button. */
  readonly label: ReactNode;
  /** The name of what opens. */
  readonly title: string;
  readonly dialogClass?: string;
  readonly placement: 'bottom start' | 'top end';
  /** Called when it has closed, however that came. */
  readonly onClosed?: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A button and the small dialog that it opens beside itself. */
export function PopoverButton({
  id,
  className,
  label,
  title,
  dialogClass = '',
  placement,
  onClosed,
  children,
}: PopoverButtonProps): ReactElement {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const change = (open: boolean) => {
    setIsOpen(open);
    if (!open && onClosed !== undefined) setTimeout(onClosed, 0);
  };
  return (
    <>
      <Button
        {...(id === undefined ? {} : { id })}
        ref={button}
        className={className}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => change(true)}
      >
        {label}
      </Button>
      <Popover
        className="popover"
        placement={placement}
        triggerRef={button}
        isOpen={isOpen}
        onOpenChange={change}
      >
        <Dialog className={`popover-dialog ${dialogClass}`.trim()} aria-label={title}>
          {children(() => change(false))}
        </Dialog>
      </Popover>
    </>
  );
}
