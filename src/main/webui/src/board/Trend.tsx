import { Button, Table, Text, useComputedColorScheme, useMantineTheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueState } from '../api/schema';
import { dateFormat } from '../app/dates';
import { useClock } from '../tickets/clock';
import { now } from '../tickets/stopwatch';
import panel from './panel.module.css';
import { type Sample, useSeen } from './seen';
import classes from './Trend.module.css';

use([LineChart, GridComponent, TooltipComponent, MarkLineComponent, AriaComponent, CanvasRenderer]);

const STEP = 5_000;
const SHORTEST = 60_000;

/** How it was while somebody looked: nobody else keeps the last minutes. */
export default function Trend({ queue }: { queue: QueueState }) {
  const { t } = useTranslation('board');
  const [asTable, setAsTable] = useState(false);
  const samples = useSeen(queue.id);
  const until = useClock(() => Math.floor(now() / STEP) * STEP);
  return (
    <>
      <Text size="xs" className={panel.quiet}>
        {t('chartStarts')}
      </Text>
      {asTable ? (
        <Samples samples={samples} />
      ) : (
        <>
          <Chart
            label={t('chartWaiting')}
            points={samples.map(({ at, waiting }) => [at, waiting])}
            until={until}
            unit=""
          />
          {queue.serviceLevel.targetPercent != null && (
            <Chart
              label={t('chartLevel')}
              points={samples.map(({ at, percent }) => [at, percent ?? null])}
              until={until}
              unit=" %"
              target={queue.serviceLevel.targetPercent}
            />
          )}
        </>
      )}
      <Button variant="subtle" size="compact-xs" onClick={() => setAsTable(!asTable)} mt="xs">
        {t(asTable ? 'asChart' : 'asTable')}
      </Button>
    </>
  );
}

interface ChartProps {
  label: string;
  points: [number, number | null][];
  until: number;
  unit: string;
  target?: number;
}

function Chart({ label, points, until, unit, target }: ChartProps) {
  const { t, i18n } = useTranslation('board');
  const theme = useMantineTheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  useEffect(() => {
    if (!box.current) {
      return undefined;
    }
    const made = init(box.current, undefined, { renderer: 'canvas' });
    chart.current = made;
    const resizing = new ResizeObserver(() => made.resize());
    resizing.observe(box.current);
    return () => {
      resizing.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const color = dark ? (theme.colors.teal?.[3] ?? '') : (theme.colors.teal?.[6] ?? '');
    const quiet = dark ? theme.colors.dark[1] : theme.colors.gray[7];
    const lines = dark ? theme.colors.dark[5] : theme.colors.gray[3];
    const time = dateFormat(i18n.language, { timeStyle: 'short' });
    const first = points[0]?.[0] ?? until;
    const last = points.at(-1);
    const option: EChartsCoreOption = {
      animation: false,
      aria: { enabled: true, label: { description: described(label, points, unit) } },
      textStyle: { fontFamily: theme.fontFamily },
      grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        backgroundColor: dark ? theme.colors.dark[6] : theme.white,
        borderColor: lines,
        textStyle: { color: dark ? theme.colors.dark[0] : theme.black, fontSize: 12 },
        valueFormatter: (value: unknown) => (typeof value === 'number' ? `${Math.round(value)}${unit}` : '–'),
      },
      xAxis: {
        type: 'time',
        min: Math.min(first, until - SHORTEST),
        max: until,
        minInterval: SHORTEST,
        axisLine: { lineStyle: { color: lines } },
        axisTick: { show: false },
        axisLabel: { color: quiet, hideOverlap: true, formatter: (at: number) => time.format(at) },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: unit ? 100 : ({ max }: { max: number }) => (max < 4 ? 4 : null),
        minInterval: 1,
        splitNumber: 3,
        ...(unit && { interval: 25 }),
        axisLabel: { color: quiet, formatter: `{value}${unit}` },
        splitLine: { lineStyle: { color: lines } },
      },
      series: [
        {
          type: 'line',
          name: label,
          step: 'end',
          symbol: 'none',
          lineStyle: { color, width: 2 },
          itemStyle: { color },
          areaStyle: { color, opacity: 0.12 },
          data: last ? [...points, [Math.max(until, last[0]), last[1]]] : [],
          ...(target !== undefined && {
            markLine: {
              silent: true,
              symbol: 'none',
              data: [{ yAxis: target }],
              lineStyle: { color: quiet, type: 'dashed' },
              label: {
                color: quiet,
                position: 'insideStartTop',
                formatter: t('target', { percent: target }),
              },
            },
          }),
        },
      ],
    };
    chart.current?.setOption(option, { notMerge: true });
  }, [points, until, unit, target, dark, theme, label, t, i18n.language]);
  return (
    <figure className={classes.figureBox}>
      <figcaption className={classes.caption}>{label}</figcaption>
      <div ref={box} className={classes.chart} />
    </figure>
  );
}

function described(label: string, points: [number, number | null][], unit: string): string {
  const figures = points.flatMap(([, figure]) => figure ?? []);
  return figures.length === 0
    ? label
    : `${label}: ${Math.round(Math.min(...figures))}${unit} – ${Math.round(Math.max(...figures))}${unit}, ${Math.round(figures.at(-1) ?? 0)}${unit}`;
}

function Samples({ samples }: { samples: Sample[] }) {
  const { t, i18n } = useTranslation('board');
  const time = dateFormat(i18n.language, { timeStyle: 'medium' });
  return (
    <div className={classes.samples}>
      <Table aria-label={t('charts')} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('time')}</Table.Th>
            <Table.Th ta="end">{t('chartWaiting')}</Table.Th>
            <Table.Th ta="end">{t('chartLevel')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {samples.toReversed().map(({ at, waiting, percent }) => (
            <Table.Tr key={at}>
              <Table.Td>{time.format(at)}</Table.Td>
              <Table.Td ta="end">{waiting}</Table.Td>
              <Table.Td ta="end">{percent === undefined ? '–' : Math.round(percent)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
