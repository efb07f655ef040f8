import { expose } from 'comlink';
import { inspector } from './inspector';

expose(inspector);
