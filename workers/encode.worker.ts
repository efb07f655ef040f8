import { expose } from 'comlink';
import { Encoder } from '../src/clip/encoder';

expose(new Encoder());
