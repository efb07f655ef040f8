import type { Packed } from '../../compress/packed';
import { Buffers } from './buffers';
import { gpuRows, rowSize } from './layout';

/** Consecutive gallery rows on the GPU. */
export interface GalleryPart {
  /** The gallery row that the part starts with. */
  readonly first: number;
  readonly rows: number;
  readonly codes: GPUBuffer;
  readonly rowScales: GPUBuffer | undefined;
}

/** Keeps the gallery that was asked for last on the GPU, so that its blocks of queries upload it once. */
export class KeptGallery {
  private readonly partBytes: number;
  private readonly buffers: Buffers;
  private kept: { readonly gallery: Packed; readonly parts: readonly GalleryPart[] } | undefined;

  /** `partBytes`: the most that one buffer holds. */
  constructor(device: GPUDevice, partBytes: number) {
    this.buffers = new Buffers(device);
    this.partBytes = partBytes;
  }

  /** The parts of a gallery, in order: uploaded, unless this very object was the last. */
  parts(gallery: Packed): readonly GalleryPart[] {
    if (this.kept?.gallery === gallery) return this.kept.parts;
    this.forget();
    const rows = Math.max(1, Math.floor(this.partBytes / rowSize(gallery).bytes));
    const parts: GalleryPart[] = [];
    for (let first = 0; first < gallery.rows; first += rows) {
      const end = Math.min(first + rows, gallery.rows);
      parts.push({
        first,
        rows: end - first,
        codes: this.buffers.of(gpuRows(gallery, first, end)),
        rowScales: gallery.rowScales && this.buffers.of(gallery.rowScales.subarray(first, end)),
      });
    }
    this.kept = { gallery, parts };
    return parts;
  }

  /** Frees what is kept. */
  forget(): void {
    this.kept = undefined;
    this.buffers.destroy();
  }
}
