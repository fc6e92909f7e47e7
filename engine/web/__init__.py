"""The generated web app: pages, forms, lists and cards from the model. HTTP in, commands and reads out; no rules here."""
