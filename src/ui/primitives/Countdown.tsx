import { useEffect, useState } from 'react';
import { COUNTDOWN } from './texts';

/**
 * The time left until a busy host is asked again, counting down.
 * @param until milliseconds since the epoch
 */
export function Countdown({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  return <>{COUNTDOWN.waiting(left)}</>;
}
