"""The front end's files from elsewhere: fetched by package name, compared with `pins.json`, written to `static/vendor/`."""
