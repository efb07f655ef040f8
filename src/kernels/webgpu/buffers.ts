/** Buffers that live and die together. */
export class Buffers {
  private readonly device: GPUDevice;
  private readonly all: GPUBuffer[] = [];

  constructor(device: GPUDevice) {
    this.device = device;
  }

  /** A buffer of so many bytes, zeros at first. */
  empty(bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = this.device.createBuffer({ size: bytes, usage });
    this.all.push(buffer);
    return buffer;
  }

  /** A copy of an array of whole words that shaders read. */
  of(data: Uint8Array | Uint32Array | Float32Array): GPUBuffer {
    const buffer = this.empty(data.byteLength, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST);
    this.device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }

  destroy(): void {
    for (const buffer of this.all.splice(0)) buffer.destroy();
  }
}

/**
 * Runs work that talks to the GPU without waiting, and throws what went wrong in it, memory that ran out included:
 * by itself the GPU would go on and answer with zeros.
 */
export async function checked<T>(device: GPUDevice, work: () => T): Promise<T> {
  const kinds = ['internal', 'out-of-memory', 'validation'] as const;
  for (const kind of kinds) device.pushErrorScope(kind);
  let result: T;
  let errors: (GPUError | null)[];
  try {
    result = work();
  } finally {
    const popped = kinds.map(() => device.popErrorScope());
    errors = await Promise.all(popped);
  }
  const error = errors.find((found) => found !== null);
  if (error) throw new Error(`The GPU could not rank: ${error.message}`);
  return result;
}
