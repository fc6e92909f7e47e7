"""Fixtures that every test may use: databases, Redis, the browser's path."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
import redis
from psycopg import sql

from tests.services.exports import read_exports

HOW_TO_START = "`make test` starts it around the tests; `python -m tests.services up` leaves it running for plain pytest."
REDIS_DATABASES = range(1, 64)
LONGEST_RUN_SECONDS = 4 * 3600


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """An empty PostgreSQL database of this xdist worker's own, dropped after its last test."""
    with _new_database("worker") as url:
        yield url


@pytest.fixture
def fresh_postgres_url() -> Iterator[str]:
    """A new empty PostgreSQL database for one test."""
    with _new_database("test") as url:
        yield url


@pytest.fixture(scope="session")
def _redis_database() -> Iterator[str]:
    """A numbered database that no other worker and no other run on the same server uses."""
    server = _service("VERSTAK_TEST_REDIS_URL", "Redis")
    claims = redis.Redis.from_url(server)
    owner = f"{os.getpid()}"
    number = next(n for n in REDIS_DATABASES if claims.set(f"taken:{n}", owner, nx=True, ex=LONGEST_RUN_SECONDS))
    yield _with_path(server, str(number))
    claims.delete(f"taken:{number}")
    claims.close()


@pytest.fixture
def redis_url(_redis_database: str) -> Iterator[str]:
    """An empty Redis database, emptied again afterwards."""
    client = redis.Redis.from_url(_redis_database)
    client.flushdb()
    yield _redis_database
    client.flushdb()
    client.close()


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium to give Playwright as `executable_path`."""
    return Path(_service("VERSTAK_TEST_CHROMIUM", "Chromium"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database; the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'test.sqlite'}"
    return str(request.getfixturevalue("fresh_postgres_url"))


@contextmanager
def _new_database(purpose: str) -> Iterator[str]:
    server = _service("VERSTAK_TEST_POSTGRES_URL", "PostgreSQL")
    name = f"verstak_{purpose}_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield _with_path(server, name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _service(variable: str, name: str) -> str:
    value = read_exports().get(variable)
    if not value:
        pytest.fail(f"{name} for the tests is not running. {HOW_TO_START}", pytrace=False)
    return value


def _with_path(url: str, path: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{path}"))
