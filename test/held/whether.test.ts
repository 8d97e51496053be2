import assert from "node:assert/strict";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";

type Row = readonly [lang: string, published: string, title: string, text: string, told?: string];

const tell = ([lang, published, title, text]: Row): string => {
  const [result] = readNews([{ id: "x", lang, published, title, text, source_kind: "press" }]);
  return (result?.models ?? []).map((fact) => `${fact.model_id} ${fact.shutdown}`).join(", ");
};

/** Ends that are denied, made up, told by mistake, possible at the earliest, of a part, of a plan, or long past. */
const SILENT: readonly Row[] = [
  // Claims that the text itself calls wrong.
  [
    "en",
    "2026-06-02",
    "No, o3-mini isn't leaving the API on July 1",
    "A chart that says “o3-mini ends July 1, 2026” has been shared thousands of times this week. It is wrong. OpenAI lists the model as active and told us that no end has been decided.",
  ],
  [
    "en",
    "2026-03-02",
    "Is command-r-08-2024 being shut down tomorrow?",
    "Somebody on Reddit posted that Cohere turns off command-r-08-2024 on March 3.\n> Cohere staff here: that post is made up. We have no plans to retire it.\nThanks, false alarm then.",
  ],
  [
    "de",
    "2026-10-02",
    "Nein, Claude Opus 4.5 wird am 24. November nicht abgeschaltet",
    "Auf LinkedIn kursiert ein Bild: „Claude Opus 4.5 wird am 24. November 2026 abgeschaltet“. Das stimmt nicht. Anthropic führt das Modell als aktiv; der Tag ist nur der früheste mögliche.",
  ],
  [
    "fr",
    "2026-09-02",
    "Non, Gemini 3 Flash ne disparaît pas le 15 octobre",
    "« Gemini 3 Flash s'arrête le 15 octobre 2026 », affirme une publication partagée des milliers de fois. C'est faux. Google n'a annoncé aucun retrait.",
  ],
  [
    "es",
    "2026-09-02",
    "No, grok-4 no se apaga el 15 de octubre",
    "Una captura que circula en X asegura que grok-4 se apaga el 15 de octubre de 2026. Es un bulo. xAI lo desmiente.",
  ],
  [
    "pt",
    "2026-09-02",
    "Não, o gpt-5-mini não sai da API em dezembro",
    "Um print que circula no WhatsApp diz que o gpt-5-mini será desligado em 11 de dezembro de 2026. É falso: a OpenAI negou e o modelo continua ativo.",
  ],
  [
    "it",
    "2026-09-02",
    "No, Claude Sonnet 4.5 non viene spento a ottobre",
    "Uno screenshot che gira su X sostiene che Claude Sonnet 4.5 verrà spento il 1 ottobre 2026. È una bufala: Anthropic smentisce.",
  ],
  [
    "zh",
    "2026-09-02",
    "claude-haiku-4-5要停?官方辟谣",
    "网上有帖子称claude-haiku-4-5将于10月15日停用。Anthropic回应:消息不实,目前没有停用计划。",
  ],
  [
    "ja",
    "2026-09-02",
    "「gpt-5-mini、10月終了」はデマ",
    "「gpt-5-miniが10月1日に提供終了する」という投稿が広がっている。OpenAIは「事実ではない」と否定した。",
  ],
  [
    "ko",
    "2026-09-02",
    "‘gpt-5-mini 10월 종료’는 사실무근",
    "gpt-5-mini가 10월 1일 종료된다는 글이 퍼졌다. 오픈AI는 사실이 아니라고 밝혔다.",
  ],
  [
    "en",
    "2026-09-02",
    "A fake notice about grok-4 is going around",
    "A mail purporting to come from xAI tells customers that grok-4 retires on October 15, 2026 and asks them to log in. xAI confirmed that it never sent it.",
  ],
  // Notices that are taken back.
  [
    "en",
    "2026-09-02",
    "Correction: mistral-small-2506 is staying",
    "On Tuesday we told you that mistral-small-2506 would be retired on October 1. That message was sent in error. mistral-small-2506 is not going to be retired on October 1, and you need not do anything.",
  ],
  [
    "de",
    "2026-09-02",
    "Bitte ignorieren Sie unsere Mail zu sonar-pro",
    "Gestern haben wir Ihnen geschrieben, sonar-pro werde am 1. Oktober 2026 abgeschaltet. Die Mail wurde versehentlich verschickt. sonar-pro bleibt.",
  ],
  [
    "fr",
    "2026-09-02",
    "Ce message a été envoyé par erreur",
    "Lundi, nous vous avons écrit que mistral-medium-2508 serait retiré le 31 octobre. Ce message est parti par erreur : mistral-medium-2508 n'est pas retiré.",
  ],
  [
    "es",
    "2026-09-02",
    "Ignorad nuestro correo de ayer",
    "Ayer os dijimos que sonar-pro se retira el 1 de octubre de 2026. Aquel correo se envió por error y sonar-pro sigue disponible.",
  ],
  [
    "pt",
    "2026-09-02",
    "Desconsidere o e-mail de ontem",
    "Ontem avisamos que o sonar-pro será desligado em 1 de outubro de 2026. A mensagem foi enviada por engano.",
  ],
  [
    "it",
    "2026-09-02",
    "Ignorate la nostra mail di ieri",
    "Ieri vi abbiamo scritto che sonar-pro verrà ritirato il 1 ottobre 2026. Il messaggio è partito per errore.",
  ],
  [
    "ja",
    "2026-09-02",
    "先日のメールの取り消し",
    "昨日、qwen3-maxを10月1日に終了するとお知らせしましたが、誤って送信されたものです。qwen3-maxの提供は続きます。",
  ],
  [
    "ko",
    "2026-09-02",
    "지난 메일을 무시해 주세요",
    "어제 sonar-pro가 10월 1일 종료된다고 안내드렸으나 잘못 발송된 메일입니다. sonar-pro는 계속 제공됩니다.",
  ],
  [
    "zh",
    "2026-09-02",
    "请忽略昨天的邮件",
    "昨天的邮件写道qwen3-max将于10月1日下线。该邮件系误发,qwen3-max照常提供服务。",
  ],
  // Floors of models that nobody ends.
  ["en", "2026-09-02", "", "The earliest day on which gpt-5.4 could be retired is March 5, 2027."],
  [
    "en",
    "2026-09-02",
    "",
    "gpt-5.4 stays listed as active, and its retirement date will be no sooner than March 5, 2027. The old console was discontinued on August 3, 2026.",
  ],
  ["de", "2026-09-02", "", "Der früheste Tag, an dem gpt-5.4 abgeschaltet werden kann, ist der 5. März 2027."],
  ["fr", "2026-09-02", "", "La date la plus proche à laquelle gpt-5.4 peut être retiré est le 5 mars 2027."],
  ["es", "2026-09-02", "", "La fecha más temprana en que gpt-5.4 puede retirarse es el 5 de marzo de 2027."],
  ["pt", "2026-09-02", "", "A data mais próxima em que o gpt-5.4 pode ser desativado é 5 de março de 2027."],
  ["it", "2026-09-02", "", "La prima data in cui gpt-5.4 può essere ritirato è il 5 marzo 2027."],
  ["ja", "2026-09-02", "", "gpt-5.4が廃止される最も早い日は2027年3月5日です。"],
  ["ko", "2026-09-02", "", "gpt-5.4가 종료될 수 있는 가장 이른 날은 2027년 3월 5일이다."],
  // A header, a beta, a price, a voice.
  [
    "en",
    "2026-03-30",
    "The computer-use beta ends",
    "The beta header computer-use-2025-01-24 is retired on June 1, 2026 for Claude Sonnet 4.5. After that, requests with it to these models are turned down with a 400.",
  ],
  [
    "de",
    "2026-03-30",
    "Beta-Header endet",
    "Der Beta-Header context-1m-2025-08-07 wird am 30. April 2026 für Claude Sonnet 4.5 abgeschaltet. Längere Prompts an diese Modelle werden danach abgelehnt.",
  ],
  [
    "zh",
    "2026-03-30",
    "测试版请求头停用",
    "请求头context-1m-2025-08-07将于4月30日停用,涉及Claude Sonnet 4.5和Claude Sonnet 4。此后发给这些模型的超长请求会被拒绝。",
  ],
  [
    "de",
    "2026-08-14",
    "Rabatt endet",
    "Am 31. August läuft bei Cohere der Einführungspreis aus, danach kostet Command A 3 Euro.",
  ],
  [
    "de",
    "2026-08-14",
    "",
    "Zum 1. September fällt bei xAI der Nachtrabatt weg, grok-4 kostet dann rund um die Uhr dasselbe.",
  ],
  ["zh", "2026-02-02", "", "GPT-4o和GPT-4.1在API里没有变化。企业版里的旧语音可用到4月3日。"],
  // Slogans and jokes.
  [
    "zh",
    "2026-06-16",
    "GLM-6登场,要“让老模型全部退休”",
    "智谱昨晚发布GLM-6,海报写着“让老模型全部退休”。glm-5照常提供。",
  ],
  [
    "en",
    "2026-06-16",
    "Grok 6 is here to “retire the competition”",
    "Grok 6 launched on Tuesday. “It retires GPT-5.5 on day one,” the slide said. A spokesperson called it a joke; nothing in the API changes.",
  ],
  // One plan's choice.
  [
    "ko",
    "2026-03-13",
    "학생은 못 고른다",
    "12일부터 코파일럿 학생 인증 계정에서는 GPT-5.4를 고를 수 없다. 한 학생은 “다음 달이 마감인데 하루아침에 사라졌다”고 했다. 깃허브는 모델을 없앤 것이 아니라고 해명했다.",
  ],
  [
    "en",
    "2026-03-13",
    "Students lose the choice",
    "Since Thursday, GitHub Copilot's student accounts no longer offer GPT-5.4 in the picker. “Gone overnight,” wrote one. No model was removed, GitHub says; what each plan includes has been adjusted.",
  ],
  [
    "ja",
    "2026-03-13",
    "学生プランでは選べない",
    "12日からCopilotの学生プランではGPT-5.4を選択できなくなった。GitHubは、モデルを廃止したわけではないと説明している。",
  ],
  // Recollections.
  [
    "en",
    "2026-11-27",
    "Obituaries of the year",
    "In January we buried Claude 3 Opus, which ended on the 5th. Claude Sonnet 3.7 was retired on February 19, and grok-3 stopped answering on May 15. deepseek-chat went dark on July 24.",
  ],
  [
    "ko",
    "2026-11-18",
    "모델은 얼마나 사나",
    "한 업체가 모델 112종의 수명을 모았다. 7월 24일 사라진 deepseek-chat은 1년 반, 지난해 7월 14일 내려간 gpt-4.5-preview는 다섯 달을 버텼다.",
  ],
  [
    "ja",
    "2026-11-18",
    "モデルの寿命を調べた",
    "ある調査会社が112モデルの寿命を集計した。7月24日に姿を消したdeepseek-chatは1年半、1月5日に終了したclaude-3-opusは約2年だった。",
  ],
  [
    "de",
    "2026-11-18",
    "Wie lange leben Modelle?",
    "Eine Agentur hat die Lebensdauer von 112 Modellen gezählt. Das am 24. Juli abgeschaltete deepseek-chat kam auf anderthalb Jahre, der am 5. Januar eingestellte Claude 3 Opus auf knapp zwei.",
  ],
  // Limits and rights.
  [
    "zh",
    "2026-06-25",
    "glm-5今天全是429",
    "下午起glm-5十个请求九个429,有人说老模型要提前关。客服刚回:正在扩容,glm-5没有任何下线安排。免得明天又传成“GLM关停”,标题我改不了。",
  ],
  [
    "zh",
    "2026-08-06",
    "glm-5突然提示“模型已下架”",
    "晚上八点起glm-5全部返回“该模型已下架或无权限”。官方:是权限服务误伤了一部分密钥,模型没有下架,也没有下架计划。今晚少说丢了两千次调用,报错文案太吓人。",
  ],
  [
    "en",
    "2026-08-06",
    "“model is retired” on command-a?",
    "Since this morning command-a answers 403 with the text “this model is retired or you lack access”. Cohere's reply in the thread: a permission bug, the model has not been retired and there are no plans to do so.",
  ],
  // Who says it is not who serves it.
  [
    "zh",
    "2026-08-20",
    "网传glm-5十月停用",
    "一封自称来自智谱客服的邮件让人没睡好。信里说glm-5将于10月1日退场。若真要赶在10月1日停用,通知早该发出来了。",
  ],
  [
    "en",
    "2026-08-20",
    "Fake support mail",
    "A letter claiming to be from Cohere's support unsettled small teams. It says command-a will be retired on October 1, 2026. Cohere has sent no such thing.",
  ],
  ["zh", "2026-06-16", "", "阿里昨晚放出新旗舰Qwen3.7-Max(接口名qwen3.7-max),大屏打出“让上一代集体下岗”。"],
  ["es", "2026-09-02", "", "Con grok-4 la misma clave funciona bien. Lo quitaron ayer de la lista de precios."],
];

/** The same words where a model does end. */
const TELLING: readonly Row[] = [
  [
    "en",
    "2026-09-02",
    "No, not in October",
    "Contrary to what some posts say, gpt-5-mini does not end on October 1. OpenAI shuts it down on December 11, 2026.",
    "gpt-5-mini 2026-12-11",
  ],
  [
    "en",
    "2026-06-11",
    "It is official",
    "In spring OpenAI had no plans to retire o3. Now it is official: o3 will be shut down on December 11, 2026.",
    "o3 2026-12-11",
  ],
  [
    "en",
    "2026-09-02",
    "",
    "mistral-small-2506 is not being retired. mistral-small-2501 is: it will be shut down on October 1, 2026.",
    "mistral-small-2501 2026-10-01",
  ],
  [
    "en",
    "2025-07-15",
    "gpt-4.5-preview 404s",
    "Everything with gpt-4.5-preview fails since yesterday.\n> No, this is not an outage. gpt-4.5-preview was shut down yesterday.",
    "gpt-4.5-preview 2025-07-14",
  ],
  [
    "ja",
    "2026-05-08",
    "つながらない",
    "昨日からgpt-4o-realtime-previewにつながりません。\n>> 障害ではないです。5月7日で終わりました。",
    "gpt-4o-realtime-preview 2026-05-07",
  ],
  [
    "zh",
    "2026-05-08",
    "报错",
    "昨天起gpt-4o-realtime-preview一直报错,是不是故障?\n> 不是故障,官方5月7日已经下线了gpt-4o-realtime-preview。",
    "gpt-4o-realtime-preview 2026-05-07",
  ],
  [
    "de",
    "2026-05-08",
    "Störung?",
    "Seit gestern antwortet gpt-4o-realtime-preview nicht mehr. Ist das eine Störung?\n> Keine Störung: gpt-4o-realtime-preview wurde gestern abgeschaltet.",
    "gpt-4o-realtime-preview 2026-05-07",
  ],
  [
    "fr",
    "2026-05-08",
    "Panne ?",
    "Depuis hier, gpt-4o-realtime-preview ne répond plus.\n> Ce n'est pas une panne : gpt-4o-realtime-preview a été coupé hier.",
    "gpt-4o-realtime-preview 2026-05-07",
  ],
  [
    "en",
    "2026-09-02",
    "A correction",
    "Our mail of Monday named the wrong day by mistake: sonar-pro retires on October 5, 2026, not on October 1.",
    "sonar-pro 2026-10-05",
  ],
  [
    "de",
    "2026-08-06",
    "Nur halb gerettet",
    "In der Gemini API hat Google das Ende von Gemini 2.5 Pro gestrichen. Auf Vertex AI wird Gemini 2.5 Pro weiterhin am 20. Oktober abgeschaltet.",
    "Gemini 2.5 Pro 2026-10-20",
  ],
  [
    "en",
    "2026-08-06",
    "Half a reprieve",
    "Google has cancelled the shutdown of Gemini 2.5 Pro in the Gemini API. On Vertex AI, Gemini 2.5 Pro is still switched off on October 20, 2026.",
    "Gemini 2.5 Pro 2026-10-20",
  ],
  ["zh", "2026-06-16", "GLM-6登场", "智谱今天发布GLM-6。glm-4.5将于7月31日下线,请改用GLM-6。", "glm-4.5 2026-07-31"],
  [
    "en",
    "2026-03-30",
    "",
    "The beta header context-1m-2025-08-07 goes on April 30, 2026. Claude Sonnet 4 itself is retired on June 15, 2026.",
    "Claude Sonnet 4 2026-06-15",
  ],
  ["ko", "2026-07-20", "", "7월 24일 사라지는 deepseek-chat은 1년 반을 버텼다.", "deepseek-chat 2026-07-24"],
  [
    "de",
    "2026-08-14",
    "",
    "Am 31. August läuft bei Cohere Command R+ aus, danach antwortet nur noch Command A.",
    "Command R+ 2026-08-31",
  ],
  // Ends in other words, and ends that look like faults.
  [
    "en",
    "2026-07-27",
    "Everything red since Saturday",
    "Our flows on deepseek-chat and deepseek-reasoner all fail.\n> Both names were cut off on Friday. Status page says all systems operational, and that is right.",
    "deepseek-chat 2026-07-24, deepseek-reasoner 2026-07-24",
  ],
  [
    "en",
    "2026-05-18",
    "Odd answers",
    "Our bot runs on grok-code-fast-1 and got chatty.\n> They pulled grok-code-fast-1 on Friday. There was a mail.",
    "grok-code-fast-1 2026-05-15",
  ],
  [
    "de",
    "2026-07-27",
    "Alles rot",
    "Unser Bot mit deepseek-chat liefert seit Samstag nur Fehler.\n> Kein Ausfall. Sie haben deepseek-chat am Freitag gekappt, stand im Changelog.",
    "deepseek-chat 2026-07-24",
  ],
  [
    "fr",
    "2026-07-06",
    "404 depuis ce week-end",
    "Notre tri tourne sur claude-3-5-haiku-20241022. Depuis hier, 404 partout.\n— C'est normal, le modèle a été coupé hier.",
    "claude-3-5-haiku-20241022 2026-07-05",
  ],
  [
    "es",
    "2025-12-16",
    "sonar-reasoning devuelve 400",
    "Mi bot con sonar-reasoning amaneció muerto.\nResp. 1: Lo quitaron ayer, está en el changelog.",
    "sonar-reasoning 2025-12-15",
  ],
  [
    "pt",
    "2025-12-16",
    "sonar-reasoning fora",
    "Meu bot com sonar-reasoning parou hoje.\nResp. 1: Não é instabilidade, tiraram o sonar-reasoning do ar ontem.",
    "sonar-reasoning 2025-12-15",
  ],
  [
    "it",
    "2025-12-16",
    "sonar-reasoning risponde 400",
    "Il mio bot con sonar-reasoning è fermo da stamattina.\nRisp. 1: Non è un guasto, hanno tolto sonar-reasoning ieri.",
    "sonar-reasoning 2025-12-15",
  ],
  [
    "zh",
    "2026-05-08",
    "连不上",
    "我们用的gpt-4o-realtime-preview从昨天起一直连不上。\n楼下:不是故障,gpt-4o-realtime-preview昨天到期被撤了。",
    "gpt-4o-realtime-preview 2026-05-07",
  ],
  [
    "ko",
    "2026-05-08",
    "갑자기 404",
    "gpt-4o-realtime-preview가 어제부터 404를 냅니다.\n> 장애가 아닙니다. gpt-4o-realtime-preview는 어제 종료됐습니다.",
    "gpt-4o-realtime-preview 2026-05-07",
  ],
  [
    "en",
    "2026-04-27",
    "",
    "The changelog gives deepseek-chat and deepseek-reasoner, the strings of a thousand tutorials, until July 24, 2026.",
    "deepseek-chat 2026-07-24, deepseek-reasoner 2026-07-24",
  ],
  ["de", "2026-04-27", "", "DeepSeek gibt deepseek-chat noch bis zum 24. Juli 2026.", "deepseek-chat 2026-07-24"],
  ["fr", "2026-04-27", "", "DeepSeek laisse à deepseek-chat jusqu'au 24 juillet 2026.", "deepseek-chat 2026-07-24"],
  [
    "es",
    "2026-04-27",
    "",
    "DeepSeek da a deepseek-chat de plazo hasta el 24 de julio de 2026.",
    "deepseek-chat 2026-07-24",
  ],
  ["pt", "2026-04-27", "", "A DeepSeek dá ao deepseek-chat prazo até 24 de julho de 2026.", "deepseek-chat 2026-07-24"],
  ["it", "2026-04-27", "", "DeepSeek dà a deepseek-chat tempo fino al 24 luglio 2026.", "deepseek-chat 2026-07-24"],
  [
    "en",
    "2026-07-20",
    "Weekly notes",
    "- Kimi K3 is live.\n- On August 3, 2026, glm-4.7 drops off the shared pool.\n- Batch jobs are purged monthly.",
    "glm-4.7 2026-08-03",
  ],
  [
    "en",
    "2026-11-24",
    "",
    "z-ai/glm-4.5 and z-ai/glm-4.5-air both end with the calendar year, on December 31, 2026, on OpenRouter.",
    "z-ai/glm-4.5 2026-12-31, z-ai/glm-4.5-air 2026-12-31",
  ],
  [
    "en",
    "2026-03-10",
    "Bedrock: Claude 3 Haiku moves to Legacy",
    "Claude 3 Haiku is now in Legacy status on Amazon Bedrock and will reach its end-of-life date on September 10, 2026.",
    "Claude 3 Haiku 2026-09-10",
  ],
  [
    "en",
    "2026-04-27",
    "",
    "We are retiring two public endpoints on May 27, 2026: llama3.1-8b and qwen-3-32b.",
    "llama3.1-8b 2026-05-27, qwen-3-32b 2026-05-27",
  ],
  [
    "ko",
    "2026-10-05",
    "",
    "코파일럿에서 GPT-5.2가 이달 23일 채팅과 자동완성 등 모든 기능에서 빠진다.",
    "GPT-5.2 2026-10-23",
  ],
  [
    "de",
    "2026-08-06",
    "",
    "Auf Vertex AI laufen Gemini 2.5 Pro, Gemini 2.5 Flash und Gemini 2.5 Flash-Lite am 20. Oktober aus.",
    "Gemini 2.5 Pro 2026-10-20, Gemini 2.5 Flash 2026-10-20, Gemini 2.5 Flash-Lite 2026-10-20",
  ],
  [
    "es",
    "2026-05-05",
    "",
    "xAI fija para el 15 de mayo el final de dos nombres en su API: grok-3 y grok-4-0709.",
    "grok-3 2026-05-15, grok-4-0709 2026-05-15",
  ],
  [
    "zh",
    "2026-04-24",
    "V4上线",
    "今天发布deepseek-v4-flash。沿用已久的deepseek-chat眼下对应deepseek-v4-flash的非思考模式,2026年7月24日这个名字将彻底停用。",
    "deepseek-chat 2026-07-24",
  ],
];

for (const row of SILENT) test(`silent: ${row[0]} ${row[2] || row[3]}`, () => assert.equal(tell(row), ""));
for (const row of TELLING) test(`told: ${row[0]} ${row[2] || row[3]}`, () => assert.equal(tell(row), row[4]));
