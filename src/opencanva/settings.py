"""The one set of settings, read once from the environment; every default works."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from opencanva.kit.home import platform_home


class Settings(BaseSettings):
    """Where Open Canva keeps its data and how it is reached. Environment names carry the prefix OPENCANVA_."""

    model_config = SettingsConfigDict(env_prefix="OPENCANVA_", frozen=True, extra="ignore")

    home: Path = Field(
        default_factory=platform_home,
        description="The data folder. Default: the platform's own place for a program's data.",
    )
    host: str = Field("127.0.0.1", description="The address to listen on; only loopback without accounts.")
    port: int = Field(8700, ge=0, le=65535, description="The port to listen on; 0 takes a free one.")
    open_browser: bool = Field(True, description="Open the app in the browser at start (1 or 0).")
    database: str = Field(
        "sqlite:///{home}/opencanva.db",
        description="The database: sqlite:///PATH, or postgresql://USER:PASSWORD@HOST/NAME.",
    )
    blobs: str = Field(
        "file://{home}/blobs",
        description="Where image bytes are kept: file://PATH, s3://BUCKET, or memory://.",
    )
    at_once: int = Field(
        16, ge=1, le=256, description="The most generations one worker process runs at once."
    )
    lease: float = Field(
        20.0,
        ge=1,
        le=600,
        description="Seconds after which a silent worker's generation is given to another.",
    )
    timeout: float = Field(
        600.0, ge=1, le=7200, description="Seconds an engine may take for one picture in all."
    )
    silence: float = Field(
        120.0, ge=0.2, le=7200, description="Seconds an engine may say nothing before it counts as hung."
    )
    keep_events: int = Field(
        30,
        ge=1,
        le=3650,
        description="Days for which browsers can resume the live stream where they left it.",
    )
    trash_days: int = Field(
        30, ge=0, le=3650, description="Days after which the trash deletes for ever; 0 keeps it for ever."
    )
    secret: SecretStr | None = Field(
        None,
        min_length=16,
        description="What engines' keys are encrypted with, at least 16 characters; the same on every machine. "
        "Default: the file secret.key in the data folder, made when it is first needed.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="How much is written to the log. Prompts and keys never are."
    )

    @property
    def database_url(self) -> str:
        """The database address with `{home}` filled in."""
        return self.database.replace("{home}", str(self.home))

    @property
    def blobs_url(self) -> str:
        """The blob address with `{home}` filled in."""
        return self.blobs.replace("{home}", str(self.home))


def read_settings() -> Settings:
    """Settings from the environment. Raises pydantic.ValidationError naming the field."""
    return Settings()


def environment() -> dict[str, str]:
    """The process environment, read here so that no other file does."""
    return dict(os.environ)
