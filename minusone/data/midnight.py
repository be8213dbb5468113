"""The beginning of a day where the site is; whoever publishes days as instants needs one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
"""The same all over the country, and all the year round."""


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)
