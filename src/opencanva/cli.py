"""The command line: run, migrate, doctor, models."""

from __future__ import annotations

import argparse
import sys

from opencanva import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run a command; returns the exit status: 0 well, 1 something is wrong, 2 it cannot start."""
    options = _parser().parse_args(arguments)
    from pydantic import ValidationError

    from opencanva.settings import environment, read_settings

    try:
        settings = read_settings()
    except ValidationError as error:
        for wrong in error.errors():
            name = "OPENCANVA_" + "_".join(str(part) for part in wrong["loc"]).upper()
            print(f"{name}: {wrong['msg']}.", file=sys.stderr)
        return 2
    from opencanva import commands
    from opencanva.kit.errors import Meaning

    try:
        if options.command == "run":
            return commands.run(settings, environment(), options.part or "all")
        if options.command == "migrate":
            return commands.migrate(settings)
        if options.command == "models":
            return commands.models(
                settings, options.act, getattr(options, "name", ""), getattr(options, "yes", False)
            )
        return commands.doctor(settings, environment())
    except Meaning as error:
        print(error.words, file=sys.stderr)
    except commands.CannotStart as error:
        print(error, file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="opencanva", description="A self-hosted workspace for making images with AI."
    )
    parser.add_argument("--version", action="version", version=f"Open Canva {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    run = commands.add_parser("run", help="start every part, or only one")
    run.add_argument("part", nargs="?", choices=["api", "worker"], help="only this part (needs PostgreSQL)")
    commands.add_parser("migrate", help="bring the database up to this version")
    commands.add_parser("doctor", help="look at everything this program needs and say what is wrong")
    models = commands.add_parser("models", help="list, fetch and remove models that draw on this computer")
    acts = models.add_subparsers(dest="act", required=True, metavar="act")
    acts.add_parser("list", help="which there are, with licence and size")
    for act, help in (("fetch", "bring a model here"), ("remove", "delete a model from here")):
        one = acts.add_parser(act, help=help)
        one.add_argument("name")
        one.add_argument("--yes", action="store_true", help="do not ask")
    return parser


if __name__ == "__main__":
    sys.exit(main())
