"""Every reference leads to a record of the right kind that the public may see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import (
    DANGLING_REFERENCE,
    INTERNAL_REFERENCE,
    MERGED_CIRCLE,
    NO_SUCH_COMMITMENT,
    WRONG_KIND,
    did_you_mean,
)
from minusone.frontmatter import MOST
from minusone.kinds import KINDS
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.problems import Problem
from minusone.schema import Id, Leaf, Path, Ref, leaves
from minusone.words import Bilingual


def every_reference_leads_somewhere(corpus: Corpus) -> Iterator[Problem]:
    for item in corpus.checked:
        yield from islice((wrong for leaf in leaves(item.record, Ref) for wrong in _astray(corpus, item, leaf)), MOST)


def _astray(corpus: Corpus, item: Checked, leaf: Leaf[Ref]) -> Iterator[Problem]:
    ref = leaf.value
    target = corpus.by_ref.get(ref.whole)
    if target is None:
        if ref.whole not in corpus.unread:
            yield missing(corpus, item, leaf.path, ref)
    elif target.record.internal and not item.record.internal and not leaf.about.internal:
        yield item.at(INTERNAL_REFERENCE, leaf.path, id=ref.id)


def missing(corpus: Corpus, item: Checked, path: Path, ref: Ref) -> Problem:
    """No such record, or one of another kind."""
    wanted = KINDS[ref.kind].label
    if others := corpus.kinds_by_id.get(ref.id):
        return item.at(WRONG_KIND, path, id=ref.id, found=KINDS[others[0]].label, wanted=wanted)
    return item.at(DANGLING_REFERENCE, path, id=ref.id, kind=wanted, suggestion=nearest(corpus, ref))


def nearest(corpus: Corpus, ref: Ref) -> Bilingual:
    """What to write instead of an id that nothing has."""
    ids = [known.id for known in corpus.by_ref if known.kind == ref.kind]
    near = get_close_matches(ref.id, ids, n=1, cutoff=0.5)
    if near:
        return did_you_mean(near[0])
    folder = KINDS[ref.kind].folder
    return Bilingual(
        f"在 content/{folder} 里补上这条记录，或者改正编号", f"Add the record in content/{folder}, or correct the id"
    )


def every_commitment_exists(corpus: Corpus) -> Iterator[Problem]:
    """`programme#commitment` names a commitment that the programme makes."""
    for item in corpus.checked:
        for leaf in leaves(item.record, Ref):
            target = corpus.by_ref.get(leaf.value.whole) if leaf.value.part else None
            if target and isinstance(target.record, Programme):
                known = [commitment.id for commitment in target.record.commitments]
                if leaf.value.part not in known:
                    said = {"programme": leaf.value.id, "id": leaf.value.part, "known": ", ".join(known) or "-"}
                    yield item.at(NO_SUCH_COMMITMENT, leaf.path, **said)


def no_merge_goes_round(corpus: Corpus) -> Iterator[Problem]:
    """Following `into` from one rectification to the next never comes back."""
    into = {
        record.id: (item, number, step.into.id)
        for item, record in corpus.of(Rectification)
        for number, step in enumerate(record.progress)
        if step.into
    }
    for start in going_round({id_: target for id_, (_, _, target) in into.items()}):
        item, number, _ = into[start]
        yield item.at(MERGED_CIRCLE, ("progress", number, "into"), id=start)


def going_round(into: Mapping[Id, Id]) -> Iterator[Id]:
    """Everything from which one comes back to where one began; each is gone through once."""
    seen: set[Id] = set()
    for start in into:
        way: dict[Id, int] = {}
        at = start
        while at in into and at not in seen:
            seen.add(at)
            way[at] = len(way)
            at = into[at]
        yield from list(way)[way[at] :] if at in way else ()
