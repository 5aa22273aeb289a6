"""Files of other age tools open here and ours open there, where such a tool is found.

`age` is looked for on the path; the npm package `age-encryption` in the folder that AGE_NPM_FOLDER names.
A tool that is not there gives no tests.
"""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from baken.wire import age
from baken.wire.age_stream import CHUNK_BYTES

SIZES = [0, 1, 100, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 17 * CHUNK_BYTES, 32 * CHUNK_BYTES]
SEAL_JS = """
import * as age from 'age-encryption';
import fs from 'fs';
const [recipient, source, target] = process.argv.slice(2);
const e = new age.Encrypter();
e.addRecipient(recipient);
fs.writeFileSync(target, await e.encrypt(fs.readFileSync(source)));
"""
OPEN_JS = """
import * as age from 'age-encryption';
import fs from 'fs';
const [identity, source, target] = process.argv.slice(2);
const d = new age.Decrypter();
d.addIdentity(fs.readFileSync(identity, 'utf8').trim());
fs.writeFileSync(target, await d.decrypt(fs.readFileSync(source)));
"""


@dataclass(frozen=True, kw_only=True)
class Tool:
    """Another implementation: how to call it, and whether it knows post-quantum recipients."""

    name: str
    is_post_quantum: bool
    seal: Callable[[str, Path, Path], list[str]]
    open: Callable[[Path, Path, Path], list[str]]
    scripts: dict[str, str] | None = None


def found_tools() -> list[Tool]:
    tools = []
    command = shutil.which("age")
    if command:
        tools.append(
            Tool(
                name="age",
                is_post_quantum=False,
                seal=lambda recipient, source, target: [command, "-r", recipient, "-o", str(target), str(source)],
                open=lambda identity, source, target: [
                    command,
                    "-d",
                    "-i",
                    str(identity),
                    "-o",
                    str(target),
                    str(source),
                ],
            )
        )
    node, folder = shutil.which("node"), os.environ.get("AGE_NPM_FOLDER")
    if node and folder:
        seal_js, open_js = Path(folder) / "baken_seal.mjs", Path(folder) / "baken_open.mjs"
        tools += [
            Tool(
                name=name,
                is_post_quantum=is_post_quantum,
                seal=lambda recipient, source, target: [node, str(seal_js), recipient, str(source), str(target)],
                open=lambda identity, source, target: [node, str(open_js), str(identity), str(source), str(target)],
                scripts={str(seal_js): SEAL_JS, str(open_js): OPEN_JS},
            )
            for name, is_post_quantum in (("npm", False), ("npm-pq", True))
        ]
    return tools


TOOLS = found_tools()


def run(tool: Tool, command: list[str]) -> None:
    for path, text in (tool.scripts or {}).items():
        Path(path).write_text(text)
    subprocess.run(command, check=True, capture_output=True, timeout=60)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_files_open_both_ways(tool: Tool, size: int, tmp_path: Path) -> None:
    identity, recipient = age.new_identity(is_post_quantum=tool.is_post_quantum)
    key, plain, theirs, ours, back = (tmp_path / name for name in ("key", "plain", "theirs", "ours", "back"))
    text = os.urandom(size)
    plain.write_bytes(text)
    back.touch()  # the age command makes no file for an empty text
    key.write_text(identity + "\n")
    run(tool, tool.seal(recipient, plain, theirs))
    assert age.open_bytes(theirs.read_bytes(), [identity]) == text
    ours.write_bytes(age.seal_bytes(text, [recipient]))
    run(tool, tool.open(key, ours, back))
    assert back.read_bytes() == text
