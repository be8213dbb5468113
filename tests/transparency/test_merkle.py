"""Proofs hold for what they prove, and for nothing else."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

import pytest

from minusone.transparency import merkle
from minusone.transparency.merkle import Proof

LEAVES = [sha256(b"\0" + str(number).encode()).digest() for number in range(601)]
SMALL = range(34)
SIZES = [*SMALL, 255, 256, 257, 511, 512, 513, 600]
"""All that have few leaves, and those around full tiles."""


@cache
def naive(start: int, end: int) -> bytes:
    """MTH(D[start:end]), word for word as RFC 6962 defines it."""
    if start == end:
        return sha256(b"").digest()
    if end - start == 1:
        return LEAVES[start]
    power = 1
    while power * 2 < end - start:
        power *= 2
    return sha256(b"\1" + naive(start, start + power) + naive(start + power, end)).digest()


def node(height: int, index: int) -> bytes:
    return naive(index << height, (index + 1) << height)


def inclusion(index: int, size: int) -> Proof:
    return merkle.inclusion_proof(index, size, node)


# Published with the reference implementation of Certificate Transparency.
KNOWN = [
    ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    ("606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
]


def test_known_trees_have_their_known_roots() -> None:
    leaves = [merkle.leaf_hash(bytes.fromhex(data)) for data, _ in KNOWN]

    def node(height: int, index: int) -> bytes:
        return merkle.subtree(leaves[index << height : (index + 1) << height])

    assert [merkle.root(size, node).hex() for size in range(1, 9)] == [root for _, root in KNOWN]


@pytest.mark.parametrize("size", SIZES)
def test_every_leaf_is_proved_to_be_in_the_tree(size: int) -> None:
    for index in range(size):
        assert merkle.includes(inclusion(index, size), index, size, LEAVES[index], naive(0, size))


@pytest.mark.parametrize("size", SMALL)
def test_no_proof_holds_for_another_leaf_or_place(size: int) -> None:
    root = naive(0, size)
    for index in range(size):
        proof = inclusion(index, size)
        held = [
            (leaf, place)
            for leaf in range(size + 1)
            for place in range(-1, size + 1)
            if merkle.includes(proof, place, size, LEAVES[leaf], root)
        ]
        assert held == [(index, index)]


@pytest.mark.parametrize("size", SMALL)
def test_no_proof_holds_in_another_tree(size: int) -> None:
    """Another tree is another size with its root: without the root, a proof does not say a size."""
    for index in range(size):
        proof = inclusion(index, size)
        for other in SMALL:
            held = merkle.includes(proof, index, other, LEAVES[index], naive(0, other))
            assert held == (other == size)


@pytest.mark.parametrize("size", SMALL)
def test_a_proof_of_a_leaf_has_nothing_to_spare(size: int) -> None:
    for index in range(size):
        proof = inclusion(index, size)
        for wrong in damaged(proof):
            assert not merkle.includes(wrong, index, size, LEAVES[index], naive(0, size))


def test_every_size_is_proved_to_begin_with_every_smaller_one() -> None:
    for size in SIZES:
        for older in [one for one in SIZES if one <= size]:
            proof = merkle.consistency_proof(older, size, node)
            assert merkle.is_consistent(proof, older, naive(0, older), size, naive(0, size))


def test_no_tree_is_proved_to_begin_with_what_is_not_its_beginning() -> None:
    """Neither with another root, nor with another size; and nothing becomes smaller."""
    another = sha256(b"another").digest()
    for size in SMALL:
        for older in range(size + 1):
            proof = merkle.consistency_proof(older, size, node)
            root, before = naive(0, size), naive(0, older)
            assert not merkle.is_consistent(proof, older, another, size, root)
            assert not (older and merkle.is_consistent(proof, older, before, size, another))
            assert not (older < size and merkle.is_consistent(proof, size, root, older, before))
            for other in set(SMALL) - {older}:
                assert not merkle.is_consistent(proof, other, before, size, root)
            for wrong in damaged(proof):
                assert not merkle.is_consistent(wrong, older, before, size, root)


def damaged(proof: Proof) -> list[Proof]:
    """With one hash more, one less, one changed, or two in each other's place."""
    another = sha256(b"another").digest()
    changed = [(*proof[:place], another, *proof[place + 1 :]) for place in range(len(proof))]
    swapped = [
        (*proof[:place], *proof[place : place + 2][::-1], *proof[place + 2 :]) for place in range(len(proof) - 1)
    ]
    return [(*proof, another), (another, *proof), *([proof[1:], proof[:-1]] if proof else []), *changed, *swapped]
