import { useRef } from 'react';
import button from './button.module.css';
import styles from './Confirm.module.css';
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
      <dialog ref={dialog} className={styles.confirm} aria-label={question}>
        <p>{question}</p>
        <div className={styles.buttons}>
          <button ref={keep} type="button" onClick={close}>
            {CONFIRM.keep}
          </button>
          <button
            type="button"
            className={button.primary}
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
