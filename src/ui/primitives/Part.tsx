import { Component, Suspense, type ReactNode } from 'react';
import button from './button.module.css';
import styles from './Part.module.css';
import text from './text.module.css';
import { PART } from './texts';

interface PartProps {
  readonly children: ReactNode;
  /** What stands there meanwhile; by default a sentence with room for a view. */
  readonly meanwhile?: ReactNode;
}

const ROOM = <p className={`${styles.room} ${text.why}`}>{PART.loading}</p>;

/**
 * A view whose code is loaded when it is first shown. Room is kept for it, so that what stands below does not move far; if it
 * cannot be loaded, that is said in its place and the rest of the page goes on.
 */
export function Part({ children, meanwhile = ROOM }: PartProps) {
  return (
    <Guard>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </Guard>
  );
}

/** React hands errors to classes alone. */
class Guard extends Component<Pick<PartProps, 'children'>, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p className={text.caveat} role="alert">
        {PART.failed}{' '}
        <button type="button" className={button.small} onClick={() => location.reload()}>
          {PART.reload}
        </button>
      </p>
    );
  }
}
