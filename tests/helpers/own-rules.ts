/** A `rules.yaml` of a desk, with one rule that the program does not come with. */
export const OWN_RULES = `rules:
  - id: own-panda
    version: 1
    axis: sensational
    points: 2
    zh: 熊猫
    en: panda
    pattern: '(?i)熊猫(?:下山|进村)'
    needs: [熊猫]
    ok: [熊猫下山, 熊猫进村了]
    fail: [熊猫基地开园, 大熊猫国家公园]
`;
