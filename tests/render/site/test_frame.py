"""A frame filled with a page's texts is the page; a theme that prints otherwise is noticed at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from generator.render.site.frame import PLACEHOLDERS, BrokenFrameError, Frame, Texts, groups, head, texts
from generator.render.site.page import Anchor, SitePage

_THEME = """<title>{{ page.title }}</title><link href="{{ page.address }}">{{ page.head }}
<a href="#{{ page.anchors[0].id }}">skip</a><h2>{{ page.title }}</h2><ul>
{% for anchor in page.anchors %}<li>
  <a href="#{{ anchor.id }}"><b>{{ anchor.title }}</b></a>
</li>{% endfor %}
</ul>{{ page.body }}<p>{{ page.description }}</p>"""

_words = st.text(alphabet="甲乙<>&\"'{}%-placeholderzhengbentitle12 ", max_size=20)


@given(
    st.builds(
        SitePage,
        address=st.just("2019/a.html"),
        kind=st.just("a"),
        title=_words,
        description=_words,
        render=_words.map(lambda text: lambda: text),
        anchors=st.lists(
            st.builds(Anchor, _words, st.from_regex(r"[a-z]{1,5}", fullmatch=True)), min_size=1
        ).map(tuple),
        trail=st.just(()),
        section=st.just("index.html"),
        tags=st.lists(st.tuples(_words, _words)).map(tuple),
    )
)
def test_filling_a_frame_equals_rendering_the_page(page: SitePage) -> None:
    """For any texts, those that look like placeholders or markup too, and any number of headings."""
    template = Environment(autoescape=False).from_string(_THEME)  # like the theme's own
    shown = texts(page, "https://example.gov.cn/")
    assert Frame(template.render(page=PLACEHOLDERS)).fill(shown) == template.render(page=shown)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("{{ page.body }}", "body"),
        ("{{ anchor.title }}", "heading"),
        ("{% for anchor in page.anchors %}", "heading"),
    ],
)
def test_a_theme_without_a_placeholder_is_our_own_mistake(missing: str, said: str) -> None:
    """The frame refuses to be made, instead of losing a text on every page."""
    theme = _THEME.replace(missing, "{% for anchor in [] %}" if "for" in missing else "")
    rendered = Environment(autoescape=False).from_string(theme).render(page=PLACEHOLDERS)
    with pytest.raises(BrokenFrameError, match=said):
        Frame(rendered)


def test_a_list_of_headings_in_two_places_is_refused() -> None:
    """Only one plain list can be cut out and repeated."""
    theme = _THEME + _THEME[_THEME.index("<ul>") :]
    with pytest.raises(BrokenFrameError, match="one plain list"):
        Frame(Environment(autoescape=False).from_string(theme).render(page=PLACEHOLDERS))


def test_texts_are_escaped_and_the_body_is_not() -> None:
    """The theme prints what it gets, so what it gets is safe."""
    page = SitePage(
        "a.html", "a", "<b>", '"&', lambda: "<p>文</p>", (Anchor("<i>", "i"),), (), "", tags=(('"n', "<v>"),)
    )
    assert texts(page, "") == Texts(
        title=Markup("&lt;b&gt;"),
        description=Markup("&#34;&amp;"),
        address="",
        path="a.html",
        head=head((('"n', "<v>"),)),
        body=Markup("<p>文</p>"),
        anchors=(Anchor("&lt;i&gt;", "i"),),
    )
    assert head((('"n', "<v>"),)) == '<meta name="&#34;n" content="&lt;v&gt;">'


def test_pages_share_a_frame_by_kind_folder_and_section_unless_the_navigation_names_them() -> None:
    """Links are relative to the folder, and the navigation marks where one is."""

    def page(address: str, kind: str, section: str, label: str = "") -> SitePage:
        return SitePage(address, kind, "", "", str, (), (), section, label)

    pages = (
        page("x/1.html", "a", "s"),
        page("x/2.html", "a", "s"),
        page("x/3.html", "b", "s"),
        page("y/4.html", "a", "s"),
        page("x/5.html", "a", "t"),
        page("x/6.html", "a", "s", "名"),
    )
    found = groups(pages, framed=True)
    assert {first: [one.address for one in group] for first, group in found.items()} == {
        "x/1.html": ["x/1.html", "x/2.html"],
        "x/3.html": ["x/3.html"],
        "y/4.html": ["y/4.html"],
        "x/5.html": ["x/5.html"],
        "x/6.html": ["x/6.html"],
    }
    assert len(groups(pages, framed=False)) == len(pages)
