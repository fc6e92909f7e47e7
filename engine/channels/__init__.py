"""Channels: one file per direction and protocol; raw bytes and values in, no web framework."""
