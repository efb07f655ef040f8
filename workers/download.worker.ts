import { expose } from 'comlink';
import { Downloader } from './downloader';

expose(new Downloader());
