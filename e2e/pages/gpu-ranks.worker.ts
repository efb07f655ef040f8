import { expose } from 'comlink';
import { checks } from './gpu-checks';

expose(checks);
