import os
from collections.abc import Iterator
from itertools import count, islice

import pytest

from claimtrack.workflows.abreast import in_order


def square(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


def fussy(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def test_results_come_in_the_order_of_the_pieces_whoever_made_them() -> None:
    found = list(in_order(square, range(40), alone=3, processes=2))
    assert [result for result, _ in found] == [number * number for number in range(40)]
    assert os.getpid() not in {maker for _, maker in found}


@pytest.mark.parametrize("processes", [1, 2])
def test_little_work_starts_no_process(processes: int) -> None:
    found = in_order(square, range(5), alone=5, processes=processes)
    assert {maker for _, maker in found} == {os.getpid()}


def test_endless_work_streams_and_can_be_left() -> None:
    taken = list[int]()

    def pieces() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    found = in_order(square, pieces(), alone=1, processes=2)
    assert [result for result, _ in islice(found, 10)] == [n * n for n in range(10)]
    found.close()
    assert len(taken) < 30


def test_what_goes_wrong_with_a_piece_is_raised_here() -> None:
    with pytest.raises(ValueError, match="seven"):
        list(in_order(fussy, range(20), alone=1, processes=2))
