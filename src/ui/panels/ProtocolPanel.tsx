import { RANKING_OPTIONS } from '../../protocol/options/model';
import { SWEEP_OPTIONS } from '../../protocol/options/sweep';
import { OptionFields } from './OptionField';
import panel from './panel.module.css';
import { PROTOCOL } from './texts';

/** What is swept and how it is measured. */
export function ProtocolPanel() {
  return (
    <section className={panel.panel} aria-labelledby="protocol-heading">
      <h2 id="protocol-heading">
        <span className={panel.step}>3</span> {PROTOCOL.heading}
      </h2>
      <OptionFields of={SWEEP_OPTIONS} />
      <details>
        <summary>{PROTOCOL.more}</summary>
        <OptionFields of={{ ...SWEEP_OPTIONS, ...RANKING_OPTIONS }} advanced />
      </details>
    </section>
  );
}
