import type { Decision } from "../core/decision.ts";
import type { CivilDate, Precision } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";

function date(value: CivilDate, precision: Precision): string {
  const [year, month, day] = value.split("-");
  if (precision === "month") return `${year} 年 ${Number(month)} 月`;
  const full = `${year} 年 ${Number(month)} 月 ${Number(day)} 日`;
  return precision === "earliest" ? `不早于 ${full}` : full;
}

function daysLeft(days: number): string {
  if (days === 0) return "今天";
  if (days === 1) return "明天";
  if (days === -1) return "昨天";
  return days > 0 ? `${days} 天后` : `${-days} 天前`;
}

function age(minutes: number): string {
  if (minutes < 1) return "刚刚";
  if (minutes < 60) return `${minutes} 分钟前`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} 小时前`;
  return `${Math.floor(minutes / 1440)} 天前`;
}

/** A blank before a digit, as Chinese text has it. */
function spaced(days: number): string {
  const words = daysLeft(days);
  return /^\d/.test(words) ? ` ${words}` : words;
}

function reminder(model: string, surface: string, value: CivilDate, precision: Precision, days: number): string {
  const what = `${model}（${surface}）`;
  if (precision === "earliest") return `${what}可能停用，不早于 ${date(value, "day")}（${daysLeft(days)}）`;
  if (precision === "month") return `${what}将于 ${date(value, "month")}停用（${spaced(days)}进入该月）`;
  if (days < 0) return `${what}已于 ${date(value, "day")}停用（${daysLeft(days)}）`;
  return `${what}将于${spaced(days)}停用：${date(value, "day")}`;
}

const MANY = {
  announced: (n: number) => `新公布 ${n} 项停用`,
  "date-moved": (n: number) => `${n} 个停用日期有变`,
  "replacement-changed": (n: number) => `${n} 个替代模型有变`,
  withdrawn: (n: number) => `${n} 项停用公告不再有效`,
  restored: (n: number) => `${n} 项停用再次公布`,
  retired: (n: number) => `${n} 个模型已停用`,
  reminder: (n: number) => `${n} 个模型即将停用`,
  "source-health": (n: number) => `${n} 个来源异常`,
  digest: (n: number) => `汇总：${n} 项变化`,
  summary: (n: number) => `概览：今后有 ${n} 项停用`,
};

/** The decisions that the bot writes down in English; others are shown as they are. */
const DECISIONS: Record<Decision, string> = {
  told: "已通知",
  "seen before": "此前已见过",
  "not watched here": "本频道未关注",
  "quiet kind": "本频道已将此类消息静音",
  "before this channel was set up": "早于本频道的设置",
  "already past when first seen": "首次发现时日期已过",
  "not a model or an agent": "不是模型或智能体，不做倒计时",
  "milestone already past when it was first told": "首次得知时该提醒节点已过",
  "a later milestone is due": "更近的提醒节点已到",
  "milestone not wanted here": "本频道不需要该提醒节点",
  "this channel has moved off it": "本频道已迁移",
  "not this channel's, somebody said": "本频道有人标记为与己无关",
  "told by the countdown": "由倒计时提醒通知",
  "for the operator": "仅通知运维频道",
  "silent baseline": "首次读取，仅作基线，不通知",
  "the model is already gone": "模型已停用",
  "came together with a moved date": "与日期变更一并出现",
  "only the day of a known month became known": "仅在已知月份内明确了具体日期",
  "a provider page speaks for this surface": "该平台以官方页面为准",
  "the provider says otherwise": "官方说法不同",
  "second-hand sources disagree": "二手来源说法不一",
  "told under another name of the model": "已用该模型的另一名称通知",
  "ignored by the operator": "运维人员已设为忽略",
  "the operator's correction outranks it": "以运维人员的更正为准",
};

export default {
  tag: "zh-CN",
  name: "简体中文",
  date,
  onDate: (value, precision) => (precision === "earliest" ? date(value, precision) : `于 ${date(value, precision)}`),
  daysLeft,
  age,
  dateAndDays: (value, precision, days) => `${date(value, precision)}（${daysLeft(days)}）`,
  colon: "：",
  brackets: { open: "（", close: "）" },
  list: (items) => items.join("、"),
  status: { active: "可用", deprecated: "已弃用：已公布停用", retired: "已停用", unknown: "未知" },
  statusShort: { active: "可用", deprecated: "将停用", retired: "已停用", unknown: "未知" },
  changeKind: {
    announced: "公布停用",
    "date-moved": "停用日期变更",
    "replacement-changed": "替代模型变更",
    withdrawn: "停用公告不再有效",
    restored: "再次公布停用",
    retired: "已停用",
    reminder: "提醒",
    "source-health": "来源状况",
  },
  factKind: {
    model: "模型",
    agent: "智能体",
    endpoint: "接口",
    product: "产品",
    feature: "功能",
    parameter: "参数",
    "fine-tune": "微调模型",
    "beta-header": "测试版请求头",
  },
  health: {
    good: "正常",
    suspect: "可疑",
    quarantined: "隔离中",
    failed: "无法访问",
    "never-polled": "尚未读取",
    off: "已关闭",
  },
  problem: {
    address: "找不到其地址（无网络，或域名无法解析）",
    refused: "无法连接服务器",
    slow: "服务器未在限定时间内完整应答",
    empty: "页面为空",
    few: "页面内容远少于平时，可能已改版",
    status: (code) => `服务器返回 ${code}`,
  },
  trust: { provider: "官方", "second-hand": "二手来源", press: "媒体或邮件" },
  severity: { info: "信息", notice: "通知", warning: "警告", critical: "紧急" },
  card: {
    left: (days, of) => `剩余 ${days} 天，共 ${of} 天`,
    history: "后续变化",
    nobody: "本频道尚无人确认此项。",
    state: "状态",
    marked: (kind, name, until) => {
      const words = {
        acknowledged: "已确认",
        assigned: "已认领",
        snoozed: "已暂停提醒",
        "moved-off": "已迁移",
        "not-ours": "与本组无关",
      };
      return `${words[kind]}：${name}${until === null ? "" : `，至 ${until}`}`;
    },
    runway: (days) => (days === 0 ? "它今天停用" : `它将在 ${days} 天后停用`),
    alreadyGone: "已停用",
    price: "每百万词元价格，输入 / 输出",
    context: "上下文长度（词元）",
    notKnown: "未知",
    pricesFrom: (lists) => `价格来自 ${lists}`,
    actions: {
      ack: "确认",
      assign: "由我负责",
      snooze: "稍后提醒",
      "snooze-1d": "1 天后",
      "snooze-1w": "1 周后",
      "snooze-7before": "停用前 7 天",
      moved: "已迁移",
      "not-ours": "与我们无关",
      undo: "撤销",
      list: "显示全部",
    },
    pressed: {
      acknowledged: "已确认。最后一天之前，提醒只留在讨论串中。",
      assigned: "已由你负责。最后一天之前，提醒只留在讨论串中。",
      snoozed: "已暂停，到那一天再提醒本频道。",
      "moved-off": "好的。除非日期变更，本频道不再收到此项提醒。",
      "not-ours": "已记下。除非日期变更，本频道不再收到此项提醒。",
    },
    undone: "已撤销，提醒照常。",
    askSnooze: "暂停到什么时候？",
    noSnooze: "那一天不早于停用日期。请选择更短的时间，或直接确认。",
    gone: "这条消息太旧，无法在此更改。可用 /model-status 查看现状。",
    hello: "你好。AI 模型停用之前，我会通知本频道。",
    helloText:
      "我读取提供方的官方页面，新消息只通知一次，临近停用日期时再提醒。在你选定关注内容之前，这里不会收到任何通知。",
    helloNote: "以后可用 `/model-watch` 修改，用 `/model-status gpt 4.5` 查询；除非你另行设置，我不会提及任何人。",
    setUp: "选择关注内容",
    digest: (period, changes) =>
      `模型停用${period === "weekly" ? "周报" : "日报"}：${changes === 0 ? "没有新变化" : `${changes} 项变化`}`,
    digestChanges: "自上次汇总以来的变化",
    digestNone: "自上次汇总以来没有变化。",
    digestAhead: (days) => `今后 ${days} 天`,
    digestUnheard: "尚无人确认",
    digestUnheardAll: "以上各项在本频道均无人确认。",
  },
  delivery: {
    pending: "等待发送",
    sending: "发送中",
    unclear: "已发送，尚未确认",
    sent: "已送达",
    dead: "无法送达",
  },
  labels: {
    model: "模型",
    version: "版本",
    surface: "平台",
    provider: "提供方",
    status: "状态",
    announced: "公布日期",
    deprecated: "弃用日期",
    shutdown: "停用日期",
    replacement: "替代模型",
    change: "变化",
    was: "之前",
    now: "现在",
    source: "来源",
    asOf: "数据时间",
    channel: "频道",
    lastGood: "上次成功读取",
    rows: "条目",
    health: "状况",
    problem: "问题",
    decision: "处理",
    when: "时间",
    aliases: "别名",
    stages: "阶段",
    milestone: "提前天数",
    next: "接下来",
  },
  headline: {
    announced: (model, surface, when) =>
      when === null ? `${model}（${surface}）将停用，日期未定` : `${model}（${surface}）将停用：${when}`,
    dateMoved: (model, surface, to, shift) =>
      to === null
        ? `${model}（${surface}）：停用日期已撤回`
        : `${model}（${surface}）：停用日期改为 ${to}${shift === null ? "" : `（${shift}）`}`,
    replacementChanged: (model, surface, to) =>
      to === null ? `${model}（${surface}）：不再指明替代模型` : `${model}（${surface}）：替代模型改为 ${to}`,
    withdrawn: (model, surface, reason) =>
      reason === "missing" ? `${model}（${surface}）不再列于停用清单` : `${model}（${surface}）：来源已撤回停用公告`,
    restored: (model, surface, when) =>
      when === null ? `${model}（${surface}）再次公布停用` : `${model}（${surface}）再次公布停用：${when}`,
    retired: (model, surface, when) =>
      when === null ? `${model}（${surface}）已停用` : `${model}（${surface}）已${when}停用`,
    reminder,
    many: (kind, amount, provider) => (provider === "" ? MANY[kind](amount) : `${provider}：${MANY[kind](amount)}`),
    remindersMany: (amount) => `${amount} 项停用临近`,
    nearest: (headline, when) => `${headline}，最近一项：${when}`,
    sourceHealth: (source) => `来源 ${source} 需要检查`,
    sourceBack: (source) => `来源 ${source} 已恢复读取`,
    status: (model, surface, status) => `${model}（${surface}）：${status}`,
    statusMany: (query, amount) => (amount === 0 ? `没有与“${query}”匹配的模型` : `“${query}”匹配到 ${amount} 项`),
    overview: "本频道的关注内容与近期停用",
    upcoming: (amount, days) => {
      const within = days === null ? "今后" : `今后 ${days} 天内`;
      return amount === 0 ? `${within}没有已知的停用` : `${within}有 ${amount} 项停用`;
    },
    sources: (total, good) => `来源：共 ${total} 个，${good} 个正常`,
    why: (model) => (model === null ? "本频道为何收到或未收到通知" : `关于“${model}”，本频道为何收到或未收到通知`),
  },
  text: {
    noDate: "未给出日期",
    noReplacement: "未指明",
    unknownStale: (since) => `未知，数据停留在 ${since}：此后一直无法读取决定性来源。`,
    readLast: (since) => `上次读取于 ${since}，此后一直无法读取来源。`,
    neverPolled: "尚未从来源读取；内容来自随程序提供的目录。",
    moved: (from, to, shift) => `由 ${from}改为 ${to}${shift === null ? "" : `，${shift}`}。`,
    movedEarlier: (days) => `提前 ${days} 天`,
    movedLater: (days) => `推迟 ${days} 天`,
    replaced: (from, to) => `替代模型由 ${from} 改为 ${to}。`,
    withdrawnExplicit: (previous) => `来源不再公布此停用（原定：${previous}）。`,
    noLongerListed: (previous) =>
      `来源不再列出此项（原停用日期：${previous}）。没有来源说明该模型会保留，请先向提供方确认。`,
    noLongerListedMany: "不再列出并不等于保留：没有来源说明这些模型会保留，请先向提供方确认。",
    earliestOnly: "提供方只给出最早日期，并非确切日期。",
    monthOnly: "提供方只给出月份，天数按该月第一天计算。",
    possibleRepeat: "（可能重复）",
    saysOtherwise: (source) => `${source} 的说法不同`,
    noMatch: (query) => `没有找到名为“${query}”的模型。请检查拼写，或用 /model-upcoming 查看列表`,
    didYouMean: "你是不是要找",
    nothingUpcoming: "无法访问的来源可能有遗漏，可用 /model-sources 查看。",
    watchesAll: "全部",
    notSetUp: "本频道尚未关注任何内容。用 `/model-watch add` 开始。",
    overridden: (reason) => `已由本机器人的运维人员更正：${reason}`,
    evidenceFrom: (source) => `来自 ${source}`,
    seen: "发现时间",
    showingFirst: (shown, of) => `共 ${of} 项，仅显示前 ${shown} 项。`,
    staleMark: "数据过旧",
    sourceStays: "上次读到的内容仍然有效，机器人会自动重试。如果长时间未恢复，请打开其页面查看是否已迁移。",
    listStale: (since) => `部分内容上次读取于 ${since}，此后一直无法读取其来源。`,
    nothingNext: "本频道关注的内容近期没有停用。",
  },
  watch: {
    added: "已添加。本频道现在关注：",
    removed: "已移除。本频道现在关注：",
    stopped: "已移除。本频道不再关注任何内容，也不会收到通知。用 /model-watch add 可重新开始。",
    nothing: "本频道尚未关注任何内容。可输入 /model-watch add openai，或用表单选择。",
    current: "本频道的关注内容",
    needManage: "只有本频道的管理者可以修改关注内容。可请管理者修改，或用 /model-watch list 查看。",
    saved: "已保存。本频道的设置：",
    unchanged: "无需修改：现状已是如此。",
    invalid: "未保存任何修改。请更正后重试：",
    unknownValue: (option, value, allowed, likely = null) =>
      likely === null
        ? `${option}：不能使用“${value}”。可用：${allowed}`
        : `${option}：没有“${value}”。你是不是要找 ${likely}？`,
    notWatched: (value) => `“${value}”不在本频道的清单上，无法移除。用 /model-watch list 查看清单。`,
    everythingAlready: "本频道已关注全部内容。如需缩小范围：`/model-watch settings providers=openai`。",
    allOf: "只通知同时符合以上各项的内容。",
    needValue: "请指明提供方、模型（* 代表任意字符）或平台，例如 /model-watch add openai。",
    all: "全部",
    none: "无",
    setting: {
      providers: "提供方",
      models: "模型",
      surfaces: "平台",
      milestones: "提醒（提前天数）",
      time: "时间",
      time_zone: "时区",
      digest: "消息发送",
      quiet_kinds: "不通知",
      reminders: "提醒发往",
      escalate_to: "无人确认时提及",
      language: "语言",
    },
    reminders: { thread: "讨论串，紧急的同时发到频道", channel: "频道" },
    digest: { "at-once": "立即", daily: "每天一次", weekly: "每周一次（星期一）" },
    allowed: {
      group: "Slack 用户组的 id（S...）、Discord 身份组，或 none",
      milestones: "0 到 730 的整数天数，最多 20 个，例如 90 30 7 1 0",
      time: "00:00 到 23:59 的时间，例如 09:00",
      timeZone: (near) => `IANA 时区，例如 ${near.join("、")}`,
      model: "最多 100 个字符，中间不含空格；* 代表任意字符，例如 gpt-4*",
      near: (names) => names.join("、"),
    },
  },
  why: {
    nothing: "本机器人运行以来未见其变化，因此没有通知，也没有保留不发的内容。",
    decision: (decision) => Object.entries(DECISIONS).find(([known]) => known === decision)?.[1] ?? decision,
    attempts: (amount) => `尝试 ${amount} 次`,
  },
  buttons: { status: "状态", why: "原因", upcoming: "即将停用" },
  errors: {
    failed: "机器人处理时出错，未作任何更改。请重试；如再次出现，请运维人员查看日志。",
    notUnderstood: "无法按此查询，请更正后重试：",
    tooMany: "请求过于频繁，请一分钟后再试。",
    unknownCommand: (name) =>
      `没有“${name}”这个命令。可用：/model-status、/model-upcoming、/model-watch、/model-sources、/model-why。`,
    unknownOption: (option) => `这里没有“${option}”这个选项，请使用消息上的按钮。`,
  },
  form: {
    title: "本频道的通知",
    intro: "不选即为全部；只通知同时符合各项的内容。",
    submit: "保存",
    close: "关闭",
    loading: "请稍候……",
    saving: "正在保存……",
    next: "更多设置",
    back: "返回",
    type: "模型、时间……",
    typed: "手动填写",
    failed: "未保存任何修改",
    preview: "预览",
    test: "发送测试通知",
    settings: "设置",
    gone: "此表单已过期。以下是按当前设置重新打开的表单：",
    find: "查找模型",
    kinds: "通知类型",
    kindsHint: "未选择的类型不在此通知。",
    oneKind: "请至少选择一项；如不需要任何通知，请用 /model-watch remove all。",
    modelsHint: "模型，或用 * 代表任意字符的模式，例如 gpt-4*。",
    milestonesHint: "停用前的天数，例如 90 30 7 1 0；填 none 则不提醒。",
    zoneHint: "例如 Asia/Shanghai。",
    timeHint: "提醒和汇总的发送时间，例如 09:00。",
    escalateHint: "仅剩一周且无人确认时提及的群组；填 none 则不提及。",
  },
  preview: {
    headline: (amount, days) => `过去 ${days} 天会有 ${amount} 条消息`,
    none: (days) => `过去 ${days} 天不会有任何消息`,
    milestone: (days) => (days === 0 ? "当天" : `提前 ${days} 天`),
    note: "按这些设置，本频道过去会收到的内容。预览不会保存任何修改。",
  },
  test: {
    headline: (headline) => `测试：${headline}`,
    note: "这只是对本频道通知的测试。该模型并不存在，也没有任何停用。",
    queued: "测试通知正在发往本频道。",
    blocked: "未发送测试通知：机器人还不能在此发消息。解决以下问题后请再按一次：",
    parked: "目前无法向本频道发送。测试通知会等待，问题解决后送达：",
  },
  rights: {
    missing: "机器人目前无法在此发消息：",
    notAMember: "它不在本频道中。请邀请它：/invite @Sundown",
    archived: "频道已归档。请恢复它，或另选一个频道。",
    right: (name) => `它需要本频道的“${name}”权限，可请频道管理者授予。`,
  },
  share: { button: "分享", by: (name) => `由 ${name} 分享` },
  pages: {
    next: "下一页",
    previous: "上一页",
    page: (from, to, of) => `第 ${from} 至 ${to} 项，共 ${of} 项`,
  },
  sent: {
    headline: (amount) => `此消息提到 ${amount} 项停用`,
    nothing: "此消息中没有发现停用信息",
    nothingText: "机器人会查找模型及其变化。如果消息确实提到停用，请让运维人员看一看。",
    noText: "此消息中没有机器人能读取的文字。请把相关文字粘贴到一条消息里，再检查那条消息。",
    unreadFiles: (names) =>
      `未读取：${names}。机器人只能打开 1 MB 以内的邮件（.eml）、文本（.txt、.md）和网页（.html）；请直接粘贴相关段落。`,
    partial: "Slack 只让机器人看到文件的开头。请粘贴相关段落，以便完整检查。",
    verdict: { known: "已知", differs: "已知另一日期", new: "此前未知", withdraws: "撤回下线" },
    knownDate: (source) => `${source} 的说法是`,
    tell: "告知运维人员",
    told: "将会告知运维人员。",
    gone: "时间过久，无法转交。请在该消息上重新使用快捷操作。",
    noOperator: "无法从这里告知：本机器人的运维人员尚未设置运维频道（.env 中的 OPERATOR_CHANNEL）。",
    report: (by, amount) => (amount === 0 ? `${by} 请你查看一条消息` : `${by} 请你查看：一条消息提到 ${amount} 项停用`),
    reportNote: "读取自频道中的一条消息，未经核实，也未发布通知。可用 `sundown ingest` 录入。",
  },
  home: {
    headline: "哪些 AI 模型即将停用",
    channels: "你的频道关注的内容",
    none: "你的频道尚未关注任何内容。请邀请机器人加入频道，并在其中输入 /model-watch。",
    next: "接下来",
    sources: "来源",
    settings: "设置",
    invite: "用 /model-status 查询，用 /model-upcoming 查看即将停用的模型。",
  },
  page: {
    skip: "跳到正文",
    nav: "页面",
    shutdowns: "停用时间表",
    sources: "信息来源",
    tagline: "即将停用的 AI 模型，以及提供方建议的替代。",
    search: "搜索模型",
    show: "范围",
    all: "全部",
    upcomingOnly: "即将停用",
    everything: "包括已停用和在用的模型",
    apply: "查看",
    clear: "清除筛选",
    searchEverything: "在已停用和在用的模型中查找",
    timeline: "今后 12 个月",
    month: (name, amount) => `${name}：${amount} 项停用`,
    list: "按日期",
    lately: "最近的变化",
    subscribe: "订阅",
    calendar: "日历",
    evidence: "依据",
    history: "历史",
    elsewhere: "其他平台上的同名模型",
    disagreements: "不同说法",
    runway: (when) => `它自身的停用在${when}`,
    runwayPast: (when) => `它自身已停用（${when}）`,
    runwayNone: "自身未公布停用",
    runwayUnknown: "没有它自身停用的资料",
    prices: "价格",
    notFound: "这里没有内容",
    notFoundHelp: "地址可能有误，或没有该模型的资料。可按名称搜索：",
    pageOf: (page, of) => `第 ${page} 页，共 ${of} 页`,
    previous: "上一页",
    following: "下一页",
    footer: "日期以提供方公布的为准。每个模型的页面写明出处和读取时间。",
  },
  calendar: {
    name: "AI 模型停用",
    shutdown: (model, surface) => `停用：${model}（${surface}）`,
    earliest: (model, surface) => `最早可能停用：${model}（${surface}）`,
    month: (model, surface) => `本月停用：${model}（${surface}）`,
  },
  picture: {
    title: (months) => `今后 ${months} 个月的模型停用`,
    asOf: (value) => `截至 ${value}`,
    models: (amount, names) => `${amount} 个模型：${names}`,
    more: (amount) => `另有 ${amount} 项`,
    none: (months) => `今后 ${months} 个月没有已知的停用`,
  },
  terminal: {
    welcome: "Sundown 已启动，通知会显示在这里。可输入 /model-status gpt 4.5、help 或 quit。",
    help: "命令（斜杠可省略）：",
    bye: "正在停止。",
    noAnswer: "暂时没有答复。",
  },
} satisfies Messages;
