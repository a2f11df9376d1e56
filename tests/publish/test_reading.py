"""How published files are read: PDFs by another process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from generator.publish.reading.files import File, read_aside
from tests.publish.plants import PLANTED

PDF = PLANTED["pdf"](["13800138000"])
WAITING = """
import time
from generator.publish.reading.pdf import reading_aside
if __name__ == "__main__":
    with reading_aside():
        print("reading", flush=True)
        time.sleep(60)
"""


def test_another_process_reads_what_this_one_would() -> None:
    """PDFs come last, a copy is as good as the first, and a broken one breaks nothing else."""
    files = [File("a.pdf", PDF), File("b.pdf", b"%PDF-1.7 broken"), File("c.txt", b"c"), File("d.pdf", PDF)]
    read = list(read_aside(files))
    assert [file.address for file in read] == ["c.txt", "a.pdf", "b.pdf", "d.pdf"]
    assert [file.broken for file in read] == [False, False, True, False]
    assert read[1].pdf == read[3].pdf == files[0].pdf
    assert "13800138000" in "".join(read[1].pdf.pages)


def test_the_other_process_ends_when_this_one_is_killed(tmp_path: Path) -> None:
    """Whoever kills a build finds nothing left of it."""
    script = tmp_path / "waiting.py"
    script.write_text(WAITING, "utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as waiting:
        assert waiting.stdout is not None
        assert waiting.stdout.readline() == "reading\n"
        waiting.kill()
        waiting.communicate(timeout=20)  # what it prints has an end only when nobody is left to print
