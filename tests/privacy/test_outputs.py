"""What no source holds, a template can still say: then nothing is published and the old site stays."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from minusone.guarded import Guard, cleared
from minusone.places import Places
from minusone.privacy.guard import Allowed
from minusone.problems import ContentError
from minusone.rebuild import build
from minusone.render import BrokenTemplateError
from tests.built import TEMPLATES, held, places
from tests.sites import BAISHA, record

pytestmark = pytest.mark.slow

ID = "330205199001011239"
CONTENT = BAISHA + record("page", "about", body="关于本站")
MIDDLE = f"{ID[:6]}<b>{ID[6:14]}</b>{ID[14:]}"
LEAKS = {
    "text": f"<p>{MIDDLE}</p>",
    "an attribute": f'<p title="{ID}">x</p>',
    "a comment": f"<!-- {ID} -->",
    "what Jinja joins": "{{ '330205199001' ~ '011239' }}",
}


def leaking(where: Places, tmp_path: Path, leak: str, file: str = "page.html") -> Places:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates", dirs_exist_ok=True))
    target = templates / file
    said = target.read_text("utf-8") if target.exists() else ""
    target.write_text(said.replace("{% endblock", f"{leak}{{% endblock", 1) if said else leak, encoding="utf-8")
    return replace(where, templates=templates)


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_a_template_that_leaks_stops_the_build_and_the_old_site_stays(leak: str, tmp_path: Path) -> None:
    where = places(tmp_path, CONTENT)
    build(where, None, workers=1)
    before = held(where.out)

    with pytest.raises(ContentError) as refused:
        build(leaking(where, tmp_path, leak), None, workers=1)
    problem = refused.value.problems[0]

    assert held(where.out) == before
    assert (problem.code, problem.path) == ("private-output", "content/pages/about.zh.md")
    assert "about/index.html" in problem.what.en
    assert not any(ID in one.to(lang) for one in refused.value.problems for lang in ("zh", "en"))
    assert {path.name for path in tmp_path.iterdir()} <= {
        "config.yaml",
        "content",
        "templates",
        "site",
        ".site.lock",
        ".site.cache",
        ".site.twin",
        ".site.twin.json",
    }


@pytest.mark.parametrize("file", ["assets/notes.txt", f"assets/{ID}.css"])
def test_an_asset_is_searched_and_its_name_too(file: str, tmp_path: Path) -> None:
    where = leaking(places(tmp_path, CONTENT), tmp_path, f"/* {ID} */", file)

    with pytest.raises(ContentError) as refused:
        build(where, None, workers=1)
    assert {problem.code for problem in refused.value.problems} == {"private-output"}
    assert not where.out.exists()


def test_a_template_that_breaks_does_not_say_it(tmp_path: Path) -> None:
    where = leaking(places(tmp_path, CONTENT), tmp_path, f"{{{{ here['{ID}'] }}}}")

    with pytest.raises(BrokenTemplateError) as broken:
        build(where, None, workers=1)
    assert ID not in str(broken.value)


class _Output:
    source = "content/pages/a.zh.md"


def test_all_files_are_searched_before_the_first_problem_is_told() -> None:
    guard = Guard(lambda output: (PurePosixPath("a.html"), ID.encode()), Allowed())

    with pytest.raises(ContentError) as refused:
        list(cleared(guard(_Output()) for _ in range(3)))
    assert len(refused.value.problems) == 1
