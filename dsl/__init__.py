"""The expression and rule language: pure functions from text to tree to typed expression to Python and SQL."""
