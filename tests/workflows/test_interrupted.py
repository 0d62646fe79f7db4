"""Grouping that is interrupted leaves the previous grouping whole."""

import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from claimtrack.errors import ClaimtrackError
from claimtrack.store import check, open_store
from tests.bench.make_strikes import strikes
from tests.running import CLAIMTRACK, in_own_process


def _written(path: Path, seed: int, count: int) -> str:
    told = ({**record, "id": f"{seed}-{record['id']}"} for record, _ in strikes(count, seed))
    path.write_text("".join(json.dumps(record) + "\n" for record in told), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_the_previous_grouping_stays_whole(tmp_path: Path, blow: signal.Signals) -> None:
    case = str(tmp_path / "case.db")
    for seed, more in ((1, ()), (2, ("--no-group",))):
        file = _written(tmp_path / f"{seed}.jsonl", seed, 400)
        assert in_own_process("--db", case, "import", file, *more).code == 0
    with open_store(case) as store:
        before = {claim.id: claim.event for claim in store.claims.find()}
    new = {short_id for short_id, event in before.items() if event is None}
    grouping = subprocess.Popen(
        [CLAIMTRACK, "--db", case, "group"], stderr=subprocess.DEVNULL, start_new_session=True
    )
    while grouping.poll() is None and not _writing(grouping.pid, case):
        time.sleep(0.005)
    os.killpg(grouping.pid, blow)
    code = grouping.wait(60)
    assert code in (0, 130, -blow)
    with open_store(case) as store:
        after = {claim.id: claim.event for claim in store.claims.find()}
    if code == 0:
        assert None not in after.values(), "it was faster than the blow"
    else:
        assert after == before
        assert len(new) == sum(event is None for event in after.values())
    assert check(case) == []
    assert in_own_process("--db", case, "group").code == 0


def _writing(process: int, case: str) -> bool:
    """Whether a process has the database open, as far as can be told."""
    opened = []
    try:
        for entry in Path(f"/proc/{process}/fd").iterdir():
            with suppress(FileNotFoundError):  # closed since it was listed, as while starting
                opened.append(str(entry.readlink()))
    except OSError:
        return True
    return any(file.startswith(case) for file in opened)


def test_reading_keeps_the_batches_it_finished_and_goes_on_from_there(tmp_path: Path) -> None:
    case, file = str(tmp_path / "case.db"), tmp_path / "many.jsonl"
    told = "Two people were killed in Oran on Monday, police said. " * 6
    many = ({"text": f"Report {n}. {told}", "published": "2024-03-06"} for n in range(300))
    file.write_text("".join(json.dumps(record) + "\n" for record in many), encoding="utf-8")
    reading = subprocess.Popen(
        [CLAIMTRACK, "--db", case, "read", str(file), "--jobs", "1"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    while reading.poll() is None and not _documents(case):
        time.sleep(0.01)
    os.killpg(reading.pid, signal.SIGINT)
    said = reading.communicate(timeout=60)[1].decode()
    kept = _documents(case)
    assert reading.returncode == 130, said
    assert "Traceback" not in said
    assert 100 <= kept < 300
    assert kept % 100 == 0
    assert check(case) == []
    again = in_own_process("--db", case, "read", str(file), "--jobs", "1", "--format", "jsonl")
    assert again.code == 0
    assert again.err.count("has this text already") == kept
    assert f"in {300 - kept} documents." in again.err
    assert _documents(case) == 300


def _documents(case: str) -> int:
    """How many documents a database holds; none while it is being made."""
    try:
        with open_store(case) as store:
            return len(list(store.documents.find()))
    except ClaimtrackError:
        return 0
