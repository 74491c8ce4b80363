import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterMembers } from '#classifier/core/clusters/cluster-members.ts';
import { clusterHeadlines } from '#classifier/core/clusters/near-copies.ts';
import { isInRandomStream, usefulnessOf } from '#classifier/core/labelling-order.ts';
import { normalisedText } from '#classifier/core/normalise.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { digestsFrom } from '#classifier/store/headlines.ts';
import { WHOLE_LIST } from '#contract/whole-list.ts';
import { anyHeadline, testReader } from '../../tests/helpers/headlines.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { importFeedText } from './feed-import.ts';
import { candidatesOf } from './labelling-queue.ts';
import { noteLabel, noteWork } from './list/desk-columns.ts';
import { disagreements } from './list/disagreements.ts';
import { foldList, LARGEST_STORY } from './list/folding.ts';
import { joinColumns } from './list/join-columns.ts';
import { type ListColumns, loadColumns } from './list/list-columns.ts';
import { countPlaces, type ListQuery, placesOf } from './list/list-query.ts';
import { countHits, findRuleHits } from './list/rule-hits.ts';

const ALL: ListQuery = { ...WHOLE_LIST, sort: { by: 'position', falling: false } };
const TEXTS = [
  '震惊!村民发现恐龙',
  '市政府发布新规',
  '恐龙宠物',
  '桥',
  '市政府震惊恐龙宠物',
  '震惊桥',
  '市政府恐龙',
  '市政府发布宠物新规',
];

function opened(texts: readonly string[] = TEXTS) {
  const workspace = testWorkspace();
  const imported = importFeedText(workspace, '清单', texts.map((text) => `- ${text}`).join('\n'));
  if (!imported.ok) throw new Error(imported.trouble.code);
  const { feed } = imported.value;
  const loaded = loadColumns(workspace.db, feed);
  if (loaded === null) throw new Error('no columns');
  const hits = [...iterate(findRuleHits(loaded.texts(), loaded.size, testReader()))].at(-1);
  if (hits === undefined) throw new Error('no hits');
  const columns: ListColumns = {
    ...loaded,
    hits,
    disagreements: disagreements(loaded.scores, hits, workspace.model),
    digests: Uint32Array.from(digestsFrom(workspace.db, feed.firstId, feed.headlines)),
  };
  return { workspace, feed, columns };
}

function* iterate<T>(steps: Generator<void, T>): Generator<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return yield step.value;
  }
}

const places = (columns: ListColumns, query: Partial<ListQuery>) => [
  ...placesOf(columns, { ...ALL, ...query }, new Map(), () => []),
];
const SENSATIONAL = { sensational: true, implausible: false };

describe('queues', () => {
  it('order by use as the order of labelling does, with the labelled behind', () => {
    const { columns, workspace } = opened();
    const candidates = candidatesOf(workspace.model, testReader(), TEXTS);
    const use = new Map(candidates.map((candidate) => [candidate.id, usefulnessOf(candidate)]));
    const sort = { by: 'useful', falling: true } as const;
    const order = places(columns, { sort });
    expect(order.map((place) => use.get(place)?.toFixed(4))).toEqual(
      [...use.values()].sort((a, b) => b - a).map((one) => one.toFixed(4)),
    );
    const [first = 0, ...rest] = order;
    noteLabel(columns.desk, first, { label: SENSATIONAL, annotator: '', labelledAt: '2026-01-01T00:00:00Z' });
    expect(places(columns, { sort })).toEqual([...rest, first]);
  });

  it('put first where rules and words contradict each other', () => {
    const { columns } = opened();
    const order = places(columns, { sort: { by: 'disagree', falling: true } });
    const found = order.map((place) => columns.disagreements?.[place] ?? 0);
    expect(found).toEqual([...found].sort((a, b) => b - a));
    expect(found[0]).toBeGreaterThan(0);
  });

  it('put the newest first by the date of the headline, or else by when its list came in', () => {
    const { workspace, feed } = opened();
    const publish = workspace.db.prepare('UPDATE headline SET published_at = ? WHERE id = ?');
    publish.run('2030-05-01T08:00:00Z', feed.firstId + 3);
    publish.run('2030-06-01', feed.firstId + 5);
    publish.run('2001-01-01T08:00:00', feed.firstId);
    publish.run('no date', feed.firstId + 1);
    const columns = loadColumns(workspace.db, feed);
    if (columns === null) throw new Error('no columns');
    const newest = { by: 'newest', falling: true } as const;
    expect(places(columns, { sort: newest })).toEqual([5, 3, 1, 2, 4, 6, 7, 0]);
    const datedIn = { from: '2030-01-01T00:00:00Z', to: null };
    expect(places(columns, { datedIn })).toEqual([3, 5]);
  });

  it('begin the audit with the random stream, in the order of digests, whatever the scores', () => {
    const texts = Array.from({ length: 60 }, (_, at) => `桥${at * at}号`);
    const { columns } = opened(texts);
    const order = places(columns, { sort: { by: 'random', falling: true } });
    const digests = order.map((place) => headlineDigest(texts[place] as string));
    const stream = texts.map(headlineDigest).filter(isInRandomStream).sort();
    expect(stream.length).toBeGreaterThan(3);
    expect(digests.slice(0, stream.length)).toEqual(stream);
    expect(new Set(order).size).toBe(texts.length);
  });
});

describe('filters', () => {
  it('ask for rules, words, editors, days, status and marks, all at once', () => {
    const { columns } = opened();
    expect(places(columns, { rule: 'living-dinosaur' })).toEqual([0, 2, 4, 6]);
    expect(places(columns, { rule: 'no-such-rule' })).toEqual([]);
    expect(places(columns, { rule: 'living-dinosaur', word: '宠物' })).toEqual([2, 4]);
    expect(places(columns, { word: '宠物', search: '恐龙' })).toEqual([2, 4]);
    const label = (place: number, annotator: string, labelledAt: string) =>
      noteLabel(columns.desk, place, { label: SENSATIONAL, annotator, labelledAt });
    label(0, '王', '2026-01-01T12:00:00Z');
    label(2, '李', '2026-01-02T12:00:00Z');
    label(3, '', '2026-01-03T12:00:00Z');
    expect(places(columns, { annotator: '李' })).toEqual([2]);
    expect(places(columns, { annotator: '' })).toEqual([3]);
    expect(places(columns, { annotator: '赵' })).toEqual([]);
    const from = '2026-01-02T12:00:00Z';
    expect(places(columns, { labelledIn: { from, to: null } })).toEqual([2, 3]);
    expect(places(columns, { labelledIn: { from: null, to: from } })).toEqual([0]);
    expect(places(columns, { labelledIn: { from: null, to: null } })).toEqual([0, 2, 3]);
    expect(places(columns, { datedIn: { from: null, to: '2020-01-01T00:00:00Z' } })).toEqual([]);
    noteWork(columns.desk, 2, { disposition: 'checking', flag: '1', skip: null });
    noteWork(columns.desk, 3, { disposition: null, flag: null, skip: '1' });
    noteWork(columns.desk, 5, { disposition: null, flag: null, skip: '1' });
    expect(places(columns, { disposition: 'checking' })).toEqual([2]);
    expect(places(columns, { disposition: 'none' })).toEqual([0, 1, 3, 4, 5, 6, 7]);
    expect(places(columns, { flagged: true, annotator: '李' })).toEqual([2]);
    expect(places(columns, { skipped: true })).toEqual([5]);
    noteLabel(columns.desk, 0, { label: null, annotator: '', labelledAt: '' });
    expect(places(columns, { labelled: true })).toEqual([2, 3]);
  });

  it('are counted as they are listed, and rules by how many headlines they hold for', () => {
    const { columns } = opened();
    for (const query of [
      {},
      { rule: 'shock' },
      { search: '宠物', labelled: false },
      { band: 'pass' as const },
    ])
      expect(countPlaces(columns, { ...ALL, ...query }, () => [])).toBe(places(columns, query).length);
    const counts = columns.hits && countHits(columns.hits);
    expect(counts?.map(({ rule, count }) => [rule.id, count])).toEqual([
      ['living-dinosaur', 4],
      ['official', 4],
      ['shock', 3],
    ]);
  });
});

describe('joined columns', () => {
  it('sort, filter and search several feeds as one', () => {
    const { columns } = opened();
    const other = opened(['桥', '恐龙桥']).columns;
    noteLabel(columns.desk, 1, { label: SENSATIONAL, annotator: '王', labelledAt: '2026-01-01T00:00:00Z' });
    noteLabel(other.desk, 0, { label: SENSATIONAL, annotator: '李', labelledAt: '2026-01-01T00:00:00Z' });
    const joined = joinColumns([columns, other]);
    expect(places(joined, {})).toHaveLength(10);
    expect(places(joined, { search: '桥' })).toEqual([3, 5, 8, 9]);
    expect(places(joined, { annotator: '李' })).toEqual([8]);
    expect(places(joined, { labelled: true })).toEqual([1, 8]);
    const all = [...TEXTS, '桥', '恐龙桥'];
    const texts = places(joined, { sort: { by: 'text', falling: false } }).map((place) => all[place]);
    expect(texts).toEqual([...all].map(normalisedText).sort());
    const scores = places(joined, { sort: { by: 'score', falling: true } }).map(
      (place) => joined.scores.score[place] as number,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe('foldList', () => {
  it('leaves one row a story, loses nothing, and puts what is unfolded below its row', () => {
    const pick = fc.array(anyHeadline, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(pick, fc.nat(29), fc.boolean(), (texts, one, open) => {
        const firsts = clusterHeadlines(texts);
        const stories = { firsts, members: clusterMembers(firsts) };
        const all = Uint32Array.from(texts.keys()).reverse();
        const unfolded = new Set(open ? [firsts[one % texts.length] as number] : []);
        const { places: folded, sizes } = foldList(all, stories, unfolded);
        const rows = [...folded];
        expect(new Set(rows).size).toBe(rows.length);
        const heads = rows.filter(
          (place, at) => at === 0 || firsts[place] !== firsts[rows[at - 1] as number],
        );
        expect(new Set(heads.map((place) => firsts[place])).size).toBe(heads.length);
        for (const first of new Set(firsts)) {
          const members = [...all].filter((place) => firsts[place] === first);
          const shown = rows.filter((place) => firsts[place] === first);
          expect(shown).toEqual(unfolded.has(first) ? members : [members[0]]);
          if (members.length > 1) expect(sizes[first]).toBe(members.length);
        }
      }),
    );
  });

  it('folds no template of more headlines than a story has', () => {
    const count = LARGEST_STORY + 1;
    const firsts = new Int32Array(count);
    const stories = { firsts, members: clusterMembers(firsts) };
    expect(
      foldList(
        Uint32Array.from({ length: count }, (_, at) => at),
        stories,
        new Set(),
      ).places,
    ).toHaveLength(count);
  });
});
