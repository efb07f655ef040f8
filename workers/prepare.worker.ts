import { expose } from 'comlink';
import { preparer } from './preparer';

expose(preparer);
