import type { RunRecord } from '../../../protocol/run-record';
import { pairingInBrief } from '../../../report/brief/choices-in-brief';
import type { Clause } from '../../../report/brief/protocol-in-brief';
import { counted, secondInZone } from '../../../report/formats/format';
import { CONFORMANCE, FACTS } from './texts';

/** What was run: data, model, device and software, as the run's record has it. */
export function runFacts({ data, model, vectors, device, engine, conformance, ...run }: RunRecord): Clause[] {
  const { terms } = FACTS;
  const { atOnce } = model ?? {};
  const isUnknown = run.opened?.hasRecord === false;
  const facts: readonly (readonly [string, string | number | null | undefined])[] = [
    [terms.data, data.label],
    [terms.source, data.source],
    ...(data.sourcesRefused ?? []).map(({ source, reason }) => [terms.refused(source), reason] as const),
    [terms.items, FACTS.items(data)],
    [terms.asked, data.samplesAsked],
    [terms.pairing, data.pairing && pairingInBrief(data.pairing)],
    [terms.further, data.furtherPairs && FACTS.furtherPairs(data.furtherPairs)],
    [terms.skipped, data.captionsSkipped ? FACTS.skipped(data.captionsSkipped) : null],
    [terms.trimmed, data.captionsTrimmed ? FACTS.trimmed(data.captionsTrimmed) : null],
    [terms.dataFingerprint, data.fingerprint],
    [terms.model, model ? model.id : isUnknown ? null : FACTS.givenVectors],
    [terms.dtype, model?.dtype],
    [terms.revision, model?.revision],
    [terms.modelSource, model?.source],
    [terms.preprocessing, model?.preprocessing],
    [terms.runtime, model?.runtime],
    [terms.processor, model?.processor],
    [terms.picturesAtOnce, atOnce?.pictures],
    [terms.captionsAtOnce, atOnce?.captions],
    [terms.device, FACTS.device(device)],
    [terms.conformance, conformance && conformanceInWords(conformance)],
    [terms.vectorsFingerprint, vectors.fingerprint],
    [terms.engine, engine && FACTS.engine(engine)],
    [terms.browser, device.userAgent],
    [terms.lab, run.appVersion],
    [terms.opened, run.opened && FACTS.opened(run.opened)],
    [terms.started, inZone(run.opened ? run.opened.measured : run.started)],
    [terms.finished, inZone(run.opened ? null : run.finished)],
  ];
  return facts.flatMap(([term, value]) => (value || value === 0 ? [{ term, text: String(value) }] : []));
}

const inZone = (time: string | null | undefined): string | null => (time ? secondInZone(time) : null);

/** How the vectors of a device and the pixels of a browser compare with what they should be. */
export function conformanceInWords({
  lowestCosine,
  notCompared,
  golden,
  jpegDifference,
}: NonNullable<RunRecord['conformance']>): string {
  const vectors =
    lowestCosine === null
      ? CONFORMANCE.notCompared(notCompared ?? '')
      : CONFORMANCE.cosine(lowestCosine, golden.length);
  return jpegDifference === 0 ? `${vectors} · ${CONFORMANCE.samePixels}` : vectors;
}

/** How much of what was measured, by what and where: the line below the report's heading. */
export const runInALine = ({ data, model, device, vectors }: RunRecord): string =>
  [
    FACTS.items(data),
    model && `${model.id} ${model.dtype}`,
    counted(vectors.baseDim, 'dimension'),
    FACTS.device(device),
  ]
    .filter(Boolean)
    .join(' · ');
