import { expose } from 'comlink';
import { checks } from './decode-checks';

expose(checks);
