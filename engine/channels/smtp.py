"""Outgoing mail by SMTP."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from datetime import datetime
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

TIMEOUT_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to one person. `key` is stable for one effect, so that a repeat carries the same Message-ID."""

    to: str
    name: str
    subject: str
    body: str
    key: str
    at: datetime


class MailRefused(Exception):
    """The server refused this mail for good (5xx): trying again makes no sense."""


class MailFailed(Exception):
    """The mail did not go out now; `doubtful` where the server may already have taken it."""

    def __init__(self, reason: str, doubtful: bool) -> None:
        super().__init__(reason)
        self.doubtful = doubtful


class MailServer:
    """A mail server from `SMTP_URL`: `smtp://user:password@host:25/?from=desk@example.org`, `smtps://` or `smtp+starttls://`.

    Raises ValueError where the address is not one.
    """

    def __init__(self, url: str) -> None:
        self.parts: SplitResult = urlsplit(url)
        if self.parts.scheme not in ("smtp", "smtps", "smtp+starttls") or not self.parts.hostname:
            raise ValueError("SMTP_URL must look like smtp://host:25/?from=desk@example.org")
        query = dict(pair.split("=", 1) for pair in self.parts.query.split("&") if "=" in pair)
        self.sender = unquote(query.get("from", "")) or f"verstak@{self.parts.hostname}"

    def send(self, letter: Letter) -> None:
        """Send one mail. Raises MailRefused or MailFailed."""
        stage: Literal["before", "data"] = "before"
        message = compose(letter, self.sender)
        try:
            with self._connect() as connection:
                stage = "data"
                connection.send_message(message, self.sender, [letter.to])
        except smtplib.SMTPRecipientsRefused as refused:
            code, text = next(iter(refused.recipients.values()))
            _raise(code, text)
        except smtplib.SMTPResponseException as answer:
            _raise(answer.smtp_code, answer.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            raise MailFailed(f"{type(error).__name__}: {error}", doubtful=stage == "data") from error

    def _connect(self) -> smtplib.SMTP:
        host = self.parts.hostname or ""
        if self.parts.scheme == "smtps":
            context = ssl.create_default_context()
            connection: smtplib.SMTP = smtplib.SMTP_SSL(host, self.parts.port or 465, timeout=TIMEOUT_SECONDS, context=context)
        else:
            connection = smtplib.SMTP(host, self.parts.port or 25, timeout=TIMEOUT_SECONDS)
            if self.parts.scheme == "smtp+starttls":
                connection.starttls(context=ssl.create_default_context())
        if self.parts.username:
            connection.login(unquote(self.parts.username), unquote(self.parts.password or ""))
        return connection


def compose(letter: Letter, sender: str) -> EmailMessage:
    """Return the mail. Line breaks in a subject or a name are made blanks: one header stays one header."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = f"{_plain(letter.name)} <{_plain(letter.to)}>" if letter.name.isascii() and letter.name else _plain(letter.to)
    message["Subject"] = _plain(letter.subject)
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = message_id(letter.key, sender)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


def message_id(key: str, sender: str) -> str:
    """Return the Message-ID of an effect: the same for every try."""
    domain = sender.rpartition("@")[2] or "verstak.invalid"
    return f"<verstak.{key}@{domain}>" if key else make_msgid(domain=domain)


def _plain(text: str) -> str:
    return " ".join("".join(" " if ord(char) < 32 or ord(char) == 127 else char for char in text).split())


def _raise(code: int, text: bytes | str) -> None:
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    if 500 <= code < 600:
        raise MailRefused(f"{code} {words}")
    raise MailFailed(f"{code} {words}", doubtful=False)
