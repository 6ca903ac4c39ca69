#!/usr/bin/env python3
"""Draws docs/pictures/explain.svg and explain.zh-CN.svg: what the command really prints about an order that was
refused with 签名错误. With --check, whether they are what it prints. Takes the command from PATH."""

import html
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/pictures"
# Signed as it is escaped in XML, which is the mistake.
ORDER = """<xml>
<appid>wxd930ea5d5a258f4f</appid>
<mch_id>10000100</mch_id>
<body>Tea &amp; rice</body>
<out_trade_no>20260101001</out_trade_no>
<total_fee>888</total_fee>
<nonce_str>ibuaiVcKdpRxkhJA</nonce_str>
<sign>47DA209A6A1E6551301CA3C954773E8A</sign>
</xml>
"""
# Signed with this key, and then its amount was changed.
NOTICE = """appid=wxd930ea5d5a258f4f
bank_type=CMC
cash_fee=1
is_subscribe=N
mch_id=10000100
nonce_str=5d2b6c2a8db53831f7eda20af46e531c
openid=oUpF8uMEb4qRXf22hE3X68TekukE
out_trade_no=20260101001
result_code=SUCCESS
return_code=SUCCESS
time_end=20260101120000
total_fee=1
trade_type=JSAPI
transaction_id=1004400740201409030005092168
"""
COMMANDS = [
    "wxp explain --type MD5 --key-file key order.xml",
    "wxp verify --endpoint payment --type HMAC-SHA256 --key-file key notice.xml",
]
TITLES = {"en": "A signature error explained, a forged notice refused", "zh": "找出签名错误的原因，拒绝伪造的通知"}
WIDTH, LINE, LEFT, TOP = 960, 21, 18, 58
CELL = 8.4  # pixels of a column
STYLE = """
text { font: 14px ui-monospace, Consolas, Menlo, 'WenQuanYi Micro Hei Mono', monospace; fill: #1f2328; white-space: pre }
.window { fill: #f6f8fa; stroke: #8c959f } .dot { fill: #8c959f }
.title { font: 600 13px system-ui, 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif; fill: #59636e }
.prompt { fill: #1a7f37; font-weight: 600 } .bold { font-weight: 600 }
.red { fill: #cf222e } .green { fill: #1a7f37 } .yellow { fill: #9a6700 } .blue { fill: #0969da }
@keyframes appear { from { opacity: 0 } to { opacity: 1 } }
g { animation: appear .4s both }
@media (prefers-reduced-motion: reduce) { g { animation: none } }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .window { fill: #151b23; stroke: #656c76 } .title { fill: #9198a1 }
  .prompt, .green { fill: #3fb950 } .red { fill: #f85149 } .yellow { fill: #d29922 } .blue { fill: #4493f8 }
}
"""
COLOURS = {"1": "bold", "31": "red", "32": "green", "33": "yellow", "34": "blue", "36": "blue"}


def printed(language):
    """What each command prints, with its colours."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "order.xml").write_text(ORDER)
        (folder / "key").write_text("192006250b4c09247ec02edce69f6a2d\n")
        (folder / "key").chmod(0o600)
        sign = ["wxp", "sign", "--type", "HMAC-SHA256", "--key-file", "key"]
        notice = subprocess.run(sign, cwd=folder, input=NOTICE, capture_output=True, text=True, check=True).stdout
        (folder / "notice.xml").write_text(notice.replace("fee>1<", "fee>888<"))
        environment = {**os.environ, "LC_ALL": f"{language}_XX.UTF-8", "CLICOLOR_FORCE": "1", "COLUMNS": "96"}
        environment.pop("NO_COLOR", None)
        for command in COMMANDS:
            ended = subprocess.run(
                command.split(), cwd=folder, env=environment, capture_output=True, text=True, timeout=60
            )
            yield command, ended.stdout + ended.stderr


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(spans, most):
    """A line in pieces that fit the window, as a terminal would break it."""
    rows, at = [[]], 0
    for classes, text in spans:
        for c in text:
            wide = columns(c)
            if at + wide > most:
                rows.append([])
                at = 0
            if rows[-1] and rows[-1][-1][0] == classes:
                rows[-1][-1][1] += c
            else:
                rows[-1].append([classes, c])
            at += wide
    return rows


def spans(line):
    """The parts of a line, each with its classes."""
    classes = []
    for part in re.split(r"(\x1b\[[\d;]*m)", line):
        if code := re.fullmatch(r"\x1b\[([\d;]*)m", part):
            for number in code[1].split(";"):
                classes = [] if number in ("", "0") else [*classes, COLOURS[number]]
        elif part:
            yield " ".join(classes), part


def picture(language):
    most = int((WIDTH - 2 * LEFT) / CELL)
    groups, y = [], TOP
    for command, output in printed(language):
        for lines in ([[("prompt", "$ "), ("", command)]], [list(spans(line)) for line in output.splitlines()]):
            rows = [row for line in lines for row in wrapped(line, most)]
            texts = []
            for row in rows:
                parts = "".join(f'<tspan class="{c}">{html.escape(t, quote=False)}</tspan>' for c, t in row)
                texts.append(f'<text x="{LEFT}" y="{y}" xml:space="preserve">{parts}</text>')
                y += LINE
            groups.append(texts)
        y += LINE // 2
    title = TITLES[language]
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y}" viewBox="0 0 {WIDTH} {y}" role="img">',
        f"<title>{title}</title>",
        f"<style>{STYLE}</style>",
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{y - 2}" rx="8" class="window"/>',
        *(f'<circle cx="{x}" cy="18" r="5" class="dot"/>' for x in (20, 38, 56)),
        f'<text x="{WIDTH / 2:.0f}" y="23" text-anchor="middle" class="title">{title}</text>',
    ]
    for number, texts in enumerate(groups):
        svg += [f'<g style="animation-delay:{number * 0.9:.1f}s">', *texts, "</g>"]
    return "\n".join([*svg, "</svg>", ""])


def files():
    return {FOLDER / "explain.svg": picture("en"), FOLDER / "explain.zh-CN.svg": picture("zh")}


if __name__ == "__main__":
    stale = [path for path, text in files().items() if not path.exists() or path.read_text() != text]
    if sys.argv[1:] == ["--check"]:
        sys.exit("".join(f"{path.name} is not what wxp prints: docs/check/recording.py\n" for path in stale) or 0)
    for path in stale:
        path.write_text(files()[path])
        print(path.relative_to(ROOT))
