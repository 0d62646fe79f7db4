"""Every public name says what it is for, and functions say what they take, give and raise."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "claimtrack"
MODULES = sorted(PACKAGE.rglob("*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = ast.ClassDef | Function

SELF_EXPLAINING = 2
"""Up to so many arguments, one line that says it all may do without an ``Args`` section."""


def _named(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _definitions(
    body: list[ast.stmt], owner: ast.ClassDef | None = None
) -> Iterator[tuple[str, Definition, ast.ClassDef | None]]:
    """Every public class and function of a module, and every public method of those classes."""
    for node in body:
        if not isinstance(node, Definition) or node.name.startswith("_"):
            continue
        name = f"{owner.name}.{node.name}" if owner else node.name
        yield name, node, owner
        if isinstance(node, ast.ClassDef):
            yield from _definitions(node.body, node)


def _is_overload(node: Definition) -> bool:
    return any(ast.unparse(mark).endswith("overload") for mark in node.decorator_list)


def _is_command(path: Path) -> bool:
    """Whether a module holds commands: it says which, and their docstrings are their ``--help``."""
    return path.parent.name == "commands"


def _is_shown_by_help(node: Definition) -> bool:
    return any("callback(" in ast.unparse(mark) for mark in node.decorator_list)


def _arguments(function: Function) -> list[str]:
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    every += [one for one in (given.vararg, given.kwarg) if one is not None]
    return [one.arg for one in every if one.arg not in ("self", "cls")]


def _lacking(name: str, node: Function) -> Iterator[str]:
    """What a function's docstring does not say though a caller would need it."""
    said = ast.get_docstring(node) or ""
    arguments = _arguments(node)
    if "\n" not in said and len(arguments) <= SELF_EXPLAINING:
        return
    section = said.partition("Args:\n")[2].partition("\n\n")[0]
    if section:
        missing = [one for one in arguments if f"    {one}:" not in section]
        if missing:
            yield f"{name}: Args leaves out {', '.join(missing)}"
    elif len(arguments) > SELF_EXPLAINING:
        yield f"{name}: takes {len(arguments)} arguments and has no Args"


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_every_public_name_has_a_docstring_of_more_than_two_words(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {} if _is_command(path) else {"the module": ast.get_docstring(tree)}
    said |= {
        name: ast.get_docstring(node)
        for name, node, _ in _definitions(tree.body)
        if not _is_overload(node)
    }
    assert [name for name, words in said.items() if len((words or "").split()) <= 2] == []


@pytest.mark.parametrize("path", MODULES, ids=_named)
def test_the_first_line_of_a_docstring_is_a_whole_sentence(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {name: ast.get_docstring(node) or "" for name, node, _ in _definitions(tree.body)}
    first = {name: words.partition("\n\n")[0] for name, words in said.items() if words}
    assert [name for name, line in first.items() if line[-1] not in ".…:?"] == []


@pytest.mark.parametrize("path", [p for p in MODULES if not _is_command(p)], ids=_named)
def test_functions_say_what_they_take(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lacking = [
        complaint
        for name, node, _ in _definitions(tree.body)
        if isinstance(node, Function) and not (_is_overload(node) or _is_shown_by_help(node))
        for complaint in _lacking(name, node)
    ]
    assert lacking == []


@pytest.mark.parametrize("path", [p for p in MODULES if not _is_command(p)], ids=_named)
def test_what_a_function_raises_for_its_caller_to_handle_is_said(path: Path) -> None:
    """Looks only at what a public function raises itself, by name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unsaid = []
    for name, node, owner in _definitions(tree.body):
        if not isinstance(node, Function):
            continue
        said = (ast.get_docstring(node) or "") + (ast.get_docstring(owner) or "" if owner else "")
        raised = {
            statement.exc.func.id
            for statement in ast.walk(node)
            if isinstance(statement, ast.Raise)
            and isinstance(statement.exc, ast.Call)
            and isinstance(statement.exc.func, ast.Name)
            and not statement.exc.func.id.startswith("_")
        }
        unsaid += [f"{name}: {error}" for error in sorted(raised) if error not in said]
    assert unsaid == []
