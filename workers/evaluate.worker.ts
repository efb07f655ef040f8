import { expose } from 'comlink';
import { EvaluatorHost } from './evaluator-host';

expose(new EvaluatorHost());
