import { expose } from 'comlink';
import { TransformersJs } from './transformers-js';

expose(new TransformersJs());
