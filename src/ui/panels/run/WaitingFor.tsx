import { useEffect, useState } from 'react';
import type { HostWait } from '../../../net/waits';
import text from '../../primitives/text.module.css';
import { WAITING } from '../texts';

const wholeSeconds = (milliseconds: number): number => Math.max(0, Math.ceil(milliseconds / 1000));

/** Which host is waited for, why and for how long, counting. */
export function WaitingFor({ wait: { host, reason, since, until } }: { readonly wait: HostWait }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className={text.why} data-testid="waiting">
      {WAITING[reason](
        host,
        wholeSeconds(until - now),
        wholeSeconds(now - since),
        wholeSeconds(until - since),
      )}
    </p>
  );
}
