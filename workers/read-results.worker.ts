import { expose } from 'comlink';
import { resultsReader } from './results-reader';

expose(resultsReader);
