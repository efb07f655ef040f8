import type { SideNames } from '../../../protocol/side-names';
import type { RunRecord } from '../../../protocol/run-record';
import { FigureTitle } from '../figures/FigureTitle';
import { onStage } from '../figures/stage';
import { stageAsSvg } from '../figures/stage-as-svg';
import { SideNamesContext } from '../side-names';
import { type FramedChart, OWN_SIZE } from './framed-chart';

/** Pixels that a saved chart is wide, whatever the window. */
const WIDTH = 860;
const HEIGHT = 440;

/** A chart with its title, its legend and what was measured, as an SVG that stands alone, in the light theme. */
export function chartSvg(
  { title, legend, height, draw }: FramedChart,
  sides: SideNames,
  record: Pick<RunRecord, 'data' | 'sweep'> | null,
): Promise<string> {
  const size =
    height === null
      ? OWN_SIZE
      : { width: WIDTH, height: typeof height === 'number' ? Math.max(HEIGHT, height) : height(WIDTH) };
  return onStage(
    <SideNamesContext value={sides}>
      <div style={{ width: WIDTH }}>
        {record && <FigureTitle record={record} />}
        <h3>
          <span data-figure-text="">{title}</span>
        </h3>
        {draw(size)}
        {legend}
      </div>
    </SideNamesContext>,
    stageAsSvg,
  );
}
