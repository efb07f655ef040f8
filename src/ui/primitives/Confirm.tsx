import { useRef } from 'react';
import { CONFIRM } from './texts';

interface ConfirmProps {
  /** On the button that opens the question. */
  readonly label: string;
  /** What the button acts on: completes its name for screen readers. */
  readonly about: string;
  readonly question: string;
  readonly yes: string;
  onYes(): void;
}

/** A button that asks before it acts; Escape and the other button leave everything as it is. */
export function Confirm({ label, about, question, yes, onYes }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const open = () => {
    dialog.current!.showModal();
    keep.current!.focus();
  };
  const close = () => dialog.current!.close();
  return (
    <>
      <button type="button" aria-label={`${label} ${about}`} onClick={open}>
        {label}
      </button>
      <dialog ref={dialog} className="confirm" aria-label={question}>
        <p>{question}</p>
        <div className="confirm-buttons">
          <button ref={keep} type="button" onClick={close}>
            {CONFIRM.keep}
          </button>
          <button
            type="button"
            className="primary"
            onClick={() => {
              close();
              onYes();
            }}
          >
            {yes}
          </button>
        </div>
      </dialog>
    </>
  );
}
