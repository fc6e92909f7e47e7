"""PostgreSQL, Redis and Chromium for the tests: started on free ports, stopped afterwards, nothing kept.

`python -m tests.services run -- COMMAND` starts them around one command; `up` and `down` leave them running in between.
"""
