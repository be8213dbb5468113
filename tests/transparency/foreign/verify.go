// Command verify checks a log in a folder with Go's own packages for notes and transparency logs.
//
//	verify LOG KEY OLD
//
// LOG is the folder, KEY the log's public key, OLD a file with a signed checkpoint of the same log from before. The
// signatures of both checkpoints have to be right, every entry has to be included in the log as its checkpoint says it
// is, and the log has to have grown from the older one.
//
// The Go packages know the layout of Go's checksum database, where tiles lie below tile/8 and entries are called data;
// that is all that is translated here.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: verify LOG KEY OLD")
		os.Exit(2)
	}
	if err := verify(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func verify(log, key, old string) error {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	tree, err := checkpoint(filepath.Join(log, "checkpoint"), verifier)
	if err != nil {
		return err
	}
	before, err := checkpoint(old, verifier)
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, folder(log))
	if err := included(tree, hashes, folder(log)); err != nil {
		return err
	}
	proof, err := tlog.ProveTree(tree.N, before.N, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash); err != nil {
		return fmt.Errorf("it has not grown from %d entries: %w", before.N, err)
	}
	fmt.Printf("%d entries, grown from %d\n", tree.N, before.N)
	return nil
}

// checkpoint reads a signed checkpoint: the name of the log, its size and its root, a line each.
func checkpoint(file string, verifier note.Verifier) (tlog.Tree, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("%s is not this log's checkpoint", file)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// included checks that each entry is in the tree at its place: its hash is what the tiles say, and they lead to the
// root. A thousand entries of a large log, or all of a small one, have a proof made and checked besides.
func included(tree tlog.Tree, hashes tlog.HashReader, log folder) error {
	step := tree.N>>10 + 1
	for start := int64(0); start < tree.N; start += 1 << height {
		width := tree.N - start
		if width > 1<<height {
			width = 1 << height
		}
		entries, err := log.bundle(tlog.Tile{H: height, L: -1, N: start >> height, W: int(width)})
		if err != nil {
			return err
		}
		places := make([]int64, width)
		for i := range places {
			places[i] = tlog.StoredHashIndex(0, start+int64(i))
		}
		leaves, err := hashes.ReadHashes(places)
		if err != nil {
			return err
		}
		for i, entry := range entries {
			index := start + int64(i)
			if tlog.RecordHash(entry) != leaves[i] {
				return fmt.Errorf("entry %d is not in the log", index)
			}
			if index%step != 0 {
				continue
			}
			if err := proved(tree, hashes, index, entry); err != nil {
				return fmt.Errorf("entry %d is not in the log: %w", index, err)
			}
		}
	}
	return nil
}

func proved(tree tlog.Tree, hashes tlog.HashReader, index int64, entry []byte) error {
	proof, err := tlog.ProveRecord(tree.N, index, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

// A folder holds a log by c2sp.org/tlog-tiles. It is a tlog.TileReader.
type folder string

func (log folder) Height() int { return height }

func (log folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (log folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, err := os.ReadFile(log.path(tile))
		if err != nil {
			return nil, err
		}
		read[i] = data
	}
	return read, nil
}

func (log folder) path(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
	if rest := strings.TrimPrefix(path, "data/"); rest != path {
		path = "entries/" + rest
	}
	return filepath.Join(string(log), "tile", filepath.FromSlash(path))
}

// bundle reads the entries of a tile: each comes after its length in two bytes.
func (log folder) bundle(tile tlog.Tile) ([][]byte, error) {
	file := log.path(tile)
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	entries := make([][]byte, 0, tile.W)
	for len(data) >= 2 {
		end := 2 + int(binary.BigEndian.Uint16(data))
		if end > len(data) {
			break
		}
		entries = append(entries, data[2:end])
		data = data[end:]
	}
	if len(data) != 0 || len(entries) != tile.W {
		return nil, fmt.Errorf("%s does not hold %d entries", file, tile.W)
	}
	return entries, nil
}
