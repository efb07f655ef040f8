import type { DataKind } from '../../../protocol/data-kinds';
import { CocoSources } from './CocoSources';
import { HubDataset } from './HubDataset';
import { InspectionPanel } from './InspectionPanel';
import { VectorArrays } from './VectorArrays';

/** What there is to see and choose of a source of data beside its options; nothing for those that come with the page. */
export function OfSource({ data }: { readonly data: DataKind }) {
  if (data === 'coco') return <CocoSources />;
  if (data === 'hub') return <HubDataset />;
  if (data === 'files') return <InspectionPanel />;
  return data === 'npz' ? <VectorArrays /> : null;
}
