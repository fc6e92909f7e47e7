"""The console: configuration and operations, on Flask-Admin. Records are reached through the engine's `Desk` only."""
