import { expose } from 'comlink';
import { exporter } from './exporter';

expose(exporter);
