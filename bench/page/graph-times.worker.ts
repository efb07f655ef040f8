import { expose } from 'comlink';
import { GraphTimes } from './graph-times';

expose(new GraphTimes());
