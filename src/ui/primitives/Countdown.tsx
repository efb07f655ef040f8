import { useEffect, useState } from 'react';
import { duration } from '../../report/formats/format';

/** Seconds until a time, counting down. */
export function Countdown({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  return <>The host asks to wait: {left < 10 ? `${left} s` : duration(left)} left.</>;
}
