"""What the configuration says: frozen, fully linked descriptions with source positions."""
