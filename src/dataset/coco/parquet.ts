import { messageOf } from '../../lib/errors';
import { probe } from '../../net/probe';
import type { HubChoice } from '../hub/open-hub';
import { chooseSplit, listSplits } from '../hub/listing';
import type { CocoSource } from './coco-source';

const DATASET = 'clip-benchmark/wds_mscoco_captions2017';

/**
 * The same pictures and captions in Parquet files of the hub, read in parts.
 * @param server full address of the datasets server
 */
export function parquet(server: string): CocoSource {
  const choice: HubChoice = {
    server,
    dataset: DATASET,
    config: '',
    split: '',
    imageColumn: '',
    captionColumn: '',
  };
  return {
    label: `Parquet (${DATASET} by ${new URL(server).host})`,
    async probe({ signal, policy }) {
      try {
        const { files } = chooseSplit(await listSplits(server, DATASET, signal, policy), '', '');
        const found = await probe(files[0].url, signal, policy);
        if ('why' in found) return `${new URL(files[0].url).host}: ${found.why}`;
        return String.fromCharCode(...found.head).startsWith('PAR1') ? null : 'its file is not Parquet';
      } catch (error) {
        signal.throwIfAborted();
        return messageOf(error);
      }
    },
    async open(wanted, asking) {
      // The reader of Parquet is fetched when it is needed.
      const { openHub } = await import('../hub/open-hub');
      return openHub(choice, wanted, asking);
    },
  };
}
