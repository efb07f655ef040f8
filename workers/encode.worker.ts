import './own-scripts';
import { expose } from 'comlink';
import { Encoder } from '../src/encoder/runtime/encoder';

expose(new Encoder());
