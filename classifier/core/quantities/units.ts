/** What a unit measures; quantities of one dimension can be compared. */
export type Dimension =
  | 'share'
  | 'points'
  | 'times'
  | 'mass'
  | 'length'
  | 'area'
  | 'volume'
  | 'time'
  | 'age'
  | 'temperature'
  | 'speed'
  | 'money'
  | 'person'
  | 'child'
  | 'multiplets'
  | 'egg'
  | 'beats'
  | 'grade'
  | 'marks'
  | 'floor'
  | 'province'
  | 'county'
  | 'character'
  | 'pressure'
  | 'glucose'
  | 'loudness'
  | 'energy'
  | 'density'
  | 'household'
  | 'animal'
  | 'vehicle'
  | 'yield'
  | 'mass-price'
  | 'area-price'
  | 'volume-price'
  | 'energy-price'
  | 'thing'
  | 'label'
  | 'none';

/** A unit: what it measures and how many base units it is worth. */
export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: number;
}

/** Units by dimension. The base unit has factor 1: 公斤, 米, 平方米, 升, 小时, 度, 公里/小时, 元, %. */
export const UNITS: Readonly<Partial<Record<Dimension, Readonly<Record<string, number>>>>> = {
  share: { '%': 1, '‰': 0.1 },
  points: { 个百分点: 1, 百分点: 1, 个点: 1, 个基点: 0.01, 基点: 0.01 },
  times: { 倍: 1 },
  mass: {
    公斤: 1,
    千克: 1,
    kg: 1,
    斤: 0.5,
    市斤: 0.5,
    斤重: 0.5,
    公斤重: 1,
    克: 1e-3,
    毫克: 1e-6,
    mg: 1e-6,
    微克: 1e-9,
    吨: 1000,
    吨重: 1000,
  },
  length: {
    米: 1,
    公尺: 1,
    公里: 1000,
    千米: 1000,
    km: 1000,
    华里: 500,
    厘米: 0.01,
    公分: 0.01,
    cm: 0.01,
    毫米: 1e-3,
    mm: 1e-3,
    纳米: 1e-9,
    微米: 1e-6,
    海里: 1852,
    光年: 9.4607e15,
  },
  area: { 平方米: 1, 平米: 1, m2: 1, 亩: 666.667, 公顷: 1e4, 平方公里: 1e6, 平方千米: 1e6 },
  volume: { 升: 1, 毫升: 1e-3, ml: 1e-3, 立方米: 1000, 立方: 1000 },
  time: {
    小时: 1,
    个小时: 1,
    个钟头: 1,
    分钟: 1 / 60,
    秒: 1 / 3600,
    秒钟: 1 / 3600,
    天: 24,
    昼夜: 24,
    周: 168,
    个星期: 168,
    星期: 168,
    个月: 730,
    年: 8760,
    周年: 8760,
    个世纪: 876_000,
    世纪: 876_000,
  },
  age: { 岁: 1, 周岁: 1 },
  temperature: { 度: 1, 摄氏度: 1, '°c': 1 },
  speed: {
    '公里/小时': 1,
    '千米/小时': 1,
    '公里/时': 1,
    '千米/时': 1,
    公里每小时: 1,
    千米每小时: 1,
    'km/h': 1,
    '米/秒': 3.6,
    米每秒: 3.6,
    'm/s': 3.6,
    马赫: 1225,
  },
  money: { 元: 1, 元钱: 1, 块: 1, 块钱: 1, 元人民币: 1 },
  person: { 人: 1, 名: 1, 位: 1, 口人: 1, 个人: 1, 口: 1 },
  child: {
    个孩子: 1,
    个娃: 1,
    个子女: 1,
    个儿女: 1,
    名子女: 1,
    孩: 1,
    胎: 1,
    个宝宝: 1,
    个儿子: 1,
    个女儿: 1,
  },
  multiplets: { 胞胎: 1, 胞胎宝宝: 1 },
  egg: { 枚: 1, 个蛋: 1, 枚蛋: 1, 枚鸡蛋: 1, 个鸡蛋: 1 },
  beats: { 次: 1, 下: 1, '次/分': 1, '次/分钟': 1 },
  grade: { 级: 1 },
  marks: { 分: 1 },
  floor: { 层: 1, 层楼: 1 },
  province: { 个省: 1, 个省份: 1, 个省市: 1, 个省级行政区: 1 },
  county: { 个县: 1, 个县市: 1, 个县级行政区: 1 },
  character: { 字: 1, 个字: 1, 个汉字: 1 },
  pressure: { 毫米汞柱: 1, mmhg: 1 },
  glucose: { '毫摩尔/升': 1, 'mmol/l': 1, 毫摩尔每升: 1 },
  loudness: { 分贝: 1, db: 1 },
  energy: { 千瓦时: 1, kwh: 1, 度电: 1 },
  density: { '微克/立方米': 1, 微克每立方米: 1, 'ug/m3': 1, 'μg/m3': 1 },
  household: { 户: 1, 户人家: 1, 个家庭: 1, 户家庭: 1 },
  animal: { 头: 1, 只: 1, 匹: 1, 尾: 1, 羽: 1, 条: 1 },
  vehicle: { 辆: 1, 艘: 1, 架: 1, 台: 1, 列: 1 },
  yield: { '公斤/亩': 1, '斤/亩': 0.5, '吨/亩': 1000, 'kg/亩': 1 },
  'mass-price': {
    '元/公斤': 1,
    '元/千克': 1,
    '元/kg': 1,
    '元/斤': 2,
    '元/吨': 1e-3,
    元一斤: 2,
    元每斤: 2,
    元一公斤: 1,
    元每公斤: 1,
    块一斤: 2,
    块钱一斤: 2,
  },
  'area-price': {
    '元/平方米': 1,
    '元/平米': 1,
    '元/平': 1,
    '元/m2': 1,
    元每平方米: 1,
    元每平米: 1,
    元一平方米: 1,
    元一平: 1,
  },
  'volume-price': { '元/升': 1, 元每升: 1, 元一升: 1 },
  'energy-price': { '元/千瓦时': 1, '元/度': 1, 元每度: 1, 元一度: 1, '元/kwh': 1 },
  thing: {
    个: 1,
    家: 1,
    件: 1,
    项: 1,
    座: 1,
    栋: 1,
    所: 1,
    棵: 1,
    株: 1,
    张: 1,
    票: 1,
    部: 1,
    种: 1,
    份: 1,
    美元: 1,
  },
  label: {
    号: 1,
    路: 1,
    线: 1,
    楼: 1,
    班: 1,
    届: 1,
    版: 1,
    期: 1,
    集: 1,
    章: 1,
    热线: 1,
    专线: 1,
    平台: 1,
    开头: 1,
    位数: 1,
    人次: 1,
    年级: 1,
    年代: 1,
    年度: 1,
    年期: 1,
    年款: 1,
    分会: 1,
    分局: 1,
    分店: 1,
    分之: 1,
    天然: 1,
    人均: 1,
    周刊: 1,
    级别: 1,
    名牌: 1,
    分公司: 1,
    口径: 1,
    斤斤: 1,
    米兰: 1,
    米线: 1,
    元素: 1,
    度假: 1,
    克拉: 1,
    周边: 1,
    下半: 1,
    下午: 1,
    条线: 1,
    位于: 1,
    次方: 1,
    字头: 1,
    只能: 1,
    名列: 1,
    名为: 1,
    口碑: 1,
    天天: 1,
    分红: 1,
    分别: 1,
    分手: 1,
    分享: 1,
    分析: 1,
    分类: 1,
    分布: 1,
    分拆: 1,
    级联: 1,
    人民: 1,
    列车: 1,
    家居: 1,
    家电: 1,
    元旦: 1,
    元宵: 1,
    头条: 1,
    头号: 1,
  },
};

const BY_FIRST_SIGN = groupUnits();

function groupUnits(): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map<string, Unit[]>();
  for (const [dimension, units] of Object.entries(UNITS)) {
    for (const [name, factor] of Object.entries(units)) {
      const first = name.charAt(0);
      groups.set(first, [...(groups.get(first) ?? []), { name, dimension: dimension as Dimension, factor }]);
    }
  }
  for (const units of groups.values()) units.sort((a, b) => b.name.length - a.name.length);
  return groups;
}

/** The longest unit that stands at a place; null where none does. */
export function unitAt(text: string, at: number): Unit | null {
  const units = BY_FIRST_SIGN.get(text.charAt(at));
  return units?.find(({ name }) => text.startsWith(name, at)) ?? null;
}

/** The unit of this name; null where the table has none. */
export function unitNamed(name: string): Unit | null {
  return BY_FIRST_SIGN.get(name.charAt(0))?.find((unit) => unit.name === name) ?? null;
}

/** Words before a number that make a rate of its unit: 时速120公里, 每斤30元, 亩产500公斤. */
interface Rate {
  readonly words: readonly string[];
  readonly of: Dimension;
  readonly makes: Dimension;
  readonly unit: string;
}

export const RATES: readonly Rate[] = [
  { words: ['每小时', '时速', '每时'], of: 'length', makes: 'speed', unit: '公里/小时' },
  { words: ['每秒', '秒速'], of: 'length', makes: 'speed', unit: '米/秒' },
  { words: ['亩产', '每亩', '一亩'], of: 'mass', makes: 'yield', unit: '公斤/亩' },
  { words: ['每斤', '一斤'], of: 'money', makes: 'mass-price', unit: '元/斤' },
  { words: ['每公斤', '每千克', '一公斤'], of: 'money', makes: 'mass-price', unit: '元/公斤' },
  {
    words: ['每平方米', '每平米', '每平', '一平方米', '一平米', '一平'],
    of: 'money',
    makes: 'area-price',
    unit: '元/平方米',
  },
  { words: ['每升', '一升'], of: 'money', makes: 'volume-price', unit: '元/升' },
  { words: ['每度', '一度', '每千瓦时'], of: 'money', makes: 'energy-price', unit: '元/度' },
];

const RATED: ReadonlySet<Dimension> = new Set(RATES.map((rate) => rate.of));

/** The rate that a unit becomes by the words before its number, or the unit itself. */
export function ratedUnit(unit: Unit, before: string): Unit {
  if (!RATED.has(unit.dimension)) return unit;
  const rate = RATES.find(
    ({ of, words }) => of === unit.dimension && words.some((word) => before.includes(word)),
  );
  const rated = rate === undefined ? null : unitNamed(rate.unit);
  if (rate === undefined || rated === null) return unit;
  // A rate's name gives its numerator first: 公里/小时 of 公里.
  const numerator = unitNamed(rate.unit.split('/', 1)[0] as string);
  return {
    name: unit.name,
    dimension: rate.makes,
    factor: (unit.factor / (numerator?.factor ?? 1)) * rated.factor,
  };
}
