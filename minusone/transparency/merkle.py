"""The Merkle tree of RFC 6962 over SHA-256; proofs made and verified as in RFC 9162, section 2.1.

A tree is known by its size and a `Node`: the hash of each whole subtree, by height and index. A proof is a tuple of
hashes in the order of the standard. What verifies one is not what makes it, and believes nothing but what it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

HASH = 32
"""Bytes of a hash."""

EMPTY = sha256(b"").digest()
"""The root of a tree without leaves."""

Node = Callable[[int, int], bytes]
"""`(height, index)` → the hash over the leaves from index * 2**height on, 2**height of them; all are in the tree."""

Proof = tuple[bytes, ...]


def leaf_hash(entry: bytes) -> bytes:
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def subtree(hashes: Sequence[bytes]) -> bytes:
    """The hash of a whole subtree, of those of its parts from left to right: a power of two of them."""
    while len(hashes) > 1:
        hashes = [node_hash(left, right) for left, right in zip(hashes[::2], hashes[1::2], strict=True)]
    return hashes[0]


def root(size: int, node: Node) -> bytes:
    """The root of the first `size` leaves."""
    return _hash(0, size, node) if size else EMPTY


def _hash(start: int, end: int, node: Node) -> bytes:
    """MTH(D[start:end]), where `start` is what is left of such ranges."""
    size = end - start
    if size & (size - 1) == 0:
        height = size.bit_length() - 1
        return node(height, start >> height)
    middle = start + _split(size)
    return node_hash(_hash(start, middle, node), _hash(middle, end, node))


def _split(size: int) -> int:
    """The largest power of two that is smaller."""
    return 1 << (size - 1).bit_length() - 1


# --- proofs ---


def inclusion_proof(index: int, size: int, node: Node) -> Proof:
    """PATH(index, D[0:size]), for 0 ≤ index < size."""
    start, end = 0, size
    path: list[bytes] = []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_hash(middle, end, node))
            end = middle
        else:
            path.append(_hash(start, middle, node))
            start = middle
    return tuple(reversed(path))


def consistency_proof(older: int, size: int, node: Node) -> Proof:
    """PROOF(older, D[0:size]), for 0 ≤ older ≤ size. From nothing to anything there is nothing to prove."""
    if older in (0, size):
        return ()
    start, end = 0, size
    path: list[bytes] = []
    while older != end:
        middle = start + _split(end - start)
        if older <= middle:
            path.append(_hash(middle, end, node))
            end = middle
        else:
            path.append(_hash(start, middle, node))
            start = middle
    # Where the older tree is itself a subtree of this one, whoever verifies knows its hash.
    if start:
        path.append(_hash(start, end, node))
    return tuple(reversed(path))


def includes(proof: Proof, index: int, size: int, leaf: bytes, root: bytes) -> bool:
    """Whether `leaf` is the hash of that leaf in the tree of this size and root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    found = leaf
    steps = _steps(index, size - 1)
    for sibling in proof:
        side = next(steps, None)
        if side is None:
            return False
        found = node_hash(sibling, found) if side == "left" else node_hash(found, sibling)
    return next(steps, None) is None and found == root


def is_consistent(proof: Proof, older: int, older_root: bytes, size: int, root: bytes) -> bool:
    """Whether the tree of `size` begins with the older one (RFC 9162, 2.1.4.2); every tree begins with an empty one."""
    if not 0 <= older <= size:
        return False
    if older in (0, size):
        return not proof and older_root == (root if older else EMPTY)
    path = proof if older & (older - 1) else (older_root, *proof)
    if not path:
        return False
    index, last = older - 1, size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    steps = _steps(index, last)
    before = after = path[0]
    for sibling in path[1:]:
        side = next(steps, None)
        if side is None:
            return False
        if side == "left":
            before, after = node_hash(sibling, before), node_hash(sibling, after)
        else:
            after = node_hash(after, sibling)
    return next(steps, None) is None and before == older_root and after == root


def _steps(index: int, last: int) -> Iterator[str]:
    """On which side the sibling is, from a node up to the root; `last` is the index of the last node beside it.

    A last node without a sibling is its own parent.
    """
    while last:
        if index & 1:
            yield "left"
        elif index < last:
            yield "right"
        index, last = index >> 1, last >> 1
