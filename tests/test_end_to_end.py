"""From data to what the public sees: two bureaus that share nothing are checked, built and published whole."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import pdfplumber
import pytest

from generator.load.dossier import read_dossier
from generator.load.files import FilesOnDisk
from generator.model.dossier import Dossier, Year
from generator.model.indicator import AssessedItem, Composite
from generator.model.scalars import document_number_parts
from generator.pipeline import OUTPUTS
from generator.publish.reading.page import read_page
from generator.publish.scans.rules.foreign_script import OWN, own
from tests.conftest import REPOSITORY, SMALL_BUREAU, copy_of
from tests.render.tracked import accepted, rejected
from tests.render.tracked import plain as plain_body
from tests.sites import broken_links, contents, marked, tree

ZHENGBEN = Path(sys.executable).with_name("zhengben")
BUREAUS = {"reference": REPOSITORY, "small": SMALL_BUREAU}


@dataclass(frozen=True)
class Published:
    """A bureau that was built: its folder, and its data as they were read."""

    root: Path
    dossier: Dossier

    @property
    def dist(self) -> Path:
        """What the public sees."""
        return self.root / "dist"

    @cached_property
    def site(self) -> dict[str, bytes]:
        """The website's files by address."""
        return tree(self.dist / "site")

    def text(self, address: str) -> str:
        """What a page says, without spaces."""
        return re.sub(r"\s", "", "".join(contents(self.site[address]).text))

    @property
    def items(self) -> Iterator[tuple[Year, AssessedItem]]:
        """Every assessed item with its year."""
        for year in self.dossier.years.values():
            for item in year.items:
                yield year, item

    @cached_property
    def circulars(self) -> dict[str, str]:
        """The text of each circular's PDF by document number, without line ends and page numbers."""
        found = {}
        for year in self.dossier.years.values():
            for circular in year.circulars:
                serial = document_number_parts(circular.number)[2]
                with pdfplumber.open(self.dist / f"site/documents/{year.year}/{serial}.pdf") as pdf:
                    text = "\n".join(page.extract_text() for page in pdf.pages)
                lines = (line for line in text.split("\n") if not re.fullmatch("— [0-9]+ —|送审稿", line))
                found[circular.number] = re.sub(r"\s", "", "".join(lines))
        return found


@pytest.fixture(scope="module", params=BUREAUS)
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Each bureau in turn, checked and built by the installed command, in surroundings of the plainest kind."""
    root = copy_of(BUREAUS[request.param], tmp_path_factory.mktemp("end") / request.param)
    checked = zhengben(root, "check")
    assert (checked.returncode, checked.stdout) == (0, "没有发现问题。\n")
    built = zhengben(root, "build", TZ="UTC", LANG="C", LC_ALL="C", PYTHONHASHSEED="0", umask=0o022)
    assert built.returncode == 0, built.stdout + built.stderr
    dossier, _ = read_dossier(FilesOnDisk(root))
    assert dossier is not None
    return Published(root, dossier)


def test_everything_has_its_page(published: Published) -> None:
    """Each target, indicator, category, unit and circular of each year has a page, and each circular a PDF."""
    wanted = {"index.html", "404.html", "downloads.html"}
    for number, year in published.dossier.years.items():
        wanted |= {f"{number}/targets/{one.id}.html" for one in (*year.items, *year.indicators)}
        wanted |= {f"{number}/categories/{category.id}.html" for category in year.plan.walk()}
        wanted |= {f"{number}/units/{unit.slug}.html" for unit in year.organisation.units}
        for circular in year.circulars:
            serial = document_number_parts(circular.number)[2]
            wanted |= {f"{number}/circulars/{serial}.html", f"documents/{number}/{serial}.pdf"}
        wanted |= {f"{number}/organisation.html", f"{number}/targets/index.html"}
    assert wanted <= set(published.site)


def test_target_pages_say_what_the_data_say(published: Published) -> None:
    """Text, points, deadline, unit, leader and scoring stand on each target's page as they stand in the data."""
    for year, item in published.items:
        page = published.text(f"{year.year}/targets/{item.id}.html")
        day = f"{item.deadline.year}年{item.deadline.month}月{item.deadline.day}日"
        for fact in (
            item.text,
            f"{plain(item.points)}分",
            day,
            item.unit,
            item.leader,
            item.expected,
            item.scoring,
        ):
            assert re.sub(r"\s", "", fact) in page, (item.id, fact)
        for milestone in item.milestones.values():
            assert re.sub(r"\s", "", milestone) in page


def test_every_amendment_is_offered_as_comparison_and_as_tracked_changes(published: Published) -> None:
    """On the pages of downloads, of changes and of its circular; the later table is in force, the earlier as issued."""
    for number, year in published.dossier.years.items():
        for approval in year.approvals[1:]:
            serial = document_number_parts(approval.document)[2]
            own = f"documents/{number}/{serial}"
            names = [f"{own}-comparison.{form}" for form in ("pdf", "docx", "xlsx")] + [f"{own}-redline.docx"]
            for page in ("downloads.html", f"{number}/changes.html", f"{number}/circulars/{serial}.html"):
                offered = {link.rpartition("/")[2] for link in contents(published.site[page]).links}
                assert {name.rpartition("/")[2] for name in names} <= offered, page
            redline = published.site[names[-1]]
            issued = document_number_parts(year.plan.circular)[2]
            assert rejected(redline) == plain_body(
                published.site[f"documents/{number}/{issued}-annex-1.docx"]
            )
            assert accepted(redline) != rejected(redline)
            with pdfplumber.open(published.dist / "site" / names[0]) as pdf:
                table = re.sub(r"\s", "", "".join(page.extract_text() for page in pdf.pages))
            assert approval.document in table
            assert all(change.target in table for change in approval.changes)


def test_category_pages_say_the_sums(published: Published) -> None:
    """Points and counts on the home page are the sums of the data, added here by another way."""
    for number, year in published.dossier.years.items():
        home = published.text(
            "index.html" if number == max(published.dossier.years) else f"{number}/index.html"
        )
        total = sum(item.points for item in year.items)
        assert f"共考评{len(list(year.items))}项" in home
        assert f"满分{plain(total)}分" in home
        for category in year.plan.walk():
            held = list(year.indicators_in(category))
            targets = sum(len(one.targets) for one in held if isinstance(one, Composite))
            counts = f"{len(held)}{targets or '—'}"
            assert f"{category.name}{plain(sum(one.points for one in held))}{counts}" in home


def test_circular_prints_the_counts_of_the_data(published: Published) -> None:
    """Every figure that the circular's text takes from the data stands in its PDF; so do number, title and date."""
    for number, year in published.dossier.years.items():
        for circular in year.circulars:
            text = published.circulars[circular.number]
            day = f"{circular.date.year}年{circular.date.month}月{circular.date.day}日"
            for fact in (circular.number, circular.title, circular.signature, day, *circular.to):
                assert re.sub(r"\s", "", fact) in text
        printed = "".join(published.circulars.values())
        for sentence in SENTENCES[number]:
            assert sentence in printed


SENTENCES = {
    2019: (
        "分值占目标考评总分的80分",
        "一级指标35项，制定相应的年度工作目标106项",
        "①重点工作目标（45分）",
        "一级指标16项，二级指标即年度工作目标45项",
        "②常规工作目标（25分）",
        "一级指标14项，二级指标48项",
        "③动态工作目标（10分）",
        "一级指标5项，二级指标13项",
        "分值占目标考评总分的20分，每一项内容分值各4分，设一级指标20项",
        "县局机关及各股室（9个）",
        "直属事业单位（2个）",
    ),
    2021: (
        "科室2个：综合科、业务科。所属中心1个：松隐县电子档案中心。",
        "档案业务70分，设考核任务5项、考核要点9项；其中资源建设30分，保管利用40分。",
        "自身建设30分，设考核任务2项。",
    ),
}
"""What the circulars say of the data, by year."""


def test_site_says_what_the_circular_says(published: Published) -> None:
    """The page of a circular and its PDF print the same sentences."""
    for number, year in published.dossier.years.items():
        pages = "".join(
            published.text(f"{number}/circulars/{document_number_parts(circular.number)[2]}.html")
            for circular in year.circulars
        )
        for sentence in SENTENCES[number]:
            assert sentence in pages


def test_nothing_internal_is_published(published: Published) -> None:
    """Evidence is in no public file, page or document; who does the work is not on the page of the target."""
    files = b"\0".join(published.site.values()).decode(errors="replace")
    everything = re.sub(r"\s", "", files + "".join(published.circulars.values()))
    said = "".join(path.read_text(encoding="utf-8") for path in published.root.glob("content/**/*.md"))
    for _, item in published.items:
        said += "".join((item.text, item.expected, item.scoring, *item.milestones.values()))
    for year in published.dossier.years.values():
        for row in (row for report in year.progress for row in report.rows):
            said += "".join((row.work, row.cause or "", row.remedy or ""))
    evidence = {item.evidence for _, item in published.items if item.evidence}
    hidden = {one for one in evidence if one not in said}
    assert hidden
    assert {one for one in hidden if re.sub(r"\s", "", one) in everything} == set()
    for year, item in published.items:
        if item.person is not None and item.person != item.leader:
            assert item.person not in published.text(f"{year.year}/targets/{item.id}.html")


def test_no_link_is_broken_and_none_leads_outside(published: Published) -> None:
    """Every link of the site leads to a file and a place in it."""
    assert list(broken_links(published.site)) == []


def test_the_theme_brings_just_the_scripts_that_are_known(published: Published) -> None:
    """A digest of a script that no page has any more was left over from an older version of the theme."""
    pages = (content for address, content in published.site.items() if address.endswith(".html"))
    assert {
        own(script.text) for page in pages for script in read_page(page).scripts if not script.kind
    } == OWN


def test_an_outsider_who_reads_everything_again_finds_what_the_data_say(published: Published) -> None:
    """No file is lacking, too many or altered, and every value that it shows is that of the data."""
    verified = zhengben(published.root, "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def test_manifest_lists_every_file_with_its_digest(published: Published) -> None:
    """What was published can be told to be whole and unchanged."""
    manifest = json.loads((published.dist / "manifest.json").read_bytes())
    files = tree(published.dist)
    del files["manifest.json"]
    assert manifest["files"] == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    assert set(manifest["outputs"]) == set(OUTPUTS)
    for origin in manifest["outputs"].values():
        assert set(origin["plans"]) == {str(year) for year in published.dossier.years}


def test_nothing_of_the_machine_is_published(published: Published) -> None:
    """No file tells where or by whom it was built."""
    for path, content in tree(published.dist).items():
        assert str(published.root).encode() not in content, path
        assert str(REPOSITORY).encode() not in content, path


def test_a_draft_is_marked_as_one(published: Published) -> None:
    """Pages, documents, and the package for the portal."""
    assert {name.rpartition(".")[2] for name in marked(published.dist)} >= {"html", "pdf", "docx", "zip"}


def test_two_builds_are_byte_identical(published: Published, tmp_path: Path, later: dict[str, str]) -> None:
    """Another clock, time zone, language, hash seed, umask and folder make no difference to any byte."""
    root = copy_of(BUREAUS[published.root.name], tmp_path / "another" / "folder" / "甲 乙")
    surroundings = {"TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "SOURCE_DATE_EPOCH": "86400", **later}
    other = zhengben(root, "build", PYTHONHASHSEED="123", umask=0o077, **surroundings)
    assert other.returncode == 0, other.stdout + other.stderr
    assert tree(root / "dist") == tree(published.dist)
    assert (root / "dist").readlink().name == published.dist.readlink().name


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment whose programs believe that it is 400 days and some hours later, where that can be had."""
    compiler = shutil.which("cc")
    if compiler is None:
        if os.environ.get("CI"):
            pytest.fail(
                "no C compiler: the day cannot be varied; run `make setup-test` as root", pytrace=False
            )
        return {}
    folder = tmp_path_factory.mktemp("later")
    (folder / "later.c").write_text(_LATER, encoding="utf-8")
    library = folder / "later.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, folder / "later.c", "-ldl"], check=True)
    clock = [sys.executable, "-c", "import time; print(int(time.time()))"]
    told = int(
        subprocess.run(clock, check=True, capture_output=True, env={"LD_PRELOAD": str(library)}).stdout
    )
    assert told - time.time() > 399 * 86_400
    return {"LD_PRELOAD": str(library)}


_LATER = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>
static const long ahead = 400L * 86400 + 12345;
int clock_gettime(clockid_t id, struct timespec *t) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(id, t);
    if (result == 0 && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) t->tv_sec += ahead;
    return result;
}
time_t time(time_t *out) {
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    if (out) *out = t.tv_sec;
    return t.tv_sec;
}
int gettimeofday(struct timeval *tv, void *zone) {
    (void)zone;
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    tv->tv_sec = t.tv_sec;
    tv->tv_usec = t.tv_nsec / 1000;
    return 0;
}
"""

MOMENTS: dict[str, Callable[[Path], bool]] = {
    "the stage is made": lambda stage: True,  # noqa: ARG005  # there is a stage
    "the first pages are written": lambda stage: any((stage / "site").glob("*/targets/*.html")),
    "the documents are written": lambda stage: any((stage / "site" / "documents").rglob("*.pdf")),
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_what_was_published(moment: str, small_published: Path) -> None:
    """Killed at any of these moments, a build leaves dist/ as it was, and the next one succeeds."""
    before, link = tree(small_published / "dist"), (small_published / "dist").readlink()
    edit(small_published)
    build = start(small_published, "build")
    wait_until(
        lambda: any(MOMENTS[moment](stage) for stage in stages(small_published)) or build.poll() is not None
    )
    assert build.poll() is None
    build.send_signal(signal.SIGKILL)
    build.wait()
    assert stages(small_published)
    assert (tree(small_published / "dist"), (small_published / "dist").readlink()) == (before, link)
    assert zhengben(small_published, "build").returncode == 0
    assert tree(small_published / "dist") != before
    assert not stages(small_published)


def test_of_two_builds_at_once_one_waits_for_nothing(small: Path) -> None:
    """A second build says that another is under way, exit 75, and does not disturb it."""
    first = start(small, "build")
    wait_until(lambda: bool(stages(small)) or first.poll() is not None)
    first.send_signal(signal.SIGSTOP)
    second = zhengben(small, "build")
    first.send_signal(signal.SIGCONT)
    assert second.returncode == 75
    assert "另一个生成正在进行" in second.stderr
    assert first.wait() == 0
    assert (small / "dist" / "manifest.json").exists()


def test_a_dist_of_ones_own_is_not_replaced(small: Path) -> None:
    """A folder `dist` that no release put there is left alone: exit 2, with the reason."""
    (small / "dist").mkdir()
    (small / "dist" / "mine.txt").write_text("mine")
    built = zhengben(small, "build")
    assert built.returncode == 2
    assert "不是由本程序发布的" in built.stderr
    assert tree(small / "dist") == {"mine.txt": b"mine"}


def test_an_edit_changes_pages_and_circular_together(small_published: Path) -> None:
    """A figure typed once changes wherever it is printed; the release before it stays beside."""
    before = tree(small_published / "dist")
    edit(small_published)
    assert zhengben(small_published, "build").returncode == 0
    after = tree(small_published / "dist")
    changed = {path for path in after if after[path] != before.get(path)}
    assert {
        "site/2021/targets/BL01-1.html",
        "site/2021/targets/index.html",
        "site/2021/units/zonghe.html",
    } <= changed
    assert "site/2021/targets/JS02-1.html" not in changed
    assert len([folder for folder in (small_published / ".releases").iterdir() if folder.is_dir()]) == 2


def edit(root: Path) -> None:
    """Promise more visitors."""
    file = root / "data/2021/indicators/BL01.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("2000") == 2
    file.write_text(text.replace("2000", "2500"), encoding="utf-8")


def plain(hundredths: int) -> str:
    """Points without idle zeros."""
    return f"{(Decimal(hundredths) / 100).normalize():f}"


def stages(root: Path) -> list[Path]:
    """The folders in which a build is under way, or was."""
    return list((root / ".releases").glob("stage-*"))


def wait_until(so: Callable[[], bool]) -> None:
    """Wait for something that must come to pass."""
    ends = time.monotonic() + 120
    while not so():
        assert time.monotonic() < ends
        time.sleep(0.005)


def start(root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start the installed command."""
    return subprocess.Popen(
        [ZHENGBEN, "--project", root, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def zhengben(
    root: Path, *arguments: str, umask: int = -1, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the installed command."""
    return subprocess.run(
        [ZHENGBEN, "--project", root, *arguments],
        env={**os.environ, **environment},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
