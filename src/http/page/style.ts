import { createHash } from "node:crypto";

/**
 * One style sheet for all pages: system fonts, the colours of dusk, light and dark by the reader's own setting, nothing
 * fetched. Text keeps a contrast of at least 4.5 to its ground in both.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#2b2320;--soft:#6b5d55;--paper:#fffaf4;--line:#e6dacd;--panel:#f8eee2;--late:#b3261e;--soon:#8f4e00;--far:#3f5f86;--accent:#9a3f12;--sun:#e8772e}
@media(prefers-color-scheme:dark){:root{--ink:#f3ebe4;--soft:#b9aaa0;--paper:#191513;--line:#3b322d;--panel:#241e1b;--late:#ff9a8d;--soon:#ffbf69;--far:#9fc0ea;--accent:#ffb07c;--sun:#f08a45}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:break-word}
main,.bar,footer{max-width:70rem;margin:0 auto;padding:1rem}
header{border-bottom:1px solid var(--line);background:linear-gradient(var(--panel),var(--paper))}
.bar{display:flex;gap:.5rem 1.5rem;align-items:center;flex-wrap:wrap;padding-block:.6rem}
.home{display:flex;gap:.55rem;align-items:center;font-weight:700;font-size:1.2rem;color:inherit;text-decoration:none;min-height:2.75rem}
.home svg{width:1.9rem;height:1.9rem}
nav{display:flex;gap:0 1.1rem;flex-wrap:wrap}nav a{display:inline-flex;align-items:center;min-height:2.75rem}
a{color:var(--accent);text-underline-offset:.18em}a:hover{text-decoration-thickness:2px}
[aria-current]{color:inherit;font-weight:600;text-decoration-color:var(--sun);text-decoration-thickness:3px}
h1{font-size:1.65rem;line-height:1.25;margin:.6rem 0 .3rem}h2{font-size:1.2rem;margin:2.2rem 0 .6rem}
.soft{color:var(--soft)}.lead{margin:.2rem 0 1rem;color:var(--soft)}
form.filter{display:flex;gap:.75rem;flex-wrap:wrap;align-items:end;background:var(--panel);border:1px solid var(--line);padding:.9rem;border-radius:.75rem}
form.filter label{display:grid;gap:.2rem;font-size:.9rem;color:var(--soft);flex:1 1 10rem;min-width:0}form.filter a{display:inline-flex;align-items:center;min-height:2.75rem}form.filter label.wide{flex:2 1 16rem}
input,select,button{font:inherit;min-height:2.75rem;padding:.4rem .7rem;border:1px solid var(--soft);border-radius:.5rem;background:var(--paper);color:var(--ink);max-width:100%}
select,input{width:100%}
button{background:var(--accent);border-color:var(--accent);color:var(--paper);font-weight:600;padding-inline:1.3rem;cursor:pointer}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.2rem}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.6rem;background:var(--paper);padding:.6rem 1rem;z-index:1}
.months{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(12,1fr);border:1px solid var(--line);border-radius:.75rem;overflow:hidden}
.months li{display:flex;flex-direction:column;min-width:0;border-left:1px solid var(--line);padding:.5rem .4rem}.months li:first-child{border-left:0}
.months .dots{display:flex;flex-wrap:wrap-reverse;align-content:flex-start;gap:4px;flex:1;min-height:5.5rem}
.months .label{order:2;margin-top:.5rem;font-size:.85rem;color:var(--soft);display:flex;justify-content:space-between;gap:.3rem;flex-wrap:wrap;min-height:1.6rem}
.months a.label{color:var(--accent)}.months b{color:var(--ink)}
.dot{width:11px;height:11px;border-radius:50%;background:currentColor;flex:none}.more{font-size:.8rem;line-height:11px;color:var(--soft)}
.late{color:var(--late)}.soon{color:var(--soon)}.far{color:var(--far)}td.late,td.soon,.big{font-weight:600}
.big{font-size:1.35rem;margin:.2rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.55rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-size:.85rem;color:var(--soft);font-weight:600}
tr.group th{padding-top:1.5rem;font-size:1.02rem;border-bottom:2px solid var(--sun)}tr.group b{font-weight:400;color:var(--soft);font-size:.9rem}
tr:target th,tbody:target .group th{background:var(--panel)}
thead th,td time{white-space:nowrap}
code{font:.94em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.card{background:var(--panel);border:1px solid var(--line);border-left:5px solid currentColor;border-radius:.6rem;padding:.8rem 1rem;margin:1rem 0}.card>*{color:var(--ink);margin:.15rem 0}.card .late{color:var(--late)}.card .soon{color:var(--soon)}.card .far{color:var(--far)}
blockquote{margin:.4rem 0 0;padding:.5rem .9rem;border-left:4px solid var(--sun);background:var(--panel);border-radius:0 .5rem .5rem 0}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.45rem 1.2rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0}
.nb{white-space:nowrap}
.plain{list-style:none;padding:0;margin:0}.plain>li{padding:.6rem 0;border-bottom:1px solid var(--line)}
.pages{display:flex;gap:1.2rem;margin-top:1rem;align-items:center}
footer{margin-top:2.5rem;border-top:1px solid var(--line);color:var(--soft);font-size:.92rem}footer ul{display:flex;align-items:center;flex-wrap:wrap;gap:0 1.1rem;list-style:none;padding:0;margin:.3rem 0}footer li a{display:inline-flex;align-items:center;min-height:2.2rem}
@media(max-width:46rem){
h1{font-size:1.4rem}.home{font-size:1.1rem}
.months{grid-template-columns:1fr}.months li{flex-direction:row;align-items:center;gap:.7rem;border-left:0;border-top:1px solid var(--line);padding:.15rem .7rem}.months li:first-child{border-top:0}
.months .dots{order:2;min-height:0;flex-wrap:wrap;align-content:center;padding:.5rem 0}.months .label{order:1;width:7rem;flex:none;margin:0;min-height:2.4rem;align-items:center;flex-wrap:nowrap}
table,tbody,td,tr.group th{display:block}thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
tr{display:flex;flex-direction:column;padding:.6rem 0;border-bottom:1px solid var(--line)}tr.group{padding:0;border:0}tr.group th{padding-inline:0}td{border:0;padding:.12rem 0}td:empty{display:none}
td::before{content:attr(data-label) ": ";color:var(--soft);font-weight:400}:lang(zh) td::before{content:attr(data-label) "："}:lang(zh) td.name::before{content:none}td.name::before{content:none}td.name{font-size:1.08rem;order:-1}
dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{form,nav,.skip{display:none}}
`;

/** Own styles by their hash, no script, no frame: https://developer.mozilla.org/docs/Web/HTTP/Guides/CSP */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  vary: "Accept-Language",
};

/** A sun going down, for the header and the browser's tab. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M5 21a11 11 0 0 1 22 0z" fill="#e8772e"/><path d="M2 23.5h28M7 28h18" stroke="#9c5a86" stroke-width="2.4" stroke-linecap="round"/><path d="M16 3v3.5M5 8l2.4 2.4M27 8l-2.4 2.4" stroke="#e8772e" stroke-width="2.2" stroke-linecap="round"/></svg>';
