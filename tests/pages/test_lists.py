"""Lists: what has a date the newest first, page by page; everything else by type, in its own order."""

from __future__ import annotations

from pathlib import Path

from minusone.pages.lists import Listing
from tests.built import context, planned
from tests.sites import BAISHA, record


def addresses(*listings: Listing) -> list[str]:
    return [item.link.address for listing in listings for part in listing.parts for item in part.items]


def test_dated_records_come_the_newest_first_each_once_over_all_pages(tmp_path: Path) -> None:
    dates = ["2014-03-04", "2014-03", "2014", "2014-04-01", "2014-03-04/2014-03-05"]
    nights = "".join(record("activity", f"a{n}", f"date: {date}") for n, date in enumerate(dates))
    pages = planned(tmp_path, "per_page: 2\n" + BAISHA + nights)
    sheets = [context(pages, f"/activities/{page}", Listing) for page in ("", "page/2/", "page/3/")]

    assert addresses(*sheets) == [f"/activities/a{n}/" for n in (3, 4, 0, 1, 2)]
    assert {sheet.size for sheet in sheets} == {5}
    assert [(one.sheet.before, one.sheet.after) for one in sheets] == [
        (None, "/activities/page/2/"),
        ("/activities/", "/activities/page/3/"),
        ("/activities/page/2/", None),
    ]


def test_units_come_by_type_then_in_the_order_of_publication_on_one_page(tmp_path: Path) -> None:
    units = (
        record("unit", "z-village", "type: village")
        + record("unit", "b-street", "rank: 2")
        + record("unit", "c-street", "rank: 1")
        + record("unit", "a-town", "type: town")
    )
    listing = context(planned(tmp_path, "per_page: 2\n" + units), "/units/", Listing)

    assert addresses(listing) == ["/units/c-street/", "/units/b-street/", "/units/a-town/", "/units/z-village/"]
    assert [part.name and part.name.value for part in listing.parts] == ["street", "town", "village"]
