import { expose } from 'comlink';
import { KernelBench } from './kernel-bench';

expose(new KernelBench());
