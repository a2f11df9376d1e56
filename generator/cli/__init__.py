"""The commands: they turn what the stages answer into lines and exit statuses.

Exit status everywhere: 0 ok, 1 the input breaks a rule, 2 could not decide, 70 our own bug, 75 another build
holds the lock.
"""

from __future__ import annotations

import gc
import importlib
import io
import keyword
import os
import sys
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.cli.printing import print_problems
from generator.problem import UndecidedError
from generator.publish.release import LockedError, MixedError
from generator.publish.switch import DIST, OccupiedError

BROKEN_RULE, UNDECIDED, OUR_BUG, LOCKED = 1, 2, 70, 75

_COMMANDS = {
    "approve": "把正在审核的改动写成批准记录",
    "build": "检查、生成并发布到 dist/",
    "check": "检查数据和文稿，一次列出全部问题",
    "comment": "把审核报告写成合并请求里的一条评论",
    "diff-driver": "给 git 用：把数据文件的改动说成话",
    "due": "列出到期的事项：报表、目标、公开",
    "fonts": "取得并核对排版用的字体",
    "form": "发季度报表：每个股室、单位一个文件",
    "import": "收填好的季度报表，写进 data/",
    "inspect": "按 GB/T 9704-2012 测量一份公文的版式",
    "new": "给一个单位建立新的项目",
    "pages": "把每一页写成文件，交给别的网站程序",
    "preview": "把改动前后的网站放进一个压缩包",
    "redline": "把改动印出来：带修订标记的公文，修订对照表",
    "review": "说明改动的意思、轻重、缺什么批准",
    "rollback": "列出留着的几次发布，换回其中一次",
    "rules": "列出检查规则，或说明其中一条",
    "schema": "重新生成编辑器用的数据格式说明",
    "serve": "预览网站，文件一改就更新",
    "verify": "核对发布的结果：没有改过，与数据一致",
}


class _Commands(click.Group):
    """Commands by name, each in its own module, read only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's
        if cmd_name not in _COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        module += "_" if keyword.iskeyword(module) else ""
        command: click.Command = importlib.import_module(f"generator.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's
        with formatter.section("命令"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zhengben")
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    help="项目文件夹，里面有 data/ 和 content/；默认是当前文件夹",
)
@click.pass_context
def zhengben(context: click.Context, project: Path) -> None:
    """正本：把一个单位的年度计划从数据变成网站、公文和公示栏。"""
    context.obj = project


def main() -> None:
    """Run the command line; whatever happens, leave by one of the exit statuses and without a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without Chinese still gets the message
    gc.set_threshold(200_000, 20, 100)  # a dossier is many small values that all stay: seek cycles seldom
    try:
        result: Any = zhengben.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(UNDECIDED)
    except UndecidedError as error:
        print_problems((error.problem,), "text")
        sys.exit(UNDECIDED)
    except LockedError:
        click.echo("另一个生成正在进行，请等它结束后再试。", err=True)
        sys.exit(LOCKED)
    except OccupiedError:
        click.echo(f"{DIST} 已存在，但不是由本程序发布的，没有覆盖它。请移走后再试。", err=True)
        sys.exit(UNDECIDED)
    except MixedError:
        click.echo(f"{DIST} 里是正式发布的，不能只把其中几种换成草稿；不写种类，全部生成。", err=True)
        sys.exit(UNDECIDED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        named = error.filename2 or error.filename  # of a copy, the one that is written
        where = f"（{named}）" if named else ""
        click.echo(
            f"写不进磁盘或读不了文件：{error.strerror}{where}。已发布的内容没有改动；处理好以后再运行一次。",
            err=True,
        )
        sys.exit(UNDECIDED)
    except Exception as error:  # the last resort: our own bug, told as such
        if os.environ.get("ZHENGBEN_TRACEBACK"):
            raise
        click.echo(
            f"程序自身出错了（{type(error).__name__}: {error}），不是您的数据有问题。"
            "请把这行字和当时的数据交给维护人员；设置 ZHENGBEN_TRACEBACK=1 再运行可看到细节。",
            err=True,
        )
        sys.exit(OUR_BUG)
    sys.exit(result if isinstance(result, int) else 0)
