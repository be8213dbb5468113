"""The command line of minusone: `python build.py --help` says what it does."""

from minusone.cli import main

if __name__ == "__main__":
    main(prog_name="build.py")
