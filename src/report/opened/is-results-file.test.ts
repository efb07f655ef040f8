import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isResultsFile } from './is-results-file';

const head = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8').slice(0, 1000);

test.each([
  ['the reference’s JSON', 'a.json', head('experiment_results.json')],
  ['its JSON where the first cell failed', 'a.json', '{"dim_64_prec_fp16_cand_10": {"error": "x"}, '],
  ['its CSV', 'A.CSV', head('detailed_results.csv')],
  ['a run’s JSON, however much was left out', 'a.json', '{\n  "run": {\n    "appVersion": "1", "data": {'],
  ['rows alone', 'a.json', '[{"experiment":"a","t2v_recall@10":1'],
])('%s is a file of results', async (_, name, text) =>
  expect(await isResultsFile(new File([text], name))).toBe(true),
);

test.each([
  ['COCO captions', 'a.json', '{"images":[{"id":1,"file_name":"a.jpg"}],"annotations":['],
  ['a table of captions', 'a.csv', 'image,caption\na.jpg,"t2v_recall@10 is a metric"\n'],
  ['captions in lines', 'a.jsonl', '{"image":"a.jpg","caption":"t2v_recall@10"}'],
])('%s are not', async (_, name, text) => expect(await isResultsFile(new File([text], name))).toBe(false));

test('of a file with another kind of name nothing is read', async () => {
  const picture = new File(['{"dim_64_prec_fp16_cand_10": {'], 'a.jpg');
  picture.slice = () => {
    throw new Error('read');
  };
  expect(await isResultsFile(picture)).toBe(false);
});
