"""Secrets at rest: sealed with a key that lies outside the database, in a file of its own or the environment."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from opencanva.kit.errors import Meaning

if TYPE_CHECKING:
    from cryptography.fernet import Fernet


class Sealed(Exception):
    """A text that was sealed with another key, or is none of ours."""


class KeyUnusable(Meaning):
    """The key that secrets are sealed with cannot be read or made."""

    code = "key_unusable"


class Vault:
    """Seals and opens texts (Fernet: AES-128-CBC with HMAC-SHA256).

    The key comes from `secret` when there is one, which is how several machines share it; else from `file`,
    which is made on the first sealing, readable by its owner alone.
    """

    def __init__(self, file: Path, secret: str | None = None) -> None:
        self._file = file
        self._secret = secret
        self._lock = threading.Lock()
        self._fernet: Fernet | None = None

    def seal(self, text: str) -> str:
        """The text, encrypted. Raises KeyUnusable."""
        return self._key(make=True).encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """What was sealed. Raises Sealed, KeyUnusable."""
        from cryptography.fernet import InvalidToken

        try:
            return self._key(make=False).decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise Sealed from None

    def _key(self, make: bool) -> Fernet:
        from cryptography.fernet import Fernet

        with self._lock:
            if self._fernet is None:
                try:
                    self._fernet = Fernet(self._from_secret() if self._secret else self._from_file(make))
                except OSError as error:
                    raise KeyUnusable(
                        f"The key file {self._file} cannot be used: {error.strerror}. Make the data folder "
                        "writable, or set OPENCANVA_SECRET."
                    ) from None
                except ValueError:
                    raise KeyUnusable(
                        f"The key file {self._file} is damaged. Put it back from a backup; or delete it and "
                        "enter the engines' keys again."
                    ) from None
            return self._fernet

    def _from_secret(self) -> bytes:
        # A key made by a person is stretched; the salt is fixed, because every machine must find the same.
        made = hashlib.scrypt((self._secret or "").encode(), salt=b"opencanva engines", n=2**14, r=8, p=1)
        return base64.urlsafe_b64encode(made[:32])

    def _from_file(self, make: bool) -> bytes:
        if not self._file.exists():
            if not make:
                raise Sealed
            self._make()
        return self._file.read_bytes().strip()

    def _make(self) -> None:
        """Write a new key whole or not at all; of two processes that do so at once the first one wins."""
        from cryptography.fernet import Fernet

        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, Fernet.generate_key())
            os.fsync(handle)
        finally:
            os.close(handle)
        with contextlib.suppress(FileExistsError):
            os.link(fresh, self._file)
        fresh.unlink()
