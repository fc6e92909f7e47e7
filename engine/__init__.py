"""The workflow engine: entity types, statuses, deadlines and automations from configuration."""
