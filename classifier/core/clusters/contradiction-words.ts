/** Outcomes that cannot both be true of one event. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ['启用', '停用'],
  ['开放', '关闭'],
  ['开业', '停业'],
  ['开工', '停工'],
  ['复工', '停工'],
  ['复课', '停课'],
  ['通车', '封闭'],
  ['通过', '否决'],
  ['获批', '被否'],
  ['批准', '驳回'],
  ['胜诉', '败诉'],
  ['有罪', '无罪'],
  ['夺冠', '出局'],
  ['晋级', '淘汰'],
  ['上涨', '下跌'],
  ['上调', '下调'],
  ['增长', '下降'],
  ['增加', '减少'],
  ['扩招', '减招'],
  ['合格', '不合格'],
  ['属实', '不实'],
  ['证实', '否认'],
  ['承认', '否认'],
  ['确诊', '排除'],
  ['获救', '遇难'],
  ['生还', '遇难'],
  ['受伤', '死亡'],
  ['恢复', '暂停'],
  ['取消', '保留'],
  ['成功', '失败'],
  ['免费', '收费'],
  ['支持', '反对'],
];

/** A word that alone turns a sentence round. */
export const NEGATIONS: readonly string[] = ['未', '不', '没', '没有', '无', '并未', '并非', '拒', '拒绝'];

const REGIONS =
  '北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const CITIES =
  '成都|广州|深圳|武汉|南京|杭州|西安|苏州|郑州|长沙|青岛|沈阳|大连|宁波|厦门|合肥|福州|济南|昆明|哈尔滨|长春|石家庄|太原|南昌|南宁|贵阳|兰州|银川|西宁|海口|拉萨|乌鲁木齐|呼和浩特|自贡|内江|宜宾|泸州|绵阳|德阳|富顺|荣县|贡井|大安|沿滩|自流井';

/** Places known by name, and the units that end the name of any other. */
export const PLACE_NAMES: readonly string[] = `${REGIONS}|${CITIES}`.split('|');
export const PLACE_UNITS: readonly string[] = ['省', '市', '县', '镇', '乡', '村'];

/** At one position: a region, a well-known city, or two or three characters with the name of an administrative unit. */
export const PLACE = new RegExp(
  `(?:${REGIONS}|${CITIES})(?:省|市|区|县)?|(?<![\\p{Script=Han}])[\\p{Script=Han}]{2,3}(?:${PLACE_UNITS.join('|')})`,
  'uy',
);
