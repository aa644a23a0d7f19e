/**
 * CJK radicals and strokes that some programs write in the place of the Han they look like, each followed by that Han.
 * From Unicode 15 EquivalentUnifiedIdeograph.txt; the Kangxi radicals (U+2F00–2FD5) are left to NFKC, which folds them alike.
 */
const pairs =
  "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣" +
  "⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母" +
  "⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹" +
  "⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹" +
  "⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑" +
  "⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠" +
  "⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜" +
  "⻰龙⻱龜⻲亀⻳龟㇆𠃌㇏乀" +
  "㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀㇞𠃑㇟乚㇠乙㇡𠄎";

/** In the mainland's fonts ⼾ is drawn as 户, and their PDFs mean it (账⼾); Unicode's own equivalent is the traditional 戶. */
const mainlandForms = "⼾户";

export const hanOfRadical: ReadonlyMap<string, string> = new Map(
  Array.from((pairs + mainlandForms).matchAll(/(.)(.)/gu), ([, radical = "", han = ""]) => [radical, han]),
);
