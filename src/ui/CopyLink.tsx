import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../lib/errors';
import { part } from '../lib/part';
import { labStore, notify } from '../state/store';
import styles from './Header.module.css';
import button from './primitives/button.module.css';
import { LINK, PAGE } from './texts';

/** Copies a link with choices, view and figures; where the browser does not allow that, the link is shown to be copied by hand. */
export function CopyLink() {
  const [shown, setShown] = useState<string | null>(null);
  async function share() {
    const made = part(import('../state/share/link-of-run')).then(({ sharedLink }) => {
      const { fragment, hasFigures } = sharedLink(labStore.getState());
      return { link: `${location.href.replace(/#.*$/, '')}#${fragment}`, hasFigures };
    });
    const [shared, copied] = await Promise.allSettled([made, copy(made.then(({ link }) => link))]);
    if (shared.status === 'rejected') return notify(messageOf(shared.reason));
    const { link, hasFigures } = shared.value;
    if (copied.status === 'fulfilled') {
      setShown(null);
      notify(LINK.copied(hasFigures));
    } else {
      // A page over plain http has no clipboard, and a person may forbid it.
      setShown(link);
    }
  }
  return (
    <>
      <button type="button" className={button.quiet} onClick={() => void share()}>
        {PAGE.copyLink}
      </button>
      {shown !== null && <LinkField link={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** Puts a text into the clipboard that is still being made: WebKit allows the clipboard only while it handles the press. */
async function copy(text: Promise<string>): Promise<void> {
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': text.then((made) => new Blob([made], { type: 'text/plain' })) }),
  ]);
}

function LinkField({ link, onClose }: { readonly link: string; onClose(): void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [link]);
  return (
    <div className={styles.link} data-testid="link-to-copy">
      <label htmlFor="link-to-copy">{LINK.copyByHand}</label>
      <input
        ref={field}
        id="link-to-copy"
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <button type="button" className={button.quiet} onClick={onClose} aria-label={LINK.close}>
        ×
      </button>
    </div>
  );
}
